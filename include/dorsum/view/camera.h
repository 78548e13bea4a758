#pragma once
// Cameras: matrices, rays under the pointer, and the moves that the mouse and keys make. Pure functions.

#include <glm/vec2.hpp>
#include <string_view>
#include <vector>

#include "dorsum/app/command.h"
#include "dorsum/view/scene.h"

namespace dorsum::view {

[[nodiscard]] CameraMatrices matrices_of(const app::Camera& camera, Viewport viewport, const geometry::Bounds& bounds);

struct Ray {
  glm::vec3 origin{0.0F};
  glm::vec3 direction{0.0F};  ///< unit
};
/// The ray under a pixel (origin top left).
[[nodiscard]] Ray ray_under(const app::Camera& camera, Viewport viewport, glm::vec2 pixel);

/// Where a point of the body falls in the picture (pixels, origin top left; z: 0 near to 1 far).
[[nodiscard]] glm::vec3 project(const CameraMatrices& camera, Viewport viewport, glm::vec3 point);

/// The command that leads to this camera's place and direction.
[[nodiscard]] app::Command look_through(const app::Camera& camera);

// Moves: the commands that a drag or a turn of the wheel stands for.
[[nodiscard]] app::Command orbit_by(const app::Camera& camera, glm::vec2 pixels, Viewport viewport);
[[nodiscard]] app::Command pan_by(const app::Camera& camera, glm::vec2 pixels, Viewport viewport);
/// Zooms so that the body point under the pointer stays there.
[[nodiscard]] app::Command zoom_at(const app::Camera& camera, float factor, glm::vec2 pixel, Viewport viewport);

}  // namespace dorsum::view
