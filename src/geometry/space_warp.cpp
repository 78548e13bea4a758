#include "dorsum/geometry/space_warp.h"

#include <Eigen/Dense>
#include <glm/geometric.hpp>

namespace dorsum::geometry {

Result<SpaceWarp> SpaceWarp::through(std::span<const glm::vec3> sources, std::span<const glm::vec3> targets, float slack) {
  const auto count = static_cast<Eigen::Index>(sources.size());
  if (sources.size() != targets.size() || count < 4) return bad_input({}, "fewer than four points to fit to");
  SpaceWarp warp;
  for (const glm::vec3& p : sources) warp.centres_.emplace_back(p);
  Eigen::MatrixXd system = Eigen::MatrixXd::Zero(count + 4, count + 4);
  Eigen::MatrixXd right = Eigen::MatrixXd::Zero(count + 4, 3);
  for (Eigen::Index i = 0; i < count; ++i) {
    const glm::dvec3 p = warp.centres_[static_cast<std::size_t>(i)];
    for (Eigen::Index k = 0; k < count; ++k) system(i, k) = glm::distance(p, warp.centres_[static_cast<std::size_t>(k)]);
    // The kernel r is conditionally negative definite: slack lowers the diagonal.
    system(i, i) -= static_cast<double>(slack);
    system(i, count) = system(count, i) = 1.0;
    for (int axis = 0; axis < 3; ++axis) {
      system(i, count + 1 + axis) = system(count + 1 + axis, i) = p[axis];
      right(i, axis) = static_cast<double>(targets[static_cast<std::size_t>(i)][axis]) - p[axis];
    }
  }
  const Eigen::FullPivLU<Eigen::MatrixXd> factored(system);
  if (!factored.isInvertible()) return bad_input({}, "the points to fit to lie in one plane, or two of them at one place");
  const Eigen::MatrixXd solved = factored.solve(right);
  for (Eigen::Index i = 0; i < count + 4; ++i) warp.weights_.emplace_back(solved(i, 0), solved(i, 1), solved(i, 2));
  return warp;
}

glm::vec3 SpaceWarp::operator()(glm::vec3 point) const {
  const glm::dvec3 p(point);
  glm::dvec3 moved = p;
  for (std::size_t i = 0; i < centres_.size(); ++i) moved += glm::distance(p, centres_[i]) * weights_[i];
  const glm::dvec3* const affine = &weights_[centres_.size()];
  return glm::vec3(moved + affine[0] + p.x * affine[1] + p.y * affine[2] + p.z * affine[3]);
}

}  // namespace dorsum::geometry
