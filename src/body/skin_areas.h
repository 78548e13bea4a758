#pragma once

#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::body {

/// A third of the area of the triangles around each vertex, mm2: sums over vertices are areas of skin.
[[nodiscard]] std::vector<double> vertex_areas(const geometry::TriangleMesh& mesh);

}  // namespace dorsum::body
