#include "dorsum/geometry/displacement.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace dorsum::geometry {

glm::vec3 moved(glm::vec3 position, const Displacement& by, glm::vec2 axis) {
  const glm::vec2 away = glm::vec2(position) - axis;
  return position + by.offset + glm::vec3(away * (by.lift / std::max(glm::length(away), 1.0F)), 0.0F);
}

Bounds moved(const Bounds& box, const Displacement& by) {
  const glm::vec3 around(by.lift, by.lift, 0.0F);
  return {box.low + by.offset - around, box.high + by.offset + around};
}

}  // namespace dorsum::geometry
