#include "dorsum/geometry/closest_point.h"

#include <glm/geometric.hpp>

#include "closest_on_triangle.h"

namespace dorsum::geometry {

std::optional<SurfaceHit> closest_point(const TriangleMesh& mesh, glm::vec3 place, float reach) {
  std::optional<SurfaceHit> nearest;
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    const auto& [i, j, k] = mesh.triangles[t];
    const glm::vec3 &a = mesh.positions[i], &b = mesh.positions[j], &c = mesh.positions[k];
    const glm::vec3 weights = closest_on_triangle(place, a, b, c);
    const glm::vec3 position = weights.x * a + weights.y * b + weights.z * c;
    const float distance = glm::distance(position, place);
    if (distance < reach) {  // never of what is no number
      reach = distance;
      nearest = SurfaceHit{{.triangle = static_cast<std::uint32_t>(t), .barycentric = weights}, position, distance};
    }
  }
  return nearest;
}

}  // namespace dorsum::geometry
