#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "dorsum/atlas/atlas.h"

using namespace dorsum;
using namespace dorsum::atlas;

namespace {

Atlas table() {
  Atlas atlas;
  auto structures = load_structure_table(DORSUM_SOURCE_DIR "/assets/structures.json");
  if (!structures) FAIL(structures.error().message());
  atlas.structures = std::move(*structures);
  return atlas;
}

std::set<std::string> named(const Atlas& atlas, std::string_view name) {
  std::set<std::string> ids;
  for (const std::size_t index : structures_named(atlas, name)) ids.insert(atlas.structures[index].id);
  return ids;
}

/// The ids by which files of the archive are found.
std::set<std::string> of_fma(const Structure& structure) {
  std::set<std::string> ids;
  for (const std::string& id : structure.concepts) {
    if (id.starts_with("FMA")) ids.insert(id);
  }
  return ids;
}

}  // namespace

TEST_CASE("the table has all 262 structures of the body's wall and limbs and 35 within, in mirrored pairs, each concept once") {
  const Atlas atlas = table();
  const auto within = std::count_if(atlas.structures.begin(), atlas.structures.end(), [](const Structure& s) { return is_within(s.kind); });
  CHECK(within == 35);
  CHECK(std::ssize(atlas.structures) == 262 + within);
  std::set<std::string> concepts, of_both_sides;
  std::size_t with_files = 0;
  for (const Structure& structure : atlas.structures) {
    INFO(structure.id);
    const std::set<std::string> files = of_fma(structure);
    with_files += files.empty() ? 0 : 1;
    for (const std::string& each : files) CHECK(concepts.insert(each).second);
    for (const std::string& each : structure.concepts) {
      if (files.contains(each)) continue;
      CHECK((each.starts_with("UBERON:") && each.size() == 14));
      if (structure.side() != Side::left) CHECK(of_both_sides.insert(each).second);
      const auto& other_side = atlas.structures[*atlas.index_of(mirrored_id(structure.id))].concepts;
      CHECK(std::count(other_side.begin(), other_side.end(), each) == 1);
    }
    CHECK_FALSE(structure.name.empty());
    CHECK_FALSE(structure.latin.empty());
    const auto twin = atlas.index_of(mirrored_id(structure.id));
    REQUIRE(twin);
    const Structure& other = atlas.structures[*twin];
    CHECK(other.name == structure.name);
    CHECK(other.layer == structure.layer);
    CHECK(other.leaves_at == structure.leaves_at);
    CHECK(other.companion == structure.companion);
    CHECK(other.concepts.size() == structure.concepts.size());
  }
  CHECK(with_files == 219);
  CHECK(of_both_sides.size() == 82);
  CHECK(concepts.size() == 228 + 2 * 27);
}

TEST_CASE("what lies within leaves with the last flesh, belongs to no muscle, and something is said about it") {
  for (const Structure& structure : table().structures) {
    if (!is_within(structure.kind)) continue;
    INFO(structure.id);
    CHECK(structure.leaves_at == 5.0F);
    CHECK(structure.companion);
    CHECK(structure.muscle.empty());
    CHECK_FALSE(structure.about.empty());
  }
}

TEST_CASE("what leaves belongs to the layer that it leaves with") {
  for (const Structure& structure : table().structures) {
    INFO(structure.id);
    if (structure.leaves_at == never_leaves) {
      CHECK(structure.layer == deepest_layer);
    } else {
      CHECK(structure.layer == static_cast<int>(std::ceil(structure.leaves_at)) - 1);
    }
  }
}

TEST_CASE("the table agrees with the reference list, file by file", "[real-set]") {
  const char* folder = std::getenv("DORSUM_REFERENCE_DIR");
  if (folder == nullptr) {
    WARN("DORSUM_REFERENCE_DIR is unset: the table was not compared with the reference list");
    return;
  }
  const auto root = std::filesystem::path(folder) / "bodyparts3d";
  const auto list = load_json(root / "structures.json");
  const auto index = load_json(root / "index.json");
  REQUIRE(list);
  REQUIRE(index);
  std::map<std::string, std::string> concept_of{{"../skin-outer", "FMA7163"}};
  for (const Json& file : *index) concept_of[file["file"]] = file["fma"];
  const Atlas atlas = table();
  CHECK(list->size() == 185);
  for (const auto& [id, entry] : list->items()) {
    INFO(id);
    const auto at = atlas.index_of(id);
    REQUIRE(at);
    const Structure& structure = atlas.structures[*at];
    CHECK(name_of(structure.kind) == entry["kind"].get<std::string>());
    CHECK(structure.companion == (entry["layer"] == "companion"));
    if (!structure.companion) CHECK(structure.layer == entry["layer"].get<int>());
    CHECK(structure.leaves_at == entry.value("leaves_at", never_leaves));
    std::set<std::string> expected;
    for (const auto& file : entry["files"]) expected.insert(concept_of.at(file));
    CHECK(of_fma(structure) == expected);
  }
  // Structures beyond the list name concepts that the archive has files of, or none.
  std::set<std::string> of_the_archive;
  for (const auto& [file, its_concept] : concept_of) of_the_archive.insert(its_concept);
  for (const Structure& structure : atlas.structures) {
    INFO(structure.id);
    for (const std::string& each : of_fma(structure)) CHECK(of_the_archive.contains(each));
  }
}

TEST_CASE("names stand for structures, muscles, parts, layers, groups and kinds") {
  const Atlas atlas = table();
  CHECK(named(atlas, "vertebra-T6") == std::set<std::string>{"vertebra-T6"});
  CHECK(named(atlas, "trapezius.R") ==
        std::set<std::string>{"trapezius-descending.R", "trapezius-transverse.R", "trapezius-ascending.R"});
  CHECK(named(atlas, "trapezius").size() == 6);
  CHECK(named(atlas, "trapezius/ascending.L") == std::set<std::string>{"trapezius-ascending.L"});
  CHECK(named(atlas, "trapezius/ascending").size() == 2);
  CHECK(named(atlas, "layer-2.R") ==
        std::set<std::string>{"rhomboid-major.R", "rhomboid-minor.R", "infraspinatus.R", "teres-major.R", "supraspinatus.R",
                              "teres-minor.R", "triceps-long-head.R", "triceps-lateral-head.R", "triceps-medial-head.R",
                              "pectoralis-minor.R"});
  CHECK(named(atlas, "erector-spinae").size() == 14);
  CHECK(named(atlas, "erector-spinae.L").size() == 7);
  CHECK(named(atlas, "skeleton").count("sacrum") == 1);
  CHECK(named(atlas, "skeleton").count("multifidus.R") == 0);
  CHECK(named(atlas, "muscles").size() == 2 * 62);
  CHECK(named(atlas, "layer-0") == std::set<std::string>{"skin"});
  CHECK(named(atlas, "organs").count("lung.R") == 1);
  CHECK(named(atlas, "nerves").count("sciatic-nerve.L") == 1);
  CHECK(named(atlas, "vessels").size() == 4);
  CHECK(named(atlas, "layer-4").count("lung.R") == 0);  // a layer is of the back
  for (const char* nothing : {"", ".R", "trapezius.X", "layer-6", "layer-", "Trapezius.R", "trapezius-.R", "s"}) {
    INFO(nothing);
    CHECK(named(atlas, nothing).empty());
  }
}
