#pragma once
// Cameras that frame the figure or a structure. Angles in degrees, lengths in mm (state.h, Camera).

#include <optional>
#include <string_view>
#include <vector>

#include "dorsum/body/body.h"
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

/// The camera with its angles and distance brought into their ranges, and its target near the body, so that it is never
/// lost from the picture.
[[nodiscard]] Camera within_limits(Camera camera, const body::Body& body);

/// The camera moved, not turned, so that the box fills a square picture with `margin` to spare (1 = none).
[[nodiscard]] Camera framed(Camera camera, const geometry::Bounds& box, float margin);

/// A named view of this body; empty when there is no view of that name.
[[nodiscard]] std::optional<Camera> named_view(Camera camera, std::string_view name, const body::Body& body);

/// The box around structures of the body.
[[nodiscard]] geometry::Bounds bounds_of_structures(const body::Body& body, const std::vector<std::size_t>& structures);

}  // namespace dorsum::state
