#pragma once
// A picture of which structure shows where, drawn for tests alone: the product's own vertex shaders, window, lens and
// section, and for a colour the structure's number. What is seen through (opacity below a half) is left out, as the
// pointer goes through it.

#include <cstdint>
#include <optional>
#include <vector>

#include "dorsum/drawing/scene.h"
#include "dorsum/drawing/viewport.h"
#include "dorsum/gl/buffer.h"
#include "dorsum/gl/program.h"
#include "gpu_meshes.h"

namespace dorsum::render {

struct IdPicture {
  int width = 0, height = 0;
  std::vector<std::uint32_t> numbers;  ///< row by row from the top: 0 nothing, else mesh + 1
  [[nodiscard]] std::uint32_t at(int x, int y) const { return numbers[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)]; }
  /// What shows at a pixel and all around it; nothing at a seam of two, where a pixel's rounding decides which it is.
  [[nodiscard]] std::optional<std::uint32_t> clear_at(int x, int y) const;
};

class IdPainter {
 public:
  /// A context must be current.
  IdPainter();
  void upload(const std::vector<geometry::TriangleMesh>& meshes, int skin);
  [[nodiscard]] IdPicture paint(const drawing::Scene& scene, drawing::Viewport viewport);

 private:
  void draw_surfaces(const drawing::Scene& scene);
  void draw_rim(const drawing::Scene& scene);
  void draw_cuts(const drawing::Scene& scene, drawing::Viewport viewport);

  GpuMeshes meshes_;
  gl::Program surface_, skin_, rim_, face_, fan_, stroke_;
  gl::VertexArray rim_array_, cut_array_, nothing_;
  gl::Buffer rim_buffer_{GL_ARRAY_BUFFER}, cut_buffer_{GL_ARRAY_BUFFER};
};

}  // namespace dorsum::render
