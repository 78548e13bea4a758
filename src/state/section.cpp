#include "dorsum/state/section.h"

#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "framing.h"
#include "rounded.h"

namespace dorsum::state {

glm::vec3 cut_direction(const Section& section) {
  switch (section.plane) {
    case Plane::sagittal: return {1.0F, 0.0F, 0.0F};
    case Plane::frontal: return {0.0F, 1.0F, 0.0F};
    case Plane::transverse: return {0.0F, 0.0F, 1.0F};
    case Plane::oblique: break;
  }
  return -axes_of(Camera{.azimuth = section.azimuth, .elevation = section.elevation}).forward;
}

Section facing(const Camera& camera) {
  // Degrees and millimetres are kept as a command can say them.
  // A section's angles are those of a camera that looks at an upright body.
  const glm::vec3 to_eye = -axes_of(camera).forward;
  const float azimuth = camera.prone ? glm::degrees(std::atan2(to_eye.x, to_eye.y)) : camera.azimuth;
  const float elevation = camera.prone ? glm::degrees(std::asin(glm::clamp(to_eye.z, -1.0F, 1.0F))) : camera.elevation;
  Section section{Plane::oblique, 0.0F, to_tenths(std::remainder(azimuth, 360.0F)), to_tenths(elevation)};
  section.at = to_tenths(glm::dot(cut_direction(section), camera.target));
  return section;
}

Section turned(const Section& section, float azimuth, float elevation, glm::vec3 pivot) {
  const glm::vec3 before = cut_direction(section);
  const glm::vec3 hinge = pivot + before * (section.at - glm::dot(before, pivot));
  Section after{Plane::oblique, 0.0F, azimuth, elevation};
  after.at = to_tenths(glm::dot(cut_direction(after), hinge));
  return after;
}

Arguments arguments_of(const Section& section) {
  switch (section.plane) {
    case Plane::sagittal: return {"sagittal", section.at};
    case Plane::frontal: return {"frontal", section.at};
    case Plane::transverse: return {"transverse", section.at};
    case Plane::oblique: break;
  }
  return {"oblique", section.azimuth, section.elevation, section.at};
}

}  // namespace dorsum::state
