#include "ray_on_triangle.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace dorsum::geometry {

RayOnTriangle ray_on_triangle(glm::dvec3 origin, glm::dvec3 direction, glm::dvec3 a, glm::dvec3 b, glm::dvec3 c) {
  const glm::dvec3 ab = b - a, ac = c - a, from_a = origin - a;
  const glm::dvec3 across = glm::cross(direction, ac);
  const double volume = glm::dot(ab, across);
  if (volume == 0.0) return {{1.0F, 0.0F, 0.0F}, static_cast<float>(-glm::dot(from_a, direction))};
  const glm::dvec3 moment = glm::cross(from_a, ab);
  // On an edge rounding may leave the triangle by a hair.
  const double at_b = std::clamp(glm::dot(from_a, across) / volume, 0.0, 1.0);
  const double at_c = std::clamp(glm::dot(direction, moment) / volume, 0.0, 1.0 - at_b);
  return {glm::vec3(1.0 - at_b - at_c, at_b, at_c), static_cast<float>(glm::dot(ac, moment) / volume)};
}

}  // namespace dorsum::geometry
