#include "dorsum/state/standpoint.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "dorsum/state/camera.h"

namespace dorsum::state {
namespace {

constexpr float parallel_distance = 1.0e5F;  ///< mm

}  // namespace

Standpoint standpoint_of(const Camera& camera) {
  Standpoint standpoint{{}, camera.distance, glm::radians(camera.field_of_view) * 0.5F};
  if (camera.orthographic) {
    standpoint.half_field = std::atan(camera.distance * std::tan(standpoint.half_field) / parallel_distance);
    standpoint.distance = parallel_distance;
  }
  standpoint.eye = camera.target + axes_of(camera).forward * -standpoint.distance;
  return standpoint;
}

}  // namespace dorsum::state
