#pragma once
// How far a camera may go, and which way its picture lies in the body frame.

#include <glm/vec3.hpp>

#include "dorsum/state/state.h"

namespace dorsum::state {

inline constexpr float steepest = 89.0F;          ///< degrees of elevation; at 90 the picture would have no up
inline constexpr float nearest_distance = 60.0F;  ///< mm
inline constexpr float furthest_distance = 8000.0F;

/// The axes of the picture in the body frame: unit, right-handed (right x up = backward).
struct PictureAxes {
  glm::vec3 right{0.0F}, up{0.0F}, forward{0.0F};
};
[[nodiscard]] PictureAxes axes_of(const Camera& camera);

}  // namespace dorsum::state
