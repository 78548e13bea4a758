#pragma once
// The edge of the window in the skin, in its thickness.

#include <memory>
#include <vector>

#include "pass.h"

namespace dorsum::render {

class RimPass {
 public:
  [[nodiscard]] static Result<RimPass> create();
  /// Sends the strip to the GPU when it is another than last time.
  void take(const drawing::Scene& scene);
  void draw(const Shot& shot) const;

 private:
  RimPass() = default;
  std::shared_ptr<const std::vector<drawing::RimVertex>> taken_;  ///< kept, so that another is known by its address
  gl::Program program_, fine_;  ///< the latter for high quality
  gl::Buffer buffer_{GL_ARRAY_BUFFER};
  gl::VertexArray array_;
};

}  // namespace dorsum::render
