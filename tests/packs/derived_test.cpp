// The built-in pack is derived as any other is: what the sculptor wrote into it is what the one derivation finds.

#include <algorithm>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "dorsum/workshop/derive.h"
#include "packs.h"

using namespace dorsum;

TEST_CASE("deriving the built-in pack anew finds what is written in it") {
  const io::Pack& pack = test::built_in();
  const auto facts = workshop::load_facts(test::source / "assets" / "attachments.json", test::source / "assets" / "regions.json");
  REQUIRE(facts);
  atlas::Atlas atlas = pack.atlas;
  std::vector<geometry::TriangleMesh> meshes = pack.meshes;
  atlas.landmarks.clear();
  atlas.attachments.clear();
  atlas.regions = {};
  static_cast<void>(workshop::derive(atlas, meshes, *facts));

  CHECK(atlas.landmarks.size() == pack.atlas.landmarks.size());
  for (const auto& [id, landmark] : pack.atlas.landmarks) {
    INFO(id);
    REQUIRE(atlas.landmarks.contains(id));
    CHECK(glm::distance(atlas.landmarks.at(id).position, landmark.position) < 0.1F);
  }
  CHECK(atlas.attachments.size() == pack.atlas.attachments.size());
  CHECK(atlas.regions.size() == pack.atlas.regions.size());
  for (std::size_t m = 0; m < meshes.size(); ++m) CHECK(meshes[m].fibre.size() == pack.meshes[m].fibre.size());
}
