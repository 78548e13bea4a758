#pragma once
// Cameras: matrices, rays under the pointer, and the moves that the mouse and keys make. Pure functions.

#include <glm/vec2.hpp>
#include <string_view>
#include <vector>

#include "dorsum/drawing/camera.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/state/command.h"
#include "dorsum/state/state.h"

namespace dorsum::picture {

[[nodiscard]] drawing::CameraMatrices matrices_of(const state::Camera& camera, drawing::Viewport viewport, const geometry::Bounds& bounds);

struct Ray {
  glm::vec3 origin{0.0F};
  glm::vec3 direction{0.0F};  ///< unit
};
/// The ray under a pixel (origin top left).
[[nodiscard]] Ray ray_under(const state::Camera& camera, drawing::Viewport viewport, glm::vec2 pixel);

/// The command that leads to this camera's place and direction.
[[nodiscard]] state::Command look_through(const state::Camera& camera);

// Moves: the commands that a drag or a turn of the wheel stands for.
[[nodiscard]] state::Command orbit_by(const state::Camera& camera, glm::vec2 pixels, drawing::Viewport viewport);
[[nodiscard]] state::Command pan_by(const state::Camera& camera, glm::vec2 pixels, drawing::Viewport viewport);
/// Zooms so that the body point under the pointer stays there.
[[nodiscard]] state::Command zoom_at(const state::Camera& camera, float factor, glm::vec2 pixel, drawing::Viewport viewport);

}  // namespace dorsum::picture
