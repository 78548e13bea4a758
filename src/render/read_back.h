#pragma once
// From a framebuffer to a picture in memory.

#include "dorsum/gl/framebuffer.h"
#include "dorsum/render/renderer.h"

namespace dorsum::render {

/// Rows from the top, as pictures have them.
[[nodiscard]] Pixels read_pixels(const gl::Framebuffer& framebuffer, int width, int height);

/// From colours multiplied by alpha, as blending leaves them, to plain ones.
void divide_by_alpha(Pixels& pixels);

}  // namespace dorsum::render
