#pragma once
// The measure that `dorsum bench` holds the renderer against: every mesh drawn whole, one plain Lambert shader,
// four samples a pixel, no culling, nothing left out.

#include <memory>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/drawing/scene.h"

namespace dorsum::render {

class NaiveDrawing {
 public:
  /// Needs a current OpenGL 4.1 core context.
  [[nodiscard]] static Result<NaiveDrawing> create(const std::vector<geometry::TriangleMesh>& meshes, drawing::Viewport viewport);
  ~NaiveDrawing();
  NaiveDrawing(NaiveDrawing&&) noexcept;
  NaiveDrawing& operator=(NaiveDrawing&&) noexcept;

  /// Draws and waits until the picture is done.
  void draw(const drawing::CameraMatrices& camera);

 private:
  struct Impl;
  explicit NaiveDrawing(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dorsum::render
