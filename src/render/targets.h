#pragma once
// The framebuffers that a sample of the picture goes through, remade when its size or quality changes.

#include <algorithm>

#include "dorsum/gl/framebuffer.h"
#include "dorsum/render/renderer.h"

namespace dorsum::render {

class Targets {
 public:
  /// Makes them fit; cheap when they do already.
  [[nodiscard]] Result<void> fit(int width, int height, Quality quality);

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  /// The shade's picture is this many times smaller a side.
  [[nodiscard]] int shade_divisor() const { return quality_ == Quality::high ? 2 : 4; }
  [[nodiscard]] int shade_width() const { return std::max(1, width_ / shade_divisor()); }
  [[nodiscard]] int shade_height() const { return std::max(1, height_ / shade_divisor()); }

  /// Draw into the picture itself: colour, depth, stencil.
  void draw_picture() const;
  /// Copies the picture's depth into the framebuffer that is bound, of the same size and depth format.
  void copy_depth_to(const gl::Framebuffer& framebuffer) const;
  /// The picture without its overlays into another framebuffer.
  void copy_colour_to(unsigned int framebuffer, drawing::Viewport where) const;
  void draw_gathered_shade() const;
  void draw_shade() const;
  /// Draws over the picture's colours alone: its depth may be read meanwhile.
  void draw_colour() const;
  /// Draws marks; what is tested against the picture's depth leaves it as it is.
  void draw_mask() const;

  [[nodiscard]] const gl::Texture& colour() const { return colour_; }
  [[nodiscard]] const gl::Texture& depth() const { return depth_; }
  [[nodiscard]] const gl::Texture& gathered_shade() const { return gathered_; }
  [[nodiscard]] const gl::Texture& shade() const { return shade_; }
  [[nodiscard]] const gl::Texture& mask() const { return mask_; }

 private:
  int width_ = 0, height_ = 0;
  Quality quality_ = Quality::high;
  gl::Texture colour_, depth_, gathered_, shade_, mask_;
  gl::Framebuffer picture_, colour_buffer_, gathered_buffer_, shade_buffer_, mask_buffer_;
};

/// The sum of a picture's samples, and how many they are. A sample is rounded to so many steps, now up, now down (rounding_of):
/// their sum is a whole number that half floats hold exactly, and the mean of all is finer than the picture shows.
class Accumulation {
 public:
  static constexpr int steps = 2048 / Renderer::full_samples;
  [[nodiscard]] Result<void> fit(int width, int height);
  /// The next samples drawn into it are the first.
  void clear();
  /// Binds it; what is drawn adds up.
  void draw_into() const;
  void count_sample() { ++samples_; }
  [[nodiscard]] int samples() const { return samples_; }
  [[nodiscard]] const gl::Texture& sum() const { return sum_; }
  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }

 private:
  int width_ = 0, height_ = 0, samples_ = 0;
  gl::Texture sum_;
  gl::Framebuffer buffer_;
};

}  // namespace dorsum::render
