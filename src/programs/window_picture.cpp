#include "window_picture.h"

namespace dorsum::programs {

Result<void> WindowPicture::draw(render::Renderer& renderer, const view::Scene& scene, int width, int height, render::Quality quality) {
  if (width != width_ || height != height_) {
    framebuffer_ = gl::Framebuffer::make();
    colour_ = gl::Texture(width, height, GL_RGBA8, GL_NEAREST);
    depth_ = gl::Renderbuffer(width, height, GL_DEPTH_COMPONENT24, 0);
    framebuffer_.attach(GL_COLOR_ATTACHMENT0, colour_);
    framebuffer_.attach(GL_DEPTH_ATTACHMENT, depth_);
    if (auto complete = framebuffer_.check(); !complete) return complete;
    width_ = width;
    height_ = height;
  }
  renderer.draw(scene, {.width = width, .height = height}, quality, framebuffer_.name());
  return {};
}

void WindowPicture::show(int left, int bottom) const {
  if (width_ == 0) return;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.name());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
  glBlitFramebuffer(0, 0, width_, height_, left, bottom, left + width_, bottom + height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

}  // namespace dorsum::programs
