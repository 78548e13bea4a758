#include "tree_model.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

namespace dorsum::ui {
namespace {

atlas::Atlas whole_table() {
  auto table = atlas::load_structure_table(std::filesystem::path(DORSUM_SOURCE_DIR) / "assets/structures.json");
  REQUIRE(table);
  atlas::Atlas atlas;
  atlas.structures = *std::move(table);
  return atlas;
}

const TreeGroup* group_of(const std::vector<TreeGroup>& groups, TreeGroupId id) {
  const auto found = std::find_if(groups.begin(), groups.end(), [&](const TreeGroup& g) { return g.id == id; });
  return found == groups.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("every structure of the table stands in the tree once") {
  const atlas::Atlas atlas = whole_table();
  std::vector<std::size_t> all;
  for (const TreeGroup& group : tree_groups(atlas)) {
    const auto members = group.structures();
    all.insert(all.end(), members.begin(), members.end());
  }
  std::ranges::sort(all);
  REQUIRE(all.size() == atlas.structures.size());
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i] == i);
}

TEST_CASE("the tree begins at the skin, and no bone is left without a region") {
  const auto groups = tree_groups(whole_table());
  REQUIRE(!groups.empty());
  CHECK(groups.front().id == TreeGroupId::skin);
  CHECK(groups[1].id == TreeGroupId::layer_1);
  CHECK(title_of({}, groups[1].id) == std::string("Layer 1: surface muscles"));
  CHECK(name_of(groups[1].id) == "layer-1");
  CHECK(group_of(groups, TreeGroupId::other_bones) == nullptr);
}

TEST_CASE("twins share a row, the left one first") {
  const atlas::Atlas atlas = whole_table();
  const auto groups = tree_groups(atlas);
  const TreeGroup* layer = group_of(groups, TreeGroupId::layer_3);
  REQUIRE(layer != nullptr);
  for (const TreeRow& row : layer->rows) {
    INFO(row.name);
    REQUIRE(row.structures.size() == 2);
    CHECK(atlas.structures[row.structures[0]].side() == Side::left);
    CHECK(atlas.structures[row.structures[1]].side() == Side::right);
  }
}

TEST_CASE("search finds plain and Latin words in any order and case") {
  const TreeRow row{"Trapezius, ascending (lower) part", "pars ascendens musculi trapezii", {0}};
  CHECK(found_by(row, ""));
  CHECK(found_by(row, "LOWER trap"));
  CHECK(found_by(row, "musculi  ascendens"));
  CHECK_FALSE(found_by(row, "trapezius upper"));
}

}  // namespace dorsum::ui
