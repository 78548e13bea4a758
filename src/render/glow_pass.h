#pragma once
// The glow of essential zones: a soft light on and around them, over the finished picture, so that it can pulse
// without the picture being drawn again.

#include <span>

#include "pass.h"

namespace dorsum::render {

class GlowPass {
 public:
  [[nodiscard]] static Result<GlowPass> create();
  /// Whether there is any essential zone at all, by the skin's scalars.
  void take(std::span<const glm::vec4> scalars);
  /// Finds where the zones of the frame are that nothing covers. Needs the picture's depth.
  void find(const Shot& shot);
  [[nodiscard]] bool lit() const { return lit_; }
  /// Lights the picture in a framebuffer, 0 to 1.
  void draw(unsigned int framebuffer, drawing::Viewport where, float strength) const;

 private:
  GlowPass() = default;
  [[nodiscard]] bool fit(int width, int height);

  int width_ = 0, height_ = 0;
  bool any_ = false, lit_ = false;
  gl::Texture pictures_[2];
  gl::Framebuffer buffers_[2];
  gl::Program zones_, blur_, light_;
  gl::VertexArray nothing_;
};

}  // namespace dorsum::render
