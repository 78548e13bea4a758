#pragma once
// The body's surfaces: opaque ones, the skin with its window, translucent shells, patches of skin in the window.

#include "pass.h"

namespace dorsum::render {

class SurfacesPass {
 public:
  [[nodiscard]] static Result<SurfacesPass> create();

  void draw_opaque(const Frame& frame) const;
  /// Each shell as one surface, innermost first: its nearest points only, so that the inside of a muscle
  /// never shows through its outside.
  void draw_translucent(const Frame& frame) const;
  /// Zones where the skin is open.
  void draw_patches(const Frame& frame) const;

 private:
  SurfacesPass() = default;
  void draw_item(const Frame& frame, const view::DrawItem& item, const gl::Program& program) const;

  gl::Program flesh_, hard_, skin_, patch_, depth_, skin_depth_;
};

}  // namespace dorsum::render
