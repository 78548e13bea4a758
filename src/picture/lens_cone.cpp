#include "lens_cone.h"

#include <glm/geometric.hpp>

#include "dorsum/state/camera.h"
#include "dorsum/state/standpoint.h"

namespace dorsum::picture {

drawing::LensCone lens_cone(const state::Camera& camera, const state::Lens& lens, const body::Stance& stance) {
  const glm::vec3 centre = stance.place(lens.centre);
  const glm::vec3 eye = state::standpoint_of(camera).eye;
  const float distance = glm::distance(eye, centre);
  if (distance <= 0.0F) return {eye, state::axes_of(camera).forward, 0.0F};
  return {eye, (centre - eye) / distance, lens.radius / distance};
}

}  // namespace dorsum::picture
