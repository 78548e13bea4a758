#include "targets.h"

#include <algorithm>

namespace dorsum::render {

Result<void> Targets::fit(int width, int height, Quality quality) {
  if (width == width_ && height == height_ && quality == quality_) return {};
  width_ = width;
  height_ = height;
  quality_ = quality;

  colour_ = gl::Texture(width, height, GL_RGBA8, GL_LINEAR);
  depth_ = gl::Texture(width, height, GL_DEPTH24_STENCIL8, GL_NEAREST);
  picture_ = gl::Framebuffer::make();
  picture_.attach(GL_COLOR_ATTACHMENT0, colour_);
  picture_.attach(GL_DEPTH_STENCIL_ATTACHMENT, depth_);
  colour_buffer_ = gl::Framebuffer::make();
  colour_buffer_.attach(GL_COLOR_ATTACHMENT0, colour_);
  gathered_ = gl::Texture(shade_width(), shade_height(), GL_RG32F, GL_NEAREST);
  gathered_buffer_ = gl::Framebuffer::make();
  gathered_buffer_.attach(GL_COLOR_ATTACHMENT0, gathered_);
  shade_ = gl::Texture(shade_width(), shade_height(), GL_R8, GL_LINEAR);
  shade_buffer_ = gl::Framebuffer::make();
  shade_buffer_.attach(GL_COLOR_ATTACHMENT0, shade_);
  mask_ = gl::Texture(width, height, GL_RGBA8, GL_LINEAR);
  mask_buffer_ = gl::Framebuffer::make();
  mask_buffer_.attach(GL_COLOR_ATTACHMENT0, mask_);
  mask_buffer_.attach(GL_DEPTH_STENCIL_ATTACHMENT, depth_);
  for (const gl::Framebuffer* made : {&picture_, &colour_buffer_, &gathered_buffer_, &shade_buffer_, &mask_buffer_}) {
    if (auto fits = made->check(); !fits) {
      width_ = 0;  // not fit: try again next time
      return fits;
    }
  }
  return {};
}

void Targets::draw_picture() const {
  picture_.bind();
  glViewport(0, 0, width_, height_);
}

void Targets::copy_depth_to(const gl::Framebuffer& framebuffer) const {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, picture_.name());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer.name());
  glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_DEPTH_BUFFER_BIT, GL_NEAREST);
}

void Targets::copy_colour_to(unsigned int framebuffer, drawing::Viewport where) const {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, picture_.name());
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

void Targets::draw_colour() const {
  colour_buffer_.bind();
  glViewport(0, 0, width_, height_);
}

void Targets::draw_mask() const {
  mask_buffer_.bind();
  glViewport(0, 0, width_, height_);
}

Result<void> Accumulation::fit(int width, int height) {
  if (width == width_ && height == height_) return {};
  samples_ = 0;
  width_ = width;
  height_ = height;
  // OpenGL ES adds up in half floats wherever it can draw into floats at all, in whole ones only with EXT_float_blend.
  sum_ = gl::Texture(width, height, GL_RGBA16F, GL_NEAREST);
  buffer_ = gl::Framebuffer::make();
  buffer_.attach(GL_COLOR_ATTACHMENT0, sum_);
  auto fits = buffer_.check();
  if (!fits) width_ = 0;
  return fits;
}

void Accumulation::clear() {
  samples_ = 0;
  draw_into();
  glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
  glClear(GL_COLOR_BUFFER_BIT);
}

void Accumulation::draw_into() const {
  buffer_.bind();
  glViewport(0, 0, width_, height_);
}

}  // namespace dorsum::render
