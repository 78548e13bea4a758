#pragma once
// What hands do on the skin: ribbons of massage strokes, and hatched skin that no hand presses. Lines over the picture are
// another pass's (strokes_pass.h).

#include <memory>

#include "pass.h"

namespace dorsum::render {

class HandsPass {
 public:
  [[nodiscard]] static Result<HandsPass> create();
  void draw(const Shot& shot);

 private:
  HandsPass() = default;
  std::shared_ptr<const std::vector<drawing::HandVertex>> sent_;
  gl::Program program_;
  gl::Buffer buffer_{GL_ARRAY_BUFFER};
  gl::VertexArray array_;
};

}  // namespace dorsum::render
