#include "dorsum/drawing/lens.h"

#include <glm/geometric.hpp>

namespace dorsum::drawing {

bool LensCone::holds(glm::vec3 point) const {
  const glm::vec3 way = point - origin;
  const float along = glm::dot(way, axis);
  return along > 0.0F && glm::length(way - axis * along) < slope * along;
}

}  // namespace dorsum::drawing
