#pragma once
// The structures of an atlas as the tree shows them: grouped by layer, muscles for company and the skeleton's
// regions after them, left and right twins in one row. Plain data, so that it can be tested without a window.

#include <string>
#include <string_view>
#include <vector>

#include "dorsum/atlas/atlas.h"

namespace dorsum::ui {

struct TreeRow {
  std::string name;                     ///< plain, without a side
  std::string latin;
  std::vector<std::size_t> structures;  ///< one of the midline, or the left and then the right twin
};

struct TreeGroup {
  std::string title;
  std::vector<TreeRow> rows;  ///< in the atlas's own order
  [[nodiscard]] std::vector<std::size_t> structures() const;
};

/// Groups without rows are left out.
[[nodiscard]] std::vector<TreeGroup> tree_groups(const atlas::Atlas& atlas);

/// Whether every word of the search occurs in the row's plain or Latin name, in any case. An empty search finds all.
[[nodiscard]] bool found_by(const TreeRow& row, std::string_view search);

}  // namespace dorsum::ui
