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

/// Whether most of the area of an open sheet looks toward its own centroid.
bool looks_inward(const TriangleMesh& mesh, const std::vector<std::uint32_t>& component) {
  glm::dvec3 centroid(0.0);
  double total = 0.0;
  for (const std::uint32_t t : component) {
    const auto& [i, j, k] = mesh.triangles[t];
    const glm::dvec3 a(mesh.positions[i]), b(mesh.positions[j]), c(mesh.positions[k]);
    const double area = 0.5 * glm::length(glm::cross(b - a, c - a));
    centroid += area * (a + b + c) / 3.0;
    total += area;
  }
  if (total > 0.0) centroid /= total;
  double outward = 0.0;
  for (const std::uint32_t t : component) {
    const auto& [i, j, k] = mesh.triangles[t];
    const glm::dvec3 a(mesh.positions[i]), b(mesh.positions[j]), c(mesh.positions[k]);
    const glm::dvec3 normal = glm::cross(b - a, c - a);
    const double facing = glm::dot(normal, (a + b + c) / 3.0 - centroid);
    outward += facing > 0.0 ? glm::length(normal) : facing < 0.0 ? -glm::length(normal) : 0.0;
  }
  return outward < 0.0;
}

bool has_negative_volume(const TriangleMesh& mesh, const std::vector<std::uint32_t>& component) {
  const glm::dvec3 origin(mesh.positions[mesh.triangles[component.front()][0]]);
  double six_volumes = 0.0;
  for (const std::uint32_t t : component) {
    const auto& [i, j, k] = mesh.triangles[t];
    const glm::dvec3 a = glm::dvec3(mesh.positions[i]) - origin, b = glm::dvec3(mesh.positions[j]) - origin,
                     c = glm::dvec3(mesh.positions[k]) - origin;
    six_volumes += glm::dot(a, glm::cross(b, c));
  }
  return six_volumes < 0.0;
}

}  // namespace

void orient_outward(TriangleMesh& mesh) {
  const std::size_t count = mesh.triangles.size();
  std::vector<std::vector<Neighbour>> neighbours(count);
  std::vector<bool> on_border(count, false);
  // Only edges with exactly two triangles say which way a neighbour should wind.
  for_each_edge(edge_uses(mesh.triangles), [&](std::span<const EdgeUse> uses) {
    if (uses.size() == 2) {
      const bool same_way = uses[0].forward == uses[1].forward;
      neighbours[uses[0].triangle].push_back({uses[1].triangle, same_way});
      neighbours[uses[1].triangle].push_back({uses[0].triangle, same_way});
    } else {
      for (const EdgeUse& use : uses) on_border[use.triangle] = true;
    }
  });

  std::vector<bool> visited(count, false);
  std::vector<bool> turned(count, false);
  for (std::uint32_t seed = 0; seed < count; ++seed) {
    if (visited[seed]) continue;
    std::vector<std::uint32_t> component{seed};
    visited[seed] = true;
    bool closed = true;
    for (std::size_t next = 0; next < component.size(); ++next) {
      const std::uint32_t here = component[next];
      if (on_border[here]) closed = false;
      for (const Neighbour& neighbour : neighbours[here]) {
        if (visited[neighbour.triangle]) continue;
        visited[neighbour.triangle] = true;
        turned[neighbour.triangle] = turned[here] != neighbour.same_way;
        if (turned[neighbour.triangle]) turn(mesh.triangles[neighbour.triangle]);
        component.push_back(neighbour.triangle);
      }
    }
    if (closed ? has_negative_volume(mesh, component) : looks_inward(mesh, component)) {
      for (const std::uint32_t t : component) turn(mesh.triangles[t]);
    }
  }
}

}  // namespace dorsum::geometry
