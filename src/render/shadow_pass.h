#pragma once
// What stands in the key light's way: the depth of all that the light sees, after Williams, "Casting curved shadows on
// curved surfaces" (SIGGRAPH 1978). A picture in high quality has a new map every few samples, from another spot of the
// light's disc, which makes the shadows' edges soft. The light goes with the viewer, so that a map would last one
// frame while things move; shadows are then found in the picture itself (shade.frag).

#include "pass.h"

namespace dorsum::render {

class ShadowPass {
 public:
  static constexpr int samples_a_map = 2;  ///< of the picture: as many triangles again for each would cost too much

  [[nodiscard]] static Result<ShadowPass> create();
  /// Makes its map; cheap when it is there.
  [[nodiscard]] Result<void> fit();
  /// Draws the map of what lets no light through.
  [[nodiscard]] Shadow cast(const Shot& shot) const;

 private:
  ShadowPass() = default;
  bool fits_ = false;
  gl::Texture map_;
  gl::Framebuffer buffer_;
  gl::Program whole_, cut_, skin_;
};

}  // namespace dorsum::render
