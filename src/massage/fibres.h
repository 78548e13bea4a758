#pragma once
// Which way a muscle's fibres run at a place.

#include <glm/vec3.hpp>
#include <optional>
#include <vector>

#include "dorsum/massage/ground.h"

namespace dorsum::massage {

/// The place of these structures nearest to a spot of the skin: what the hand feels of them there.
struct Below {
  geometry::SurfaceHit hit;
  bool straight = true;  ///< and the way straight in meets one of them
};
[[nodiscard]] std::optional<Below> below(const Ground& ground, glm::vec3 spot, glm::vec3 normal, const std::vector<std::size_t>& structures, float reach);

/// The direction along the fibres at a place of a muscle, in the mean of a finger's breadth around it: unit, in the plane at
/// right angles to `normal`; either way along. Nothing for a mesh without fibres, or where they run straight in.
[[nodiscard]] std::optional<glm::vec3> fibre_direction(const Ground& ground, const geometry::SurfaceHit& at, glm::vec3 normal);

/// Degrees between two directions, the nearer way: 0 to 90.
[[nodiscard]] float angle_between(glm::vec3 a, glm::vec3 b);

}  // namespace dorsum::massage
