#pragma once
// The hand that makes a stroke, where it is at a time.

#include <glm/vec2.hpp>
#include <vector>

#include "dorsum/drawing/camera.h"
#include "dorsum/massage/strokes.h"

namespace dorsum::picture {

/// A closed outline in pixels, origin top left of the picture.
struct HandOutline {
  std::vector<glm::vec2> points;
  float press = 0.0F;  ///< of 5
};

/// Where the hands of these strokes are `seconds` after they began, each at its true speed and beginning anew when it is
/// through; strokes of one technique on one side follow one another. What faces away from the eye is left out.
[[nodiscard]] std::vector<HandOutline> hands_at(const massage::Laid& laid, double seconds, const drawing::CameraMatrices& camera, drawing::Viewport viewport);

}  // namespace dorsum::picture
