#pragma once
// The separate pieces of a mesh.

#include <cstdint>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

/// Vertices of each connected piece, pieces in the order of their first vertex. Vertices at exactly the same
/// place count as one, so that a crease separates nothing; vertices that no triangle uses belong to no piece.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> components_of(const TriangleMesh& mesh);

}  // namespace dorsum::geometry
