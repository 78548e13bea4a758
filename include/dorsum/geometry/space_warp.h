#pragma once
// A smooth bending of space that takes given points to given points.

#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "dorsum/core/result.h"

namespace dorsum::geometry {

/// Moves every point by a thin-plate spline in space (biharmonic kernel r; Bookstein 1989, "Principal warps", for the
/// plane): an affine map, and the least bending on top of it that takes each source to its target. Far from all
/// points the affine map remains.
class SpaceWarp {
 public:
  /// `slack` mm: how far a target may be missed for the sake of less bending; 0 hits them all. Fails on fewer than
  /// four points, on lists of different length, and on points that all lie in one plane.
  [[nodiscard]] static Result<SpaceWarp> through(std::span<const glm::vec3> sources, std::span<const glm::vec3> targets,
                                                 float slack);

  [[nodiscard]] glm::vec3 operator()(glm::vec3 point) const;

 private:
  SpaceWarp() = default;
  std::vector<glm::dvec3> centres_;
  std::vector<glm::dvec3> weights_;  ///< one a centre, then the affine map's shift and its columns
};

}  // namespace dorsum::geometry
