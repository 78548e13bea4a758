#pragma once
// Lines over the finished picture: arcs, the probe's needle, the lens's rim. Ribbons with smooth edges and a pale halo.

#include <vector>

#include "pass.h"

namespace dorsum::render {

class StrokesPass {
 public:
  [[nodiscard]] static Result<StrokesPass> create();
  /// The scene's, or others.
  void draw(const Shot& shot) { draw(shot, shot.scene.strokes); }
  void draw(const Shot& shot, const std::vector<drawing::Stroke>& strokes);

 private:
  StrokesPass() = default;
  struct Corner {
    glm::vec2 at;      ///< pixels, origin top left
    glm::vec2 across;  ///< x: pixels from the line's middle; y: its half width there
    glm::vec2 along;   ///< x: pixels from its start; y: a dash and its gap, 0 for solid
    glm::vec4 colour;  ///< as seen (sRGB), straight alpha
  };
  void add(const drawing::Stroke& stroke, glm::vec4 colour, float wider);

  std::vector<Corner> corners_;
  gl::Program program_;
  gl::Buffer buffer_{GL_ARRAY_BUFFER};
  gl::VertexArray array_;
};

}  // namespace dorsum::render
