#include "dorsum/geometry/signed_distance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <vector>

#include "dorsum/geometry/coincident.h"
#include "dorsum/core/assert.h"
#include "dorsum/geometry/surface_query.h"
#include "edges.h"

namespace dorsum::geometry {

struct SignedDistance::Impl {
  explicit Impl(const TriangleMesh& mesh);

  SurfaceQuery query;
  std::vector<Triangle> triangles;
  std::vector<glm::vec3> of_triangle;  // unit
  std::vector<glm::vec3> of_vertex;    // one a vertex, any length
  std::vector<std::array<glm::vec3, 3>> of_edge;  // a triangle's edges, each from its corner k to the next

  [[nodiscard]] glm::vec3 pseudonormal(const SurfacePoint& at) const;
};

SignedDistance::Impl::Impl(const TriangleMesh& mesh)
    : query({&mesh}),
      triangles(mesh.triangles),
      of_triangle(mesh.triangles.size(), glm::vec3(0.0F)),
      of_vertex(mesh.positions.size(), glm::vec3(0.0F)),
      of_edge(mesh.triangles.size()) {
  const std::vector<std::uint32_t> first = first_at_same_place(mesh);
  for (Triangle& triangle : triangles) {
    for (std::uint32_t& v : triangle) v = first[v];
  }
  for (std::size_t t = 0; t < triangles.size(); ++t) {
    std::array<glm::vec3, 3> corner{};
    for (std::size_t k = 0; k < 3; ++k) corner[k] = mesh.positions[triangles[t][k]];
    const glm::vec3 square = glm::cross(corner[1] - corner[0], corner[2] - corner[0]);
    const float area2 = glm::length(square);
    if (!(area2 > 0.0F)) continue;
    of_triangle[t] = square / area2;
    for (std::size_t k = 0; k < 3; ++k) {
      const glm::vec3 a = corner[(k + 1) % 3] - corner[k];
      const glm::vec3 b = corner[(k + 2) % 3] - corner[k];
      of_vertex[triangles[t][k]] += std::atan2(area2, glm::dot(a, b)) * of_triangle[t];
    }
  }
  for_each_edge(edge_uses(triangles), [&](std::span<const EdgeUse> uses) {
    glm::vec3 sum(0.0F);
    for (const EdgeUse& use : uses) sum += of_triangle[use.triangle];
    for (const EdgeUse& use : uses) {
      const Triangle& triangle = triangles[use.triangle];
      for (std::size_t k = 0; k < 3; ++k) {
        const auto [low, high] = std::minmax(triangle[k], triangle[(k + 1) % 3]);
        if (low == use.low && high == use.high) of_edge[use.triangle][k] = sum;
      }
    }
  });
}

glm::vec3 SignedDistance::Impl::pseudonormal(const SurfacePoint& at) const {
  constexpr float on_corner = 1e-5F;  // of the triangle: nearer than that to an edge counts as on it
  const Triangle& triangle = triangles[at.triangle];
  std::array<bool, 3> away{};  // from the edge opposite corner k
  for (std::size_t k = 0; k < 3; ++k) away[k] = at.barycentric[static_cast<int>(k)] > on_corner;
  const auto corners = std::count(away.begin(), away.end(), true);
  if (corners == 3) return of_triangle[at.triangle];
  for (std::size_t k = 0; k < 3; ++k) {
    if (corners == 1 && away[k]) return of_vertex[triangle[k]];
    if (corners == 2 && !away[k]) return of_edge[at.triangle][(k + 1) % 3];
  }
  return of_triangle[at.triangle];
}

SignedDistance::SignedDistance(const TriangleMesh& mesh) : impl_(std::make_unique<Impl>(mesh)) {}
SignedDistance::~SignedDistance() = default;
SignedDistance::SignedDistance(SignedDistance&&) noexcept = default;
SignedDistance& SignedDistance::operator=(SignedDistance&&) noexcept = default;

std::optional<SignedDistance::Nearest> SignedDistance::at(glm::vec3 point, float radius) const {
  assert(radius >= 0.0F);
  const auto found = impl_->query.closest(point, radius);
  if (!found) return std::nullopt;
  const glm::vec3 normal = impl_->pseudonormal(*found);
  const glm::vec3 off = point - found->position;
  const float side = glm::dot(off, normal) < 0.0F ? -1.0F : 1.0F;
  constexpr float touching = 1e-4F;  // mm: nearer, the way there has no direction of its own
  const glm::vec3 outward = found->distance > touching ? side * off / found->distance
                                                       : normal / std::max(glm::length(normal), 1e-20F);
  return Nearest{side * found->distance, found->position, outward, found->triangle, found->barycentric};
}

}  // namespace dorsum::geometry
