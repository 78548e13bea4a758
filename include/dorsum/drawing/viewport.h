#pragma once
// Where in a framebuffer something is drawn.

namespace dorsum::drawing {

/// A rectangle of a framebuffer, in pixels.
struct Viewport {
  int width = 1;
  int height = 1;
  int left = 0;    ///< of its lower left corner in the framebuffer
  int bottom = 0;
};

}  // namespace dorsum::drawing
