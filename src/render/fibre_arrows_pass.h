#pragma once
// Arrows along the fibres of a muscle, drawn on its surface in its own fibre coordinates.

#include "pass.h"

namespace dorsum::render {

class FibreArrowsPass {
 public:
  [[nodiscard]] static Result<FibreArrowsPass> create();
  void draw(const Shot& shot) const;

 private:
  FibreArrowsPass() = default;
  gl::Program program_;
};

}  // namespace dorsum::render
