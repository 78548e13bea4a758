#pragma once
// The round opening under the pointer.

#include <glm/vec3.hpp>

namespace dorsum::drawing {

/// What lies within the lens: points nearer to its axis than `slope` times the way along it.
struct LensCone {
  glm::vec3 origin{0.0F};  ///< the eye, mm
  glm::vec3 axis{0.0F};    ///< unit, away from the eye
  float slope = 0.0F;
  [[nodiscard]] bool holds(glm::vec3 point) const;
};

}  // namespace dorsum::drawing
