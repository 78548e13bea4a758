#pragma once
// The picture of the body between the panels. It is drawn into a framebuffer of its own and kept, so that a
// frame in which only a panel changed costs a copy, not a drawing.

#include <span>

#include "dorsum/gl/framebuffer.h"
#include "dorsum/drawing/scene.h"
#include "dorsum/render/renderer.h"

namespace dorsum::easel {

class KeptPicture {
 public:
  /// Draws anew, one scene or several side by side, at the size of the viewport. Fails when the driver can't draw into such a framebuffer.
  [[nodiscard]] Result<void> draw(render::Renderer& renderer, std::span<const drawing::Scene> scenes, int width, int height, render::Quality quality);

  /// Adds samples to the picture drawn last, of the same scene; returns how many it has.
  [[nodiscard]] Result<int> refine(render::Renderer& renderer, const drawing::Scene& scene) {
    return renderer.refine(scene, {.width = width_, .height = height_}, framebuffer_.name());
  }

  /// Copies it into a framebuffer, its lower left corner at (left, bottom) pixels.
  void show(int left, int bottom, unsigned int into) const;

 private:
  gl::Framebuffer framebuffer_;
  gl::Texture colour_;
  gl::Renderbuffer depth_;
  int width_ = 0, height_ = 0;
};

}  // namespace dorsum::easel
