#pragma once
// The body's surfaces: opaque ones, the skin with its window and the rim around it, layers of translucent ones,
// patches of skin in the window.

#include <vector>

#include "occlusion_culling.h"
#include "pass.h"

namespace dorsum::render {

class SurfacesPass {
 public:
  [[nodiscard]] static Result<SurfacesPass> create();

  void draw_opaque(const Shot& shot);
  /// The meshes are others than before.
  void forget() { culling_.forget(); }

  using Items = OcclusionCulling::Items;
  [[nodiscard]] static bool is_translucent(const drawing::DrawItem& item);
  /// The items that can be seen through.
  [[nodiscard]] static Items translucent(const Shot& shot);
  /// The depth of the items' nearest points into the framebuffer that is bound; of what lies behind `peeled`, the depth
  /// picture of the layer before, where there is one.
  void find_layer(const Shot& shot, const Items& items, const gl::Texture* peeled) const;
  /// The colours of what was found. Apart, since a driver that draws on the processor shades a point before it is
  /// discarded: so each point of a layer is shaded once, and what lies before or behind it is not.
  void shade_layer(const Shot& shot, const Items& items) const;

  /// Zones where the skin is open.
  void draw_patches(const Shot& shot) const;

 private:
  explicit SurfacesPass(OcclusionCulling culling) : culling_(std::move(culling)) {}
  void shade(const Shot& shot, const Items& items) const;
  /// One program for each look.
  struct Looks {
    gl::Program flesh, bone, cartilage, fibrous, moist, skin, bare_skin;
    [[nodiscard]] Result<void> load(std::string_view quality);
    [[nodiscard]] const gl::Program& of(const Shot& shot, const drawing::DrawItem& item) const;
  };
  static void set_look(const Shot& shot, const drawing::DrawItem& item, const gl::Program& program);
  static void draw_item(const Shot& shot, const drawing::DrawItem& item, const gl::Program& program);

  Looks looks_, fine_looks_;  ///< the latter for high quality
  gl::Program next_layer_, next_layer_of_skin_;  ///< translucent ones, in depth only
  gl::Program patch_;
  OcclusionCulling culling_;
};

}  // namespace dorsum::render
