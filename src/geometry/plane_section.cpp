#include "dorsum/geometry/plane_section.h"

#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <tuple>
#include <utility>

#include "dorsum/core/assert.h"

namespace dorsum::geometry {

PlaneSheet::PlaneSheet(const glm::vec4& plane) {
  assert(glm::vec3(plane) != glm::vec3(0.0F) && "no plane: it faces nowhere");
  const glm::vec3 normal = glm::normalize(glm::vec3(plane));
  origin = normal * (-plane.w / glm::length(glm::vec3(plane)));
  u = glm::normalize(glm::cross(std::abs(normal.z) < 0.9F ? glm::vec3(0, 0, 1) : glm::vec3(0, 1, 0), normal));
  v = glm::cross(normal, u);
}

glm::vec2 PlaneSheet::on(glm::vec3 point) const { return {glm::dot(point - origin, u), glm::dot(point - origin, v)}; }

std::vector<CutSegment> plane_section(const TriangleMesh& mesh, const glm::vec4& plane) {
  assert(glm::vec3(plane) != glm::vec3(0.0F) && "no plane: it faces nowhere");
  const auto height = [&](std::uint32_t vertex) { return glm::dot(glm::vec3(plane), mesh.positions[vertex]) + plane.w; };
  const auto crossing = [&](std::uint32_t a, std::uint32_t b) {
    // Always from the same end, so that both triangles at an edge find the same point.
    const glm::vec3 &p = mesh.positions[a], &q = mesh.positions[b];
    if (std::tie(q.x, q.y, q.z) < std::tie(p.x, p.y, p.z)) std::swap(a, b);
    const float from = height(a), to = height(b);
    const float part = from / (from - to);
    return CutPoint{glm::mix(mesh.positions[a], mesh.positions[b], part), a, b, part};
  };
  std::vector<CutSegment> segments;
  for (const Triangle& triangle : mesh.triangles) {
    const bool above[] = {height(triangle[0]) >= 0.0F, height(triangle[1]) >= 0.0F, height(triangle[2]) >= 0.0F};
    if (above[0] == above[1] && above[1] == above[2]) continue;
    CutSegment segment;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::size_t next = (i + 1) % 3;
      if (above[i] == above[next]) continue;
      // Each edge is walked one way by one triangle and the other way by its neighbour: ends meet beginnings.
      (above[i] ? segment.from : segment.to) = crossing(triangle[i], triangle[next]);
    }
    segments.push_back(segment);
  }
  return segments;
}

}  // namespace dorsum::geometry
