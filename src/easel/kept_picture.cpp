#include "dorsum/easel/kept_picture.h"

#include "dorsum/picture/side_by_side.h"

namespace dorsum::easel {

Result<void> KeptPicture::draw(render::Renderer& renderer, std::span<const drawing::Scene> scenes, int width, int height, render::Quality quality) {
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
  for (std::size_t i = 0; i < scenes.size(); ++i) {
    const drawing::Viewport part = picture::part_of(width, height, scenes.size(), i);
    if (auto drawn = renderer.draw(scenes[i], part, quality, framebuffer_.name()); !drawn) return drawn;
    // The renderer gathers the samples of one scene at a time.
    if (scenes.size() < 2 || quality == render::Quality::low) continue;
    for (int more = 1; more < render::Renderer::full_samples; ++more) {
      const auto samples = renderer.refine(scenes[i], part, framebuffer_.name());
      if (!samples) return Failure(samples.error());
      if (*samples >= render::Renderer::full_samples) break;
    }
  }
  return {};
}

void KeptPicture::show(int left, int bottom, unsigned int into) const {
  if (width_ == 0) return;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.name());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, into);
  glBlitFramebuffer(0, 0, width_, height_, left, bottom, left + width_, bottom + height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, into);
}

}  // namespace dorsum::easel
