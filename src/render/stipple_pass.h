#pragma once
// The dots of spillover zones: fixed, evenly spread points of the skin, those that lie in a zone drawn.

#include <vector>

#include "pass.h"

namespace dorsum::render {

class StipplePass {
 public:
  [[nodiscard]] static Result<StipplePass> create();

  /// The skin that points are spread over, once there is a zone to see.
  void take(const geometry::TriangleMesh& skin);
  /// The skin is among these, or no longer; true when its points have moved, so that they are to be chosen anew.
  [[nodiscard]] bool bend(const drawing::BentMeshes* bent, int skin);
  /// Chooses those that lie in a spillover zone by the skin's scalars.
  void choose(std::span<const glm::vec4> scalars);
  void draw(const Shot& shot) const;

 private:
  StipplePass() = default;
  struct Point {
    geometry::Triangle corners;
    glm::vec3 weights;
    glm::vec3 position, normal;  ///< where the skin was given
  };
  struct Dot {
    glm::vec3 centre, normal;
    float radius, window_distance;
  };
  void spread();
  geometry::TriangleMesh skin_;  ///< until the points are spread
  std::vector<Point> points_;
  std::vector<glm::vec3> bent_;  ///< the skin's corners; empty: as given
  std::uint64_t bent_number_ = 0;
  GLsizei dots_ = 0;
  gl::Program program_;
  gl::Buffer buffer_{GL_ARRAY_BUFFER};
  gl::VertexArray array_;
};

}  // namespace dorsum::render
