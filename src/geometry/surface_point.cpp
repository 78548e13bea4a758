#include "dorsum/geometry/surface_point.h"

#include <algorithm>
#include <glm/geometric.hpp>

#include "dorsum/core/assert.h"

namespace dorsum::geometry {

glm::vec3 position_of(const SurfacePoint& point, const TriangleMesh& mesh) {
  assert(point.triangle < mesh.triangles.size());
  const auto& [i, j, k] = mesh.triangles[point.triangle];
  return point.barycentric.x * mesh.positions[i] + point.barycentric.y * mesh.positions[j] + point.barycentric.z * mesh.positions[k];
}

glm::vec3 facing_of(const SurfacePoint& point, const TriangleMesh& mesh) {
  assert(point.triangle < mesh.triangles.size());
  const auto& [i, j, k] = mesh.triangles[point.triangle];
  const glm::vec3 normal = glm::cross(mesh.positions[j] - mesh.positions[i], mesh.positions[k] - mesh.positions[i]);
  const float length = glm::length(normal);
  return length > 0.0F ? normal / length : glm::vec3(0.0F);
}

glm::vec3 normal_of(const SurfacePoint& point, const TriangleMesh& mesh) {
  if (mesh.normals.size() != mesh.positions.size()) return facing_of(point, mesh);
  assert(point.triangle < mesh.triangles.size());
  const auto& [i, j, k] = mesh.triangles[point.triangle];
  const glm::vec3 mean = point.barycentric.x * mesh.normals[i] + point.barycentric.y * mesh.normals[j] + point.barycentric.z * mesh.normals[k];
  const float length = glm::length(mean);
  return length > 0.0F ? mean / length : facing_of(point, mesh);
}

std::optional<SurfacePoint> corner_point(std::uint32_t mesh_index, const TriangleMesh& mesh, std::uint32_t vertex) {
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    const Triangle& corners = mesh.triangles[t];
    const auto corner = std::find(corners.begin(), corners.end(), vertex);
    if (corner == corners.end()) continue;
    SurfacePoint point{.mesh = mesh_index, .triangle = static_cast<std::uint32_t>(t)};
    point.barycentric[static_cast<int>(corner - corners.begin())] = 1.0F;
    return point;
  }
  return std::nullopt;
}

}  // namespace dorsum::geometry
