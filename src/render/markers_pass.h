#pragma once
// Trigger points' marks, drawn over the finished picture at a size in pixels.

#include "pass.h"

namespace dorsum::render {

class MarkersPass {
 public:
  [[nodiscard]] static Result<MarkersPass> create();
  void draw(const Shot& shot);

 private:
  MarkersPass() = default;
  gl::Program program_;
  gl::Buffer buffer_{GL_ARRAY_BUFFER};
  gl::VertexArray array_;
};

}  // namespace dorsum::render
