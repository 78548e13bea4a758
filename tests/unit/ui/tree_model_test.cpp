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

const TreeGroup* group_named(const std::vector<TreeGroup>& groups, std::string_view beginning) {
  const auto found = std::ranges::find_if(groups, [&](const TreeGroup& g) { return g.title.starts_with(beginning); });
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
  CHECK(groups.front().title == atlas::plain_layer_name(0));
  CHECK(groups[1].title == atlas::plain_layer_name(1));
  CHECK(group_named(groups, "Other bones") == nullptr);
}

TEST_CASE("twins share a row, the left one first") {
  const atlas::Atlas atlas = whole_table();
  const auto groups = tree_groups(atlas);
  const TreeGroup* layer = group_named(groups, atlas::plain_layer_name(3));
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
