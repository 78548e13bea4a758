#pragma once
// The structures of an atlas as the tree shows them: grouped by layer, muscles for company and the skeleton's
// regions after them, left and right twins in one row. Plain data, so that it can be tested without a window.

#include <string>
#include <string_view>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::ui {

struct TreeRow {
  std::string name;                     ///< plain, without a side, in the catalogue's words
  std::string latin;
  std::vector<std::size_t> structures;  ///< one of the midline, or the left and then the right twin
};

/// What a group holds: muscles by layer, what is shown beside them, and the skeleton by region.
enum class TreeGroupId {
  skin, layer_1, layer_2, layer_3, layer_4, neighbours, fascia, organs, vessels_and_nerves, skull, spine, discs, ribs, shoulder, pelvis, other_bones
};
/// A name of it for ids and places, whatever the language: "layer-1".
[[nodiscard]] std::string_view name_of(TreeGroupId group);
[[nodiscard]] const char* title_of(const words::Catalogue& words, TreeGroupId group);

struct TreeGroup {
  TreeGroupId id = TreeGroupId::skin;
  std::vector<TreeRow> rows;  ///< in the atlas's own order
  [[nodiscard]] std::vector<std::size_t> structures() const;
};

/// Groups without rows are left out.
[[nodiscard]] std::vector<TreeGroup> tree_groups(const atlas::Atlas& atlas, const words::Catalogue& words = {});

/// Whether every word of the search occurs in the row's plain or Latin name, in any case. An empty search finds all.
[[nodiscard]] bool found_by(const TreeRow& row, std::string_view search);

}  // namespace dorsum::ui
