#pragma once

#include <glm/vec3.hpp>

namespace dorsum::geometry {

/// Barycentric weights of the point of triangle abc nearest to p (Ericson 2005, Real-Time Collision Detection, 5.1.5).
[[nodiscard]] glm::vec3 closest_on_triangle(glm::vec3 p, glm::vec3 a, glm::vec3 b, glm::vec3 c);

}  // namespace dorsum::geometry
