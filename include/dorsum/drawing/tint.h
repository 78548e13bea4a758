#pragma once
// Patches of surface in two colours of their own.

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace dorsum::drawing {

/// A corner of the bone where the selected muscle holds: triangles in threes.
struct TintVertex {
  glm::vec3 position{0.0F};  ///< mm
  glm::vec3 normal{0.0F};
  glm::vec2 ends{0.0F};      ///< x origin, y insertion: 0 to 1, 0.5 at the area's edge
};

}  // namespace dorsum::drawing
