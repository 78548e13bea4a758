#pragma once
// Where a surface passes through itself.

#include <cstdint>
#include <utility>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

/// Pairs of triangles (by index, the lower first, sorted) that pass through each other or, sharing an edge, lie
/// folded flat upon each other. Triangles that merely touch, at a shared corner or edge, are no pair; vertices at
/// exactly the same place count as one. Triangles without area meet nothing.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> self_intersections(const TriangleMesh& mesh);

}  // namespace dorsum::geometry
