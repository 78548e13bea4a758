#pragma once
// Vertices that stand at exactly the same place: a crease splits a vertex for its normals, the surface goes on.

#include <cstdint>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

/// For each vertex, the lowest index of a vertex at the same place (itself when it stands alone).
[[nodiscard]] std::vector<std::uint32_t> first_at_same_place(const TriangleMesh& mesh);

}  // namespace dorsum::geometry
