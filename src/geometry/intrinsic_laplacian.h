#pragma once
// The cotangent Laplacian from edge lengths alone, mollified so that slivers can't spoil it.

#include <Eigen/SparseCore>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

struct IntrinsicLaplacian {
  Eigen::SparseMatrix<double> stiffness;  ///< positive semidefinite, mm^0
  Eigen::VectorXd mass;                   ///< a third of the area around each vertex, mm2
  /// Edge lengths of each triangle, mm; [c] is opposite corner c. Lengthened a little where needed, so that
  /// even a degenerate triangle is a proper one ("mollification", Sharp and Crane 2020, A Laplacian for
  /// Nonmanifold Triangle Meshes).
  std::vector<std::array<double, 3>> lengths;
  double mean_edge = 0.0;  ///< mm
};

[[nodiscard]] IntrinsicLaplacian intrinsic_laplacian(std::span<const glm::dvec3> positions,
                                                     std::span<const Triangle> triangles);

}  // namespace dorsum::geometry
