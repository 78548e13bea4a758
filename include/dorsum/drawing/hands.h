#pragma once
// What hands do on the skin: the ribbons of strokes, and skin that is hatched because no hand presses there.

#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

namespace dorsum::drawing {

/// A corner of either, a little over the skin: triangles in threes.
struct HandVertex {
  glm::vec3 position{0.0F};  ///< mm
  glm::vec3 normal{0.0F};    ///< unit
  /// Of a ribbon: x mm along it, y -1 to 1 across it, z pressure 1 to 5, w 0. Hatched: x how much of it lies here, 0 to 1,
  /// 0.5 at its edge; y how strict it is, 0 to 1; w 1.
  glm::vec4 mark{0.0F};
};

}  // namespace dorsum::drawing
