#include "dorsum/drawing/camera.h"

#include <glm/vec4.hpp>

namespace dorsum::drawing {

glm::vec3 project(const CameraMatrices& camera, Viewport viewport, glm::vec3 point) {
  const glm::vec4 clip = camera.projection * camera.view * glm::vec4(point, 1.0F);
  const glm::vec3 device = glm::vec3(clip) / clip.w;
  return {(device.x * 0.5F + 0.5F) * static_cast<float>(viewport.width),
          (0.5F - device.y * 0.5F) * static_cast<float>(viewport.height), device.z * 0.5F + 0.5F};
}

}  // namespace dorsum::drawing
