#include "targets.h"

#include <algorithm>

namespace dorsum::render {

Result<void> Targets::fit(int width, int height, Quality quality) {
  if (width == width_ && height == height_ && quality == quality_) return {};
  width_ = width;
  height_ = height;
  quality_ = quality;
  GLint most_samples = 0;
  glGetIntegerv(GL_MAX_SAMPLES, &most_samples);
  samples_ = quality == Quality::high ? std::min(4, most_samples) : 0;

  colour_ = gl::Texture(width, height, GL_RGBA8, GL_LINEAR);
  depth_ = gl::Texture(width, height, GL_DEPTH_COMPONENT24, GL_NEAREST);
  plain_ = gl::Framebuffer::make();
  plain_.attach(GL_COLOR_ATTACHMENT0, colour_);
  plain_.attach(GL_DEPTH_ATTACHMENT, depth_);
  many_ = {};
  if (samples_ > 0) {
    many_colour_ = gl::Renderbuffer(width, height, GL_RGBA8, samples_);
    many_depth_ = gl::Renderbuffer(width, height, GL_DEPTH_COMPONENT24, samples_);
    many_ = gl::Framebuffer::make();
    many_.attach(GL_COLOR_ATTACHMENT0, many_colour_);
    many_.attach(GL_DEPTH_ATTACHMENT, many_depth_);
    if (auto fits = many_.check(); !fits) return fits;
  } else {
    many_colour_ = {};
    many_depth_ = {};
  }
  gathered_ = gl::Texture(shade_width(), shade_height(), GL_R8, GL_NEAREST);
  gathered_buffer_ = gl::Framebuffer::make();
  gathered_buffer_.attach(GL_COLOR_ATTACHMENT0, gathered_);
  shade_ = gl::Texture(shade_width(), shade_height(), GL_R8, GL_LINEAR);
  shade_buffer_ = gl::Framebuffer::make();
  shade_buffer_.attach(GL_COLOR_ATTACHMENT0, shade_);
  mask_ = gl::Texture(width, height, GL_RG8, GL_LINEAR);
  mask_buffer_ = gl::Framebuffer::make();
  mask_buffer_.attach(GL_COLOR_ATTACHMENT0, mask_);
  for (const gl::Framebuffer* made : {&plain_, &gathered_buffer_, &shade_buffer_, &mask_buffer_}) {
    if (auto fits = made->check(); !fits) {
      width_ = 0;  // not fit: try again next time
      return fits;
    }
  }
  return {};
}

void Targets::draw_picture() const {
  (multisampled() ? many_ : plain_).bind();
  glViewport(0, 0, width_, height_);
}

void Targets::resolve_depth() const {
  if (!multisampled()) return;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, many_.name());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, plain_.name());
  glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_DEPTH_BUFFER_BIT, GL_NEAREST);
}

void Targets::resolve_colour() const {
  if (!multisampled()) return;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, many_.name());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, plain_.name());
  glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

void Targets::copy_colour_to(unsigned int framebuffer, view::Viewport where) const {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, plain_.name());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
  glBlitFramebuffer(0, 0, width_, height_, where.left, where.bottom, where.left + where.width, where.bottom + where.height,
                    GL_COLOR_BUFFER_BIT, width_ == where.width && height_ == where.height ? GL_NEAREST : GL_LINEAR);
}

void Targets::draw_gathered_shade() const {
  gathered_buffer_.bind();
  glViewport(0, 0, shade_width(), shade_height());
}

void Targets::draw_shade() const {
  shade_buffer_.bind();
  glViewport(0, 0, shade_width(), shade_height());
}

void Targets::draw_mask() const {
  mask_buffer_.bind();
  glViewport(0, 0, width_, height_);
}

}  // namespace dorsum::render
