#include "intrinsic_laplacian.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace dorsum::geometry {

IntrinsicLaplacian intrinsic_laplacian(std::span<const glm::dvec3> positions, std::span<const Triangle> triangles) {
  const auto count = static_cast<Eigen::Index>(positions.size());
  IntrinsicLaplacian result;
  result.mass = Eigen::VectorXd::Zero(count);
  result.stiffness.resize(count, count);
  if (triangles.empty()) return result;

  double sum = 0.0;
  for (const Triangle& t : triangles) {
    std::array<double, 3> lengths{};
    for (std::size_t c = 0; c < 3; ++c) {
      lengths[c] = glm::distance(positions[t[(c + 1) % 3]], positions[t[(c + 2) % 3]]);
      sum += lengths[c];
    }
    result.lengths.push_back(lengths);
  }
  result.mean_edge = sum / (3.0 * static_cast<double>(triangles.size()));

  // The same length is added to every edge, so that neighbours still agree on the edge they share.
  const double slack = 1e-4 * result.mean_edge;
  double missing = 0.0;
  for (const auto& [a, b, c] : result.lengths) {
    missing = std::max({missing, a + slack - b - c, b + slack - c - a, c + slack - a - b});
  }
  std::vector<Eigen::Triplet<double>> entries;
  entries.reserve(triangles.size() * 12);
  for (std::size_t t = 0; t < triangles.size(); ++t) {
    std::array<double, 3>& length = result.lengths[t];
    for (double& l : length) l += missing;
    const double s = 0.5 * (length[0] + length[1] + length[2]);
    const double area = std::sqrt(std::max(s * (s - length[0]) * (s - length[1]) * (s - length[2]), 0.0));
    for (std::size_t c = 0; c < 3; ++c) {
      const auto i = static_cast<int>(triangles[t][(c + 1) % 3]);
      const auto j = static_cast<int>(triangles[t][(c + 2) % 3]);
      const double u = length[(c + 1) % 3], v = length[(c + 2) % 3], w = length[c];
      const double half_cotangent = (u * u + v * v - w * w) / (8.0 * area);
      entries.emplace_back(i, i, half_cotangent);
      entries.emplace_back(j, j, half_cotangent);
      entries.emplace_back(i, j, -half_cotangent);
      entries.emplace_back(j, i, -half_cotangent);
      result.mass[triangles[t][c]] += area / 3.0;
    }
  }
  result.stiffness.setFromTriplets(entries.begin(), entries.end());
  return result;
}

}  // namespace dorsum::geometry
