#pragma once
// Numbers on a surface made smooth, as heat spreads along it; the cotangent Laplacian (intrinsic, so that slivers can't
// spoil it) and Eigen's sparse Cholesky factorisation.

#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

/// `values`: lists of one number a vertex. What is narrower than about `reach` mm is spread out; sums over the surface's
/// area stay. Vertices that no triangle uses keep their numbers.
void smooth_over(const TriangleMesh& mesh, float reach, std::vector<std::vector<float>>& values);

}  // namespace dorsum::geometry
