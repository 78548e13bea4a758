// The structures of the built-in pack: those of the list, their vertices, their two sides.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "dorsum/core/json_reader.h"
#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "packs.h"

using namespace dorsum;

TEST_CASE("every structure of the list is in the built-in pack, once, and nothing else") {
  const auto table = load_json(test::source / "assets" / "structures.json");
  REQUIRE(table);
  std::set<std::string> listed, built;
  for (const Json& structure : table->at("structures")) listed.insert(structure.at("id").get<std::string>());
  REQUIRE(listed.size() > 180);
  for (const atlas::Structure& structure : test::built_in().atlas.structures) {
    INFO(structure.id);
    CHECK(built.insert(structure.id).second);
    CHECK(structure.source.starts_with("sculpted; figures: "));
    CHECK(structure.source.size() > std::string("sculpted; figures: ").size());
  }
  CHECK(built == listed);
}

TEST_CASE("every vertex of the built-in pack is finite, with a unit normal and, where there are fibres, a tendon mask") {
  const io::Pack& pack = test::built_in();
  std::size_t triangles = 0;
  for (std::size_t i = 0; i < pack.meshes.size(); ++i) {
    const geometry::TriangleMesh& mesh = pack.meshes[i];
    CAPTURE(pack.atlas.structures[i].id);
    CHECK(std::all_of(mesh.positions.begin(), mesh.positions.end(), geometry::is_finite));
    REQUIRE(mesh.normals.size() == mesh.positions.size());
    CHECK(std::all_of(mesh.normals.begin(), mesh.normals.end(),
                      [](glm::vec3 n) { return geometry::is_finite(n) && std::abs(glm::length(n) - 1.0F) < 1e-3F; }));
    // Muscles must have fibres (clean_surfaces_test.cpp); others may.
    CHECK((mesh.fibre.empty() || mesh.fibre.size() == mesh.positions.size()));
    CHECK(mesh.tendon.size() == mesh.fibre.size());
    CHECK(std::all_of(mesh.tendon.begin(), mesh.tendon.end(), [](float t) { return t >= 0.0F && t <= 1.0F; }));
    triangles += mesh.triangles.size();
  }
  CHECK(triangles <= 650'000);
}

TEST_CASE("a pair's sides in the built-in pack are each other's mirror image, right at negative x") {
  const io::Pack& pack = test::built_in();
  std::size_t pairs = 0;
  for (const atlas::Structure& structure : pack.atlas.structures) {
    const std::string& id = structure.id;
    if (!id.ends_with(".R") || structure.kind == atlas::Kind::organ) continue;  // the heart pushes one lung aside, the liver one kidney down
    INFO(id);
    const geometry::TriangleMesh& right = test::mesh_of(pack, id);
    const geometry::TriangleMesh& left = test::mesh_of(pack, id.substr(0, id.size() - 1) + "L");
    ++pairs;
    // Muscles mirror about another plane than bones, so they don't give way to them quite alike.
    CHECK(geometry::signed_volume_of(left) == Approx(geometry::signed_volume_of(right)).epsilon(0.05));
    const auto a = geometry::bounds_of(left), b = geometry::bounds_of(right);
    CHECK(a.low.x + a.high.x > b.low.x + b.high.x);
  }
  CHECK(pairs > 50);
}
