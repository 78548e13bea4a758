#pragma once
// How a surface is moved from where it rests without being bent: what leaves lifts off from an upright axis, what is
// drawn apart goes as a whole. The one rule for it here; shaders/moved.glsl is its twin on the graphics card, and a
// test holds the two together.

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

struct Displacement {
  float lift = 0.0F;       ///< mm outward from the axis, at its own height
  glm::vec3 offset{0.0F};  ///< mm
  [[nodiscard]] bool at_rest() const { return lift == 0.0F && offset == glm::vec3(0.0F); }
  friend bool operator==(const Displacement&, const Displacement&) = default;
};

/// `axis`: x and y of the upright line that is lifted off from, mm. A place nearer to it than 1 mm is lifted less, so
/// that no surface is torn there.
[[nodiscard]] glm::vec3 moved(glm::vec3 position, const Displacement& by, glm::vec2 axis);

/// A box that holds whatever of the box is moved, mm.
[[nodiscard]] Bounds moved(const Bounds& box, const Displacement& by);

}  // namespace dorsum::geometry
