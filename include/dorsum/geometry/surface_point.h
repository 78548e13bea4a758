#pragma once
// A place on a surface, told by the surface itself: it stays the same place however the surface is bent or moved.

#include <cstdint>
#include <glm/vec3.hpp>
#include <optional>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

struct SurfacePoint {
  std::uint32_t mesh = 0;       ///< index of the mesh, of a body: of the structure
  std::uint32_t triangle = 0;   ///< index of the triangle in it
  glm::vec3 barycentric{0.0F};  ///< weights of the triangle's corners, sum 1
  friend bool operator==(const SurfacePoint&, const SurfacePoint&) = default;
};

/// A point that a ray or a search has met.
struct SurfaceHit : SurfacePoint {
  glm::vec3 position{0.0F};  ///< mm
  float distance = 0.0F;     ///< mm along the ray, or to the query point
};

/// Where a point of this mesh lies now, mm. Its triangle must be one that the mesh has.
[[nodiscard]] glm::vec3 position_of(const SurfacePoint& point, const TriangleMesh& mesh);

/// At right angles to the triangle that the point lies on, outward, unit; zero where the triangle has no area.
[[nodiscard]] glm::vec3 facing_of(const SurfacePoint& point, const TriangleMesh& mesh);

/// The mean of the mesh's own normals there, unit; as facing_of where the mesh has none.
[[nodiscard]] glm::vec3 normal_of(const SurfacePoint& point, const TriangleMesh& mesh);

/// A corner as a point of one of its triangles: the first that has it. Nothing for a vertex of no triangle.
[[nodiscard]] std::optional<SurfacePoint> corner_point(std::uint32_t mesh_index, const TriangleMesh& mesh, std::uint32_t vertex);

}  // namespace dorsum::geometry
