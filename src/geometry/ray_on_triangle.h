#pragma once

#include <glm/vec3.hpp>

namespace dorsum::geometry {

struct RayOnTriangle {
  glm::vec3 weights;  ///< barycentric, none negative, sum 1
  float distance;     ///< mm along the ray
};

/// Where a ray that is known to meet triangle abc does so, in double precision (Möller and Trumbore 1997, Fast, Minimum
/// Storage Ray-Triangle Intersection). `direction` is a unit vector. Seen edge on, the answer is corner a.
[[nodiscard]] RayOnTriangle ray_on_triangle(glm::dvec3 origin, glm::dvec3 direction, glm::dvec3 a, glm::dvec3 b, glm::dvec3 c);

}  // namespace dorsum::geometry
