#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>
#include <span>

#include "dorsum/core/assert.h"
#include "dorsum/geometry/mesh_repair.h"

namespace dorsum::geometry {
namespace {

struct Corner {
  std::uint32_t triangle;
  std::uint32_t place;  // 0..2
};

double angle_at(const TriangleMesh& mesh, const Triangle& t, std::size_t place) {
  const glm::dvec3 here(mesh.positions[t[place]]);
  const glm::dvec3 u = glm::dvec3(mesh.positions[t[(place + 1) % 3]]) - here;
  const glm::dvec3 v = glm::dvec3(mesh.positions[t[(place + 2) % 3]]) - here;
  return std::atan2(glm::length(glm::cross(u, v)), glm::dot(u, v));
}

bool share_an_edge(const Triangle& a, const Triangle& b) {
  int shared = 0;
  for (const std::uint32_t i : a) shared += std::find(b.begin(), b.end(), i) != b.end() ? 1 : 0;
  return shared >= 2;
}

glm::vec3 unit_or_up(const glm::dvec3& sum) {
  const double length = glm::length(sum);
  return length > 0.0 ? glm::vec3(sum / length) : glm::vec3(0.0F, 0.0F, 1.0F);
}

std::uint32_t copy_vertex(TriangleMesh& mesh, std::uint32_t vertex, std::size_t original_count) {
  mesh.positions.push_back(mesh.positions[vertex]);
  if (mesh.fibre.size() >= original_count) mesh.fibre.push_back(mesh.fibre[vertex]);
  if (mesh.tendon.size() >= original_count) mesh.tendon.push_back(mesh.tendon[vertex]);
  mesh.normals.emplace_back(0.0F);
  return static_cast<std::uint32_t>(mesh.positions.size() - 1);
}

}  // namespace

void compute_normals(TriangleMesh& mesh, float crease_degrees) {
  assert(crease_degrees >= 0.0F && crease_degrees <= 180.0F);
  const std::size_t vertex_count = mesh.positions.size();
  mesh.normals.assign(vertex_count, glm::vec3(0.0F));
  std::vector<glm::dvec3> face(mesh.triangles.size(), glm::dvec3(0.0));
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    const auto& [i, j, k] = mesh.triangles[t];
    const glm::dvec3 a(mesh.positions[i]), b(mesh.positions[j]), c(mesh.positions[k]);
    const glm::dvec3 normal = glm::cross(b - a, c - a);
    const double length = glm::length(normal);
    if (length > 0.0) face[t] = normal / length;
  }

  // Corners by vertex, one long row with a start for each vertex.
  std::vector<std::uint32_t> start(vertex_count + 1, 0);
  for (const Triangle& t : mesh.triangles) {
    for (const std::uint32_t index : t) ++start[index + 1];
  }
  for (std::size_t i = 0; i < vertex_count; ++i) start[i + 1] += start[i];
  std::vector<Corner> corners(mesh.triangles.size() * 3);
  {
    std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
    for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
      for (std::uint32_t place = 0; place < 3; ++place) corners[next[mesh.triangles[t][place]]++] = {t, place};
    }
  }

  const bool may_split = crease_degrees < 180.0F;
  const double least_cosine = std::cos(static_cast<double>(crease_degrees) * std::numbers::pi / 180.0);
  // Faces are compared as they were given: splitting renames vertices as we go.
  const std::vector<Triangle> given = mesh.triangles;
  std::vector<std::size_t> group;
  for (std::uint32_t v = 0; v < vertex_count; ++v) {
    const std::span<const Corner> here(corners.data() + start[v], start[v + 1] - start[v]);
    group.assign(here.size(), here.size());
    std::size_t groups = 0;
    std::vector<std::size_t> front;
    for (std::size_t seed = 0; seed < here.size(); ++seed) {
      if (group[seed] != here.size()) continue;
      front.assign(1, seed);
      group[seed] = groups;
      while (!front.empty()) {
        const std::size_t at = front.back();
        front.pop_back();
        for (std::size_t other = 0; other < here.size(); ++other) {
          if (group[other] != here.size()) continue;
          const std::uint32_t a = here[at].triangle, b = here[other].triangle;
          const bool smooth =
              !may_split || (share_an_edge(given[a], given[b]) && glm::dot(face[a], face[b]) >= least_cosine);
          if (!smooth) continue;
          group[other] = groups;
          front.push_back(other);
        }
      }
      ++groups;
    }
    for (std::size_t g = 0; g < std::max<std::size_t>(groups, 1); ++g) {
      glm::dvec3 sum(0.0);
      const std::uint32_t vertex = g == 0 ? v : copy_vertex(mesh, v, vertex_count);
      for (std::size_t c = 0; c < here.size(); ++c) {
        if (group[c] != g) continue;
        const auto [triangle, place] = here[c];
        sum += angle_at(mesh, given[triangle], place) * face[triangle];
        mesh.triangles[triangle][place] = vertex;
      }
      mesh.normals[vertex] = unit_or_up(sum);
    }
  }
}

}  // namespace dorsum::geometry
