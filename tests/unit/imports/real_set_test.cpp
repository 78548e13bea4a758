// The real data set, where DORSUM_REFERENCE_DIR tells where it is.

#include <catch2/catch.hpp>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "dorsum/body/landmark_rules.h"
#include "dorsum/imports/import.h"
#include "small_pack.h"

using namespace dorsum;

TEST_CASE("the BodyParts3D archive gives every structure that it has files for", "[real-set]") {
  const char* const reference = std::getenv("DORSUM_REFERENCE_DIR");
  if (reference == nullptr) {
    WARN("DORSUM_REFERENCE_DIR is unset: the real data set is not tested");
    return;
  }
  const std::filesystem::path assets = std::filesystem::path(DORSUM_SOURCE_DIR) / "assets";
  const auto table = atlas::load_structure_table(assets / "structures.json");
  REQUIRE(table);
  const auto imported = imports::import_bodyparts3d(std::filesystem::path(reference) / "bodyparts3d" / "obj", *table, {}, silent_progress());
  REQUIRE(imported);
  CAPTURE(imports::by_weight(imported->notes));
  CHECK(imported->files_seen == 657);
  CHECK(imported->files_read == 282);
  CHECK(imported->atlas.structures.size() == 219);
  CHECK(imported->atlas.lacking.size() == 43 + 35);  // latissimus dorsi and what else the archive lacks; all that lies within

  const auto expected = load_json(std::filesystem::path(reference) / "bodyparts3d" / "structures.json");
  REQUIRE(expected);
  for (const auto& [id, entry] : expected->items()) {
    CAPTURE(id);
    CHECK(imported->atlas.index_of(id).has_value() == !entry.at("files").empty());
  }
  // Two walls of 101,690 triangles; about half can be seen from outside.
  const std::size_t skin = imported->meshes[*imported->atlas.index_of("skin")].triangles.size();
  CHECK(skin > 48'000);
  CHECK(skin < 55'000);
  // All 27 bones of a hand: one component each.
  CHECK(geometry::topology_of(imported->meshes[*imported->atlas.index_of("hand.R")]).components >= 27);
  for (std::size_t i = 0; i < imported->meshes.size(); ++i) {
    CAPTURE(imported->atlas.structures[i].id);
    CHECK(imported->meshes[i].normals.size() == imported->meshes[i].positions.size());
    CHECK(geometry::signed_volume_of(imported->meshes[i]) > 0.0);
  }
  const auto measured = body::measure_landmarks(imported->atlas.structures, imported->meshes);
  for (const std::string& id : atlas::landmark_vocabulary()) {
    CAPTURE(id);
    CHECK(measured.landmarks.contains(id));
  }
}
