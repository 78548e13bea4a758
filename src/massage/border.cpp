#include "border.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace dorsum::massage {

std::vector<glm::vec3> along_border(const geometry::TriangleMesh& bone, glm::vec3 from, glm::vec3 to, glm::vec3 outward, float beside) {
  constexpr float between = 8.0F, half_slice = 4.0F;  // mm
  const float length = glm::distance(from, to);
  const glm::vec3 axis = (to - from) / std::max(length, 1e-3F);
  const glm::vec3 over = glm::normalize(outward - glm::dot(outward, axis) * axis);
  const auto count = std::max<std::size_t>(2, static_cast<std::size_t>(std::lround(length / between)) + 1);
  std::vector<glm::vec3> edge;
  for (std::size_t i = 0; i < count; ++i) {
    const float at = length * static_cast<float>(i) / static_cast<float>(count - 1);
    glm::vec3 place = from + at * axis;
    float farthest = -std::numeric_limits<float>::infinity();
    for (const glm::vec3& corner : bone.positions) {
      const glm::vec3 rest = corner - from;
      if (std::abs(glm::dot(rest, axis) - at) > half_slice || glm::dot(rest, over) <= farthest) continue;
      farthest = glm::dot(rest, over);
      place = corner;
    }
    edge.push_back(place);
  }
  // A slice's farthest corner jumps with the grain of the mesh; an edge doesn't.
  for (int pass = 0; pass < 2; ++pass) {
    const std::vector<glm::vec3> before = edge;
    for (std::size_t i = 1; i + 1 < edge.size(); ++i) edge[i] = 0.25F * before[i - 1] + 0.5F * before[i] + 0.25F * before[i + 1];
  }
  for (glm::vec3& place : edge) place += beside * over;
  return edge;
}

}  // namespace dorsum::massage
