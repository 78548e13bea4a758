#include "polygon.h"

#include <glm/geometric.hpp>

namespace dorsum::imports {
namespace {

constexpr std::size_t most_cut = 512;

/// Newell's normal: right for polygons that are a little bent, too.
glm::vec3 normal_of(const std::vector<glm::vec3>& positions, std::span<const std::uint32_t> corners) {
  glm::dvec3 sum(0.0);
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const glm::dvec3 a = positions[corners[i]], b = positions[corners[(i + 1) % corners.size()]];
    sum += glm::cross(a, b);
  }
  return glm::vec3(sum);
}

bool inside(glm::vec3 p, glm::vec3 a, glm::vec3 b, glm::vec3 c, glm::vec3 normal) {
  return glm::dot(glm::cross(b - a, p - a), normal) >= 0.0F && glm::dot(glm::cross(c - b, p - b), normal) >= 0.0F &&
         glm::dot(glm::cross(a - c, p - c), normal) >= 0.0F;
}

/// Whether the corner at `i` can be cut off: convex, and no other corner in its triangle.
bool is_ear(const std::vector<glm::vec3>& positions, const std::vector<std::uint32_t>& rest, std::size_t i, glm::vec3 normal) {
  const std::size_t n = rest.size(), before = (i + n - 1) % n, after = (i + 1) % n;
  const glm::vec3 a = positions[rest[before]], b = positions[rest[i]], c = positions[rest[after]];
  if (glm::dot(glm::cross(b - a, c - b), normal) <= 0.0F) return false;
  for (std::size_t k = 0; k < n; ++k) {
    if (k == before || k == i || k == after) continue;
    const glm::vec3 p = positions[rest[k]];
    if (p != a && p != b && p != c && inside(p, a, b, c, normal)) return false;
  }
  return true;
}

}  // namespace

void add_polygon(std::vector<geometry::Triangle>& triangles, const std::vector<glm::vec3>& positions, std::span<const std::uint32_t> corners) {
  if (corners.size() < 3) return;
  if (corners.size() == 3) {
    triangles.push_back({corners[0], corners[1], corners[2]});
    return;
  }
  std::vector<std::uint32_t> rest(corners.begin(), corners.end());
  const glm::vec3 normal = normal_of(positions, corners);
  bool found = rest.size() <= most_cut;
  while (rest.size() > 3 && found) {
    found = false;
    for (std::size_t i = 0; i < rest.size() && !found; ++i) {
      // Beginning at the second corner, a convex polygon is cut as the fan from its first that other programs cut.
      const std::size_t k = (i + 1) % rest.size(), n = rest.size();
      if (!is_ear(positions, rest, k, normal)) continue;
      triangles.push_back({rest[(k + n - 1) % n], rest[k], rest[(k + 1) % n]});
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(k));
      found = true;
    }
  }
  for (std::size_t i = 1; i + 1 < rest.size(); ++i) triangles.push_back({rest[0], rest[i], rest[i + 1]});
}

}  // namespace dorsum::imports
