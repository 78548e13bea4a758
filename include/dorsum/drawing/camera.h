#pragma once
// The camera as matrices, and what falls where in its picture.

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>

#include "dorsum/drawing/viewport.h"

namespace dorsum::drawing {

struct CameraMatrices {
  glm::mat4 view{1.0F};        ///< body frame mm to eye
  glm::mat4 projection{1.0F};  ///< OpenGL clip space
  glm::vec3 eye{0.0F};         ///< mm
};

/// Where a point of the body falls in the picture (pixels, origin top left; z: 0 near to 1 far).
[[nodiscard]] glm::vec3 project(const CameraMatrices& camera, Viewport viewport, glm::vec3 point);

}  // namespace dorsum::drawing
