#pragma once
// The areas of bone where a muscle holds: origin in bars, insertion in dots, told apart by pattern as by colour.
// Where something covers them they shine through, paler.

#include "pass.h"

namespace dorsum::render {

class AttachmentsPass {
 public:
  [[nodiscard]] static Result<AttachmentsPass> create();
  void draw(const Shot& shot);

 private:
  AttachmentsPass() = default;
  gl::Program program_;
  gl::Buffer buffer_{GL_ARRAY_BUFFER};
  gl::VertexArray array_;
  std::shared_ptr<const std::vector<drawing::TintVertex>> sent_;  ///< what the buffer holds
};

}  // namespace dorsum::render
