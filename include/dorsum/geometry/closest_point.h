#pragma once
// The point of one mesh nearest to a place, by looking at every triangle. For a few questions; many are quicker
// with surface_query.h, once it is built.

#include <optional>

#include "dorsum/geometry/surface_point.h"

namespace dorsum::geometry {

/// Nothing where the mesh has no triangle, or none within `reach` mm. Triangles must name vertices the mesh has. The
/// mesh's index in the answer is 0.
[[nodiscard]] std::optional<SurfaceHit> closest_point(const TriangleMesh& mesh, glm::vec3 place, float reach);

}  // namespace dorsum::geometry
