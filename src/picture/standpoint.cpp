#include "standpoint.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace dorsum::picture {
namespace {

constexpr float parallel_distance = 1.0e5F;  ///< mm

}  // namespace

Standpoint standpoint_of(const state::Camera& camera) {
  Standpoint standpoint{{}, camera.distance, glm::radians(camera.field_of_view) * 0.5F};
  if (camera.orthographic) {
    standpoint.half_field = std::atan(camera.distance * std::tan(standpoint.half_field) / parallel_distance);
    standpoint.distance = parallel_distance;
  }
  standpoint.eye = camera.target + state::axes_of(camera).forward * -standpoint.distance;
  return standpoint;
}

drawing::LensCone lens_cone(const state::Camera& camera, const state::Lens& lens) {
  const glm::vec3 eye = standpoint_of(camera).eye;
  const float distance = glm::distance(eye, lens.centre);
  if (distance <= 0.0F) return {eye, state::axes_of(camera).forward, 0.0F};
  return {eye, (lens.centre - eye) / distance, lens.radius / distance};
}

}  // namespace dorsum::picture
