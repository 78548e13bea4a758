#pragma once
// The point of one mesh nearest to a place, by looking at every triangle. For a few questions; many are quicker
// with surface_query.h, once it is built.

#include <glm/vec3.hpp>
#include <optional>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

struct ClosestPoint {
  glm::vec3 position{0.0F};  ///< mm, on the mesh
  float distance = 0.0F;     ///< mm from the place asked for
};

/// Nothing where the mesh has no triangle, or none within `reach` mm. Triangles must name vertices the mesh has.
[[nodiscard]] std::optional<ClosestPoint> closest_point(const TriangleMesh& mesh, glm::vec3 place, float reach);

}  // namespace dorsum::geometry
