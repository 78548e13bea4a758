#pragma once
// The body's surfaces: opaque ones, the skin with its window and the rim around it, layers of translucent ones,
// patches of skin in the window.

#include <vector>

#include "hidden_items.h"
#include "pass.h"

namespace dorsum::render {

class SurfacesPass {
 public:
  [[nodiscard]] static Result<SurfacesPass> create();

  void draw_opaque(const Frame& frame);

  /// The items that can be seen through.
  [[nodiscard]] static std::vector<const view::DrawItem*> translucent(const Frame& frame);
  /// The nearest points of items into the framebuffer that is bound; of what lies behind `peeled`, the depth
  /// picture of the layer before, where there is one.
  void draw_layer(const Frame& frame, const std::vector<const view::DrawItem*>& items, const gl::Texture* peeled) const;

  /// Zones where the skin is open.
  void draw_patches(const Frame& frame) const;

 private:
  explicit SurfacesPass(HiddenItems hidden) : hidden_(std::move(hidden)) {}
  void draw_solids(const Frame& frame, const HiddenItems::Items& items) const;
  /// One program for each look.
  struct Looks {
    gl::Program flesh, bone, cartilage, fibrous, skin, bare_skin;
    [[nodiscard]] const gl::Program& of(const Frame& frame, const view::DrawItem& item) const;
  };
  static void draw_item(const Frame& frame, const view::DrawItem& item, const gl::Program& program);

  Looks opaque_, peeled_;
  gl::Program patch_;
  HiddenItems hidden_;
};

}  // namespace dorsum::render
