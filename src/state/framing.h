#pragma once
// Cameras that frame the figure or a structure. Angles in degrees, lengths in mm (state.h, Camera).

#include <optional>
#include <string_view>
#include <vector>

#include "dorsum/body/stance.h"
#include "dorsum/state/camera.h"
#include "dorsum/state/state.h"

namespace dorsum::state {

/// The camera with its angles and distance brought into their ranges, and its target near the body, so that it is never
/// lost from the picture.
[[nodiscard]] Camera within_limits(Camera camera, const body::Stance& stance);

/// The camera moved, not turned, so that the box fills a square picture with `margin` to spare (1 = none).
[[nodiscard]] Camera framed(Camera camera, const geometry::Bounds& box, float margin);

/// A named view of this body; empty when there is no view of that name. Looking down on a transverse `section` frames the trunk
/// as it is cut there: the arms may hang beside it as far out again.
[[nodiscard]] std::optional<Camera> named_view(Camera camera, std::string_view name, const body::Body& body,
                                               const std::optional<Section>& section = std::nullopt);

/// The box around structures where they stand.
[[nodiscard]] geometry::Bounds bounds_of_structures(const body::Stance& stance, const std::vector<std::size_t>& structures);

}  // namespace dorsum::state
