#pragma once
// Which items are wholly hidden by others, so that they need not be drawn: after Bittner and others, "Coherent
// Hierarchical Culling" (Eurographics 2004), with a single level. What showed in the frame before is drawn first;
// then boxes around the items are tested against its depth, and what a box that shows was left out for is drawn
// after it. Small neighbours share a box, since a question costs as much as some thousand triangles (on llvmpipe it
// goes to every tile of the picture). Nothing that shows is ever missing.

#include <vector>

#include "dorsum/gl/query.h"
#include "pass.h"

namespace dorsum::render {

class HiddenItems {
 public:
  using Items = std::vector<const drawing::DrawItem*>;

  [[nodiscard]] static Result<HiddenItems> create();
  /// Those of `items` that showed in the frame before.
  [[nodiscard]] Items shown_before(const Items& items) const;
  /// Those of `items` that did not show before and may show over the depth drawn so far. The depth test must be on.
  [[nodiscard]] Items come_to_light(const Shot& shot, const Items& items);

 private:
  HiddenItems() = default;
  gl::Program box_;
  gl::VertexArray nothing_;
  std::vector<gl::AnySamplesQuery> queries_;  ///< one a box asked about
  std::vector<bool> shown_;                   ///< by mesh
};

}  // namespace dorsum::render
