#include "dorsum/geometry/smoothing.h"

#include <Eigen/SparseCholesky>

#include "dorsum/core/parallel.h"
#include "intrinsic_laplacian.h"

namespace dorsum::geometry {

void smooth_over(const TriangleMesh& mesh, float reach, std::vector<std::vector<float>>& values) {
  if (mesh.triangles.empty()) return;
  const std::vector<glm::dvec3> positions(mesh.positions.begin(), mesh.positions.end());
  const IntrinsicLaplacian laplacian = intrinsic_laplacian(positions, mesh.triangles);
  Eigen::VectorXd mass = laplacian.mass;
  for (Eigen::Index i = 0; i < mass.size(); ++i) {
    if (mass(i) <= 0.0) mass(i) = 1.0;  // of no triangle
  }
  Eigen::SparseMatrix<double> matrix = static_cast<double>(reach) * static_cast<double>(reach) * laplacian.stiffness;
  matrix += Eigen::SparseMatrix<double>(mass.asDiagonal());
  const Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> solver(matrix);
  if (solver.info() != Eigen::Success) return;
  parallel_for(values.size(), [&](std::size_t k) {
    const Eigen::VectorXd right = Eigen::Map<const Eigen::VectorXf>(values[k].data(), mass.size()).cast<double>().cwiseProduct(mass);
    const Eigen::VectorXd smooth = solver.solve(right);
    Eigen::Map<Eigen::VectorXf>(values[k].data(), mass.size()) = smooth.cast<float>();
  });
}

}  // namespace dorsum::geometry
