#include "skin_areas.h"

#include <glm/geometric.hpp>

namespace dorsum::body {

std::vector<double> vertex_areas(const geometry::TriangleMesh& mesh) {
  std::vector<double> areas(mesh.positions.size(), 0.0);
  for (const geometry::Triangle& t : mesh.triangles) {
    const glm::dvec3 a(mesh.positions[t[0]]), b(mesh.positions[t[1]]), c(mesh.positions[t[2]]);
    const double third = glm::length(glm::cross(b - a, c - a)) / 6.0;
    for (const std::uint32_t index : t) areas[index] += third;
  }
  return areas;
}

}  // namespace dorsum::body
