#pragma once
// The way over the skin from one place to others: the line along which a pain is felt far from its source.

#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "dorsum/body/body.h"

namespace dorsum::body {

struct SkinPath {
  std::vector<Place> points;       ///< on the skin, evenly spread from start to end; empty when there is no way
  std::vector<glm::vec3> normals;  ///< unit, outward, smoothed along the path
  float length = 0.0F;             ///< mm
};

/// For each target the shortest way over the skin's edges from the skin nearest to `from`, smoothed along the
/// surface: near the geodesic, and always on this side of what lies between. One Dijkstra search for all targets.
[[nodiscard]] std::vector<SkinPath> skin_paths(const Body& body, glm::vec3 from, std::span<const glm::vec3> targets);

}  // namespace dorsum::body
