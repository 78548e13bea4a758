#pragma once
// Where a camera's eye stands and how wide it sees.

#include <glm/vec3.hpp>

#include "dorsum/state/state.h"

namespace dorsum::state {

/// Parallel sight is sight from 100 m through a narrow field that shows what lies at the target in the same size:
/// over the depth of a body its scale varies by 0.3 %, and all that reckons with an eye goes on as it is.
struct Standpoint {
  glm::vec3 eye{0.0F};
  float distance = 0.0F;    ///< mm from the target
  float half_field = 0.0F;  ///< radians, half the vertical field of view
};
[[nodiscard]] Standpoint standpoint_of(const Camera& camera);

}  // namespace dorsum::state
