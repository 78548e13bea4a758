#include "standpoint.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace dorsum::picture {
namespace {

constexpr float parallel_distance = 1.0e5F;  ///< mm

}  // namespace

CameraAxes axes_of(const state::Camera& camera) {
  const float azimuth = glm::radians(camera.azimuth), elevation = glm::radians(camera.elevation);
  // Azimuth 0 puts the eye behind the body (+Y), 90 at its left (+X).
  const glm::vec3 back(std::sin(azimuth) * std::cos(elevation), std::cos(azimuth) * std::cos(elevation), std::sin(elevation));
  const glm::vec3 right = glm::normalize(glm::cross(glm::vec3(0.0F, 0.0F, 1.0F), back));
  return {back, right, glm::cross(back, right)};
}

Standpoint standpoint_of(const state::Camera& camera) {
  Standpoint standpoint{{}, camera.distance, glm::radians(camera.field_of_view) * 0.5F};
  if (camera.orthographic) {
    standpoint.half_field = std::atan(camera.distance * std::tan(standpoint.half_field) / parallel_distance);
    standpoint.distance = parallel_distance;
  }
  standpoint.eye = camera.target + axes_of(camera).back * standpoint.distance;
  return standpoint;
}

drawing::LensCone lens_cone(const state::Camera& camera, const state::Lens& lens) {
  const glm::vec3 eye = standpoint_of(camera).eye;
  const float distance = glm::distance(eye, lens.centre);
  if (distance <= 0.0F) return {eye, -axes_of(camera).back, 0.0F};
  return {eye, (lens.centre - eye) / distance, lens.radius / distance};
}

}  // namespace dorsum::picture
