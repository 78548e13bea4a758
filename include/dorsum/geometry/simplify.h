#pragma once
// Fewer triangles for the same shape, and an order that a graphics card reads fast. meshoptimizer answers.

#include <cstddef>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

/// About `target_triangles` triangles, or as few as keep the surface within `max_error_mm` of the given one.
/// Vertices of the result are vertices of the given mesh, with their normals, fibre and tendon data as they were;
/// borders and seams (split vertices) stay closed. A mesh that is small enough already comes back unchanged.
[[nodiscard]] TriangleMesh simplified(const TriangleMesh& mesh, std::size_t target_triangles, float max_error_mm);

/// Reorders triangles for the vertex cache and vertices in the order of first use. The surface is the same;
/// unused vertices go.
void optimise_order(TriangleMesh& mesh);

}  // namespace dorsum::geometry
