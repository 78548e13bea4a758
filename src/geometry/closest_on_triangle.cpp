#include "closest_on_triangle.h"

#include <glm/geometric.hpp>

namespace dorsum::geometry {

glm::vec3 closest_on_triangle(glm::vec3 p, glm::vec3 a, glm::vec3 b, glm::vec3 c) {
  const glm::vec3 ab = b - a, ac = c - a, ap = p - a;
  const float d1 = glm::dot(ab, ap), d2 = glm::dot(ac, ap);
  if (d1 <= 0.0F && d2 <= 0.0F) return {1.0F, 0.0F, 0.0F};
  const glm::vec3 bp = p - b;
  const float d3 = glm::dot(ab, bp), d4 = glm::dot(ac, bp);
  if (d3 >= 0.0F && d4 <= d3) return {0.0F, 1.0F, 0.0F};
  const glm::vec3 cp = p - c;
  const float d5 = glm::dot(ab, cp), d6 = glm::dot(ac, cp);
  if (d6 >= 0.0F && d5 <= d6) return {0.0F, 0.0F, 1.0F};

  const float vc = d1 * d4 - d3 * d2;
  if (vc <= 0.0F && d1 >= 0.0F && d3 <= 0.0F) {
    const float v = d1 / (d1 - d3);
    return {1.0F - v, v, 0.0F};
  }
  const float vb = d5 * d2 - d1 * d6;
  if (vb <= 0.0F && d2 >= 0.0F && d6 <= 0.0F) {
    const float w = d2 / (d2 - d6);
    return {1.0F - w, 0.0F, w};
  }
  const float va = d3 * d6 - d5 * d4;
  if (va <= 0.0F && d4 - d3 >= 0.0F && d5 - d6 >= 0.0F) {
    const float w = (d4 - d3) / ((d4 - d3) + (d5 - d6));
    return {0.0F, 1.0F - w, w};
  }
  const float sum = va + vb + vc;
  if (!(sum > 0.0F)) return {1.0F, 0.0F, 0.0F};  // no area: any corner is as good
  return {va / sum, vb / sum, vc / sum};
}

}  // namespace dorsum::geometry
