#pragma once
// Renumbering the vertices of a mesh together with all their data.

#include <cstdint>
#include <limits>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

inline constexpr std::uint32_t no_vertex = std::numeric_limits<std::uint32_t>::max();

/// Moves vertex i to new_index[i] (where several share one, the first keeps its data); no_vertex drops it.
/// Triangles are renumbered too; an index out of range stays out of range.
void remap_vertices(TriangleMesh& mesh, const std::vector<std::uint32_t>& new_index, std::size_t new_count);

/// Drops vertices that no triangle uses, keeping the order; returns how many went.
std::size_t drop_unused_vertices(TriangleMesh& mesh);

}  // namespace dorsum::geometry
