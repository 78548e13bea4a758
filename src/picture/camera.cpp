#include "dorsum/picture/camera.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/matrix.hpp>

#include "dorsum/core/assert.h"
#include "dorsum/state/camera.h"
#include "dorsum/state/standpoint.h"

namespace dorsum::picture {
namespace {

/// mm that a pixel spans at the target's distance.
float pixel_size(const state::Camera& camera, drawing::Viewport viewport) {
  return 2.0F * camera.distance * std::tan(glm::radians(camera.field_of_view) * 0.5F) /
         static_cast<float>(std::max(1, viewport.height));
}

}  // namespace

drawing::CameraMatrices matrices_of(const state::Camera& camera, drawing::Viewport viewport, const geometry::Bounds& bounds) {
  assert(camera.distance > 0.0F && bounds.low.x <= bounds.high.x);
  const state::PictureAxes axes = state::axes_of(camera);
  const state::Standpoint standpoint = state::standpoint_of(camera);
  drawing::CameraMatrices matrices;
  matrices.eye = standpoint.eye;
  matrices.view = glm::lookAt(matrices.eye, camera.target, axes.up);
  // Near and far hug the body, so that depth is as fine as it can be; never nearer than a part of far.
  const glm::vec3 centre = (bounds.low + bounds.high) * 0.5F;
  const float radius = glm::length(bounds.high - bounds.low) * 0.5F + 60.0F;
  const float along = glm::dot(matrices.eye - centre, -axes.forward);
  const float far_plane = std::max(along + radius, 200.0F);
  const float near_plane = std::max(along - radius, far_plane / 400.0F);
  const float aspect = static_cast<float>(std::max(1, viewport.width)) / static_cast<float>(std::max(1, viewport.height));
  matrices.projection = glm::perspective(2.0F * standpoint.half_field, aspect, near_plane, far_plane);
  return matrices;
}

Ray ray_under(const state::Camera& camera, drawing::Viewport viewport, glm::vec2 pixel) {
  const state::PictureAxes axes = state::axes_of(camera);
  const state::Standpoint standpoint = state::standpoint_of(camera);
  const glm::vec2 size(static_cast<float>(std::max(1, viewport.width)), static_cast<float>(std::max(1, viewport.height)));
  const float span = std::tan(standpoint.half_field);
  const float right = (pixel.x / size.x * 2.0F - 1.0F) * span * size.x / size.y;
  const float up = (1.0F - pixel.y / size.y * 2.0F) * span;
  return {standpoint.eye, glm::normalize(axes.forward + axes.right * right + axes.up * up)};
}

state::Command orbit_by(const state::Camera&, glm::vec2 pixels, drawing::Viewport viewport) {
  // Half a turn across the height of the picture. The body follows the pointer: dragging right from behind
  // brings its left side into view.
  const float degrees = 180.0F / static_cast<float>(std::max(1, viewport.height));
  return {"orbit", {pixels.x * degrees, pixels.y * degrees}};
}

state::Command pan_by(const state::Camera&, glm::vec2 pixels, drawing::Viewport viewport) {
  const auto height = static_cast<float>(std::max(1, viewport.height));
  return {"pan", {pixels.x / height, -pixels.y / height}};
}

state::Command look_through(const state::Camera& camera) {
  return {"camera", {camera.azimuth, camera.elevation, camera.target, camera.distance}};
}

state::Command zoom_at(const state::Camera& camera, float factor, glm::vec2 pixel, drawing::Viewport viewport) {
  const state::PictureAxes axes = state::axes_of(camera);
  const float distance = std::clamp(camera.distance / std::max(factor, 1e-3F), state::nearest_distance, state::furthest_distance);
  // The point under the pointer in the plane through the target, which stays under it.
  const float mm = pixel_size(camera, viewport);
  const glm::vec2 from_centre = pixel - glm::vec2(static_cast<float>(viewport.width), static_cast<float>(viewport.height)) * 0.5F;
  const glm::vec3 offset = axes.right * (from_centre.x * mm) - axes.up * (from_centre.y * mm);
  state::Camera nearer = camera;
  nearer.target += offset * (1.0F - distance / camera.distance);
  nearer.distance = distance;
  return look_through(nearer);
}

}  // namespace dorsum::picture
