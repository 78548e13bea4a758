#include "dorsum/geometry/closest_point.h"

#include <glm/geometric.hpp>

#include "closest_on_triangle.h"

namespace dorsum::geometry {

std::optional<ClosestPoint> closest_point(const TriangleMesh& mesh, glm::vec3 place, float reach) {
  std::optional<ClosestPoint> nearest;
  for (const auto& [i, j, k] : mesh.triangles) {
    const glm::vec3 &a = mesh.positions[i], &b = mesh.positions[j], &c = mesh.positions[k];
    const glm::vec3 weights = closest_on_triangle(place, a, b, c);
    const glm::vec3 position = weights.x * a + weights.y * b + weights.z * c;
    const float distance = glm::distance(position, place);
    if (distance < reach) {  // never of what is no number
      reach = distance;
      nearest = ClosestPoint{position, distance};
    }
  }
  return nearest;
}

}  // namespace dorsum::geometry
