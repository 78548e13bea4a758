#include "read_back.h"

#include <algorithm>

namespace dorsum::render {

Pixels read_pixels(const gl::Framebuffer& framebuffer, int width, int height) {
  Pixels pixels{width, height, {}};
  const std::size_t row = static_cast<std::size_t>(width) * 4;
  pixels.rgba.resize(row * static_cast<std::size_t>(height));
  framebuffer.bind();
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
  // OpenGL's rows run from below.
  for (std::size_t low = 0, high = static_cast<std::size_t>(height) - 1; low < high; ++low, --high) {
    const auto at = [&](std::size_t y) { return pixels.rgba.begin() + static_cast<std::ptrdiff_t>(y * row); };
    std::swap_ranges(at(low), at(low + 1), at(high));
  }
  return pixels;
}

void divide_by_alpha(Pixels& pixels) {
  for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4) {
    const unsigned alpha = pixels.rgba[i + 3];
    if (alpha == 0 || alpha == 255) continue;
    for (std::size_t c = i; c < i + 3; ++c) {
      pixels.rgba[c] = static_cast<std::uint8_t>(std::min(255U, (pixels.rgba[c] * 255U + alpha / 2U) / alpha));
    }
  }
}

}  // namespace dorsum::render
