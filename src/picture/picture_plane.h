#pragma once
// What is drawn over the figure needs to know of a point of the body: where it falls in the picture, and whether
// anything that shows lies before it.

#include "dorsum/picture/camera.h"
#include "visibility.h"

namespace dorsum::picture {

struct PicturePlane {
  const Visibility& visibility;
  const drawing::CameraMatrices& camera;
  drawing::Viewport viewport;

  [[nodiscard]] bool is_before_eye(glm::vec3 point) const { return (camera.view * glm::vec4(point, 1.0F)).z < -1.0F; }
  [[nodiscard]] glm::vec2 at(glm::vec3 point) const { return glm::vec2(project(camera, viewport, point)); }
  [[nodiscard]] bool is_hidden(glm::vec3 point) const { return visibility.first_hit(point, camera.eye - point).has_value(); }
  [[nodiscard]] glm::vec3 right() const { return {camera.view[0][0], camera.view[1][0], camera.view[2][0]}; }
  [[nodiscard]] glm::vec3 up() const { return {camera.view[0][1], camera.view[1][1], camera.view[2][1]}; }
};

}  // namespace dorsum::picture
