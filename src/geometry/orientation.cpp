#include <glm/geometric.hpp>
#include <utility>

#include "dorsum/geometry/mesh_repair.h"
#include "edges.h"

namespace dorsum::geometry {
namespace {

struct Neighbour {
  std::uint32_t triangle;
  bool same_way;  // both run the shared edge the same way: one of them must turn
};

void turn(Triangle& t) { std::swap(t[1], t[2]); }

/// Six times the volume between a component and its centroid: exact when it is closed; of an open sheet, positive
/// when it bulges the way it faces.
double six_volumes_of(const TriangleMesh& mesh, const std::vector<std::uint32_t>& component) {
  glm::dvec3 centroid(0.0);
  double total = 0.0;
  for (const std::uint32_t t : component) {
    const auto& [i, j, k] = mesh.triangles[t];
    const glm::dvec3 a(mesh.positions[i]), b(mesh.positions[j]), c(mesh.positions[k]);
    const double area = glm::length(glm::cross(b - a, c - a));
    centroid += area * (a + b + c) / 3.0;
    total += area;
  }
  if (total > 0.0) centroid /= total;
  double volumes = 0.0;
  for (const std::uint32_t t : component) {
    const auto& [i, j, k] = mesh.triangles[t];
    volumes += glm::dot(glm::dvec3(mesh.positions[i]) - centroid,
                        glm::cross(glm::dvec3(mesh.positions[j]) - centroid, glm::dvec3(mesh.positions[k]) - centroid));
  }
  return volumes;
}

}  // namespace

void orient_outward(TriangleMesh& mesh) {
  const std::size_t count = mesh.triangles.size();
  std::vector<std::vector<Neighbour>> neighbours(count);
  // Only edges with exactly two triangles say which way a neighbour should wind.
  for_each_edge(edge_uses(mesh.triangles), [&](std::span<const EdgeUse> uses) {
    if (uses.size() != 2) return;
    const bool same_way = uses[0].forward == uses[1].forward;
    neighbours[uses[0].triangle].push_back({uses[1].triangle, same_way});
    neighbours[uses[1].triangle].push_back({uses[0].triangle, same_way});
  });

  std::vector<bool> visited(count, false);
  std::vector<bool> turned(count, false);
  for (std::uint32_t seed = 0; seed < count; ++seed) {
    if (visited[seed]) continue;
    std::vector<std::uint32_t> component{seed};
    visited[seed] = true;
    for (std::size_t next = 0; next < component.size(); ++next) {
      const std::uint32_t here = component[next];
      for (const Neighbour& neighbour : neighbours[here]) {
        if (visited[neighbour.triangle]) continue;
        visited[neighbour.triangle] = true;
        turned[neighbour.triangle] = turned[here] != neighbour.same_way;
        if (turned[neighbour.triangle]) turn(mesh.triangles[neighbour.triangle]);
        component.push_back(neighbour.triangle);
      }
    }
    if (six_volumes_of(mesh, component) < 0.0) {
      for (const std::uint32_t t : component) turn(mesh.triangles[t]);
    }
  }
}

}  // namespace dorsum::geometry
