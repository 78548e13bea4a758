#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "dorsum/geometry/coincident.h"
#include "dorsum/geometry/geodesics.h"
#include "edges.h"
#include "vertex_remap.h"

namespace dorsum::geometry {
namespace {

float squared_distance(glm::vec3 a, glm::vec3 b) {
  const glm::vec3 d = a - b;
  return glm::dot(d, d);
}

/// Whether a triangle is near: one of its corners is, or (for large triangles) it holds one of the points.
std::vector<bool> near_vertices(const TriangleMesh& mesh, std::span<const SurfacePoint> points, float radius) {
  std::vector<glm::vec3> places;
  for (const SurfacePoint& point : points) {
    if (point.triangle < mesh.triangles.size()) places.push_back(position_of(point, mesh));
  }
  if (places.empty()) return std::vector<bool>(mesh.positions.size(), false);
  glm::vec3 low = places.front(), high = low;
  for (const glm::vec3& place : places) {
    low = glm::min(low, place);
    high = glm::max(high, place);
  }
  low -= radius;
  high += radius;
  std::vector<bool> near(mesh.positions.size(), false);
  for (std::size_t v = 0; v < near.size(); ++v) {
    const glm::vec3& p = mesh.positions[v];
    if (p.x < low.x || p.y < low.y || p.z < low.z || p.x > high.x || p.y > high.y || p.z > high.z) continue;
    near[v] = std::any_of(places.begin(), places.end(), [&](glm::vec3 place) { return squared_distance(place, p) <= radius * radius; });
  }
  return near;
}

}  // namespace

Patch patch_around(const TriangleMesh& mesh, std::span<const SurfacePoint> points, float radius) {
  Patch patch;
  if (points.empty()) return patch;
  const std::vector<bool> near = near_vertices(mesh, points, radius);
  std::vector<std::uint32_t> chosen;
  std::vector<bool> holds_point(mesh.triangles.size(), false);
  for (const SurfacePoint& p : points) {
    if (p.triangle < holds_point.size()) holds_point[p.triangle] = true;
  }
  for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
    const auto& [i, j, k] = mesh.triangles[t];
    if (holds_point[t] || near[i] || near[j] || near[k]) chosen.push_back(t);
  }

  // Joined over shared places rather than indices, so that a crease is no gap. Places are numbered within
  // the chosen triangles only; the whole mesh may be a hundred times larger.
  TriangleMesh part;
  std::vector<std::uint32_t> local(mesh.positions.size(), no_vertex);
  std::vector<std::uint32_t> original;
  for (const std::uint32_t t : chosen) {
    Triangle here{};
    for (std::size_t c = 0; c < 3; ++c) {
      std::uint32_t& index = local[mesh.triangles[t][c]];
      if (index == no_vertex) {
        index = static_cast<std::uint32_t>(original.size());
        original.push_back(mesh.triangles[t][c]);
        part.positions.push_back(mesh.positions[mesh.triangles[t][c]]);
      }
      here[c] = index;
    }
    part.triangles.push_back(here);
  }
  const std::vector<std::uint32_t> place = first_at_same_place(part);
  DisjointSets sets(place.size());
  for (const Triangle& t : part.triangles) {
    sets.join(place[t[0]], place[t[1]]);
    sets.join(place[t[1]], place[t[2]]);
  }
  std::vector<bool> reached(place.size(), false);
  for (std::size_t t = 0; t < chosen.size(); ++t) {
    if (holds_point[chosen[t]]) reached[sets.root(place[part.triangles[t][0]])] = true;
  }
  std::vector<std::uint32_t> renumbered(place.size(), no_vertex);
  for (std::size_t t = 0; t < chosen.size(); ++t) {
    if (!reached[sets.root(place[part.triangles[t][0]])]) continue;
    Triangle here{};
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t v = part.triangles[t][c];
      if (renumbered[v] == no_vertex) {
        renumbered[v] = static_cast<std::uint32_t>(patch.original.size());
        patch.original.push_back(original[v]);
        patch.mesh.positions.push_back(part.positions[v]);
        if (mesh.normals.size() == mesh.positions.size()) patch.mesh.normals.push_back(mesh.normals[original[v]]);
      }
      here[c] = renumbered[v];
    }
    patch.mesh.triangles.push_back(here);
    patch.triangle_of.push_back(chosen[t]);
  }
  return patch;
}

}  // namespace dorsum::geometry
