#include "even_triangles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>
#include <vector>

#include "dorsum/geometry/mesh_repair.h"
#include "remesh.h"

namespace dorsum::sculpt {
namespace {

constexpr int evening_rounds = 5;
constexpr float sharp = 0.64F;     // cosine of 50 degrees
constexpr float growth = 0.35F;    // of the wanted edge, by mm along the surface: neighbours differ little
constexpr float finest = 0.55F;    // of the even edge, where the surface bends most
constexpr float coarsest = 1.6F;   // of the even edge, where it is flat

/// Calls `visit(i, k)` for both directions of every edge.
template <class Visit>
void for_each_neighbour(const std::vector<geometry::Triangle>& triangles, const Visit& visit) {
  for (const auto& t : triangles) {
    for (std::size_t k = 0; k < 3; ++k) {
      visit(t[k], t[(k + 1) % 3]);
      visit(t[(k + 1) % 3], t[k]);
    }
  }
}

/// How much the surface bends at each vertex, 1/mm: the steepest turn of the normal, a little evened out.
std::vector<float> bending(const geometry::TriangleMesh& shape) {
  geometry::TriangleMesh bare{shape.positions, shape.triangles, {}, {}, {}, {}};
  geometry::compute_normals(bare, 180.0F);
  std::vector<float> bend(shape.positions.size(), 0.0F);
  for_each_neighbour(shape.triangles, [&](std::uint32_t i, std::uint32_t k) {
    const float length = glm::distance(shape.positions[i], shape.positions[k]);
    if (length > 1e-4F) bend[i] = std::max(bend[i], glm::distance(bare.normals[i], bare.normals[k]) / length);
  });
  for (int round = 0; round < 3; ++round) {
    std::vector<float> sum = bend;
    std::vector<float> count(bend.size(), 1.0F);
    for_each_neighbour(shape.triangles, [&](std::uint32_t i, std::uint32_t k) {
      sum[i] += bend[k];
      count[i] += 1.0F;
    });
    for (std::size_t i = 0; i < bend.size(); ++i) bend[i] = sum[i] / count[i];
  }
  return bend;
}

/// Nowhere much larger than near by.
void grow_slowly(std::vector<float>& edge, const geometry::TriangleMesh& shape) {
  for (int round = 0; round < 8; ++round) {
    for_each_neighbour(shape.triangles, [&](std::uint32_t i, std::uint32_t k) {
      edge[i] = std::min(edge[i], edge[k] + growth * glm::distance(shape.positions[i], shape.positions[k]));
    });
  }
}

/// Edges of equal chord error (its square goes with the bend), scaled until they make so many triangles.
std::vector<float> wanted_edges(const geometry::TriangleMesh& shape, std::size_t triangles) {
  const std::vector<float> bend = bending(shape);
  const double whole = geometry::area_of(shape);
  const auto even = static_cast<float>(std::sqrt(whole / (0.25 * std::sqrt(3.0) * static_cast<double>(triangles))));
  double low = 1e-4;
  double high = 50.0;
  std::vector<float> edge(bend.size());
  for (int step = 0; step < 24; ++step) {
    const double error = std::sqrt(low * high);
    for (std::size_t i = 0; i < edge.size(); ++i) {
      edge[i] = std::clamp(std::sqrt(8.0F * static_cast<float>(error) / std::max(bend[i], 1e-4F)), finest * even, coarsest * even);
    }
    grow_slowly(edge, shape);
    double count = 0.0;
    for (const auto& [a, b, c] : shape.triangles) {
      const glm::vec3 square = glm::cross(shape.positions[b] - shape.positions[a], shape.positions[c] - shape.positions[a]);
      const auto mean = static_cast<double>(edge[a] + edge[b] + edge[c]) / 3.0;
      count += 0.5 * static_cast<double>(glm::length(square)) / (0.25 * std::sqrt(3.0) * mean * mean);
    }
    constexpr double near_enough = 0.002;
    const double off = count / static_cast<double>(triangles) - 1.0;
    if (std::abs(off) < near_enough) break;
    (off > 0.0 ? low : high) = error;
  }
  return edge;
}

template <class Value>
Value mixed(const std::vector<Value>& values, const geometry::Triangle& t, glm::vec3 w) {
  return w.x * values[t[0]] + w.y * values[t[1]] + w.z * values[t[2]];
}

}  // namespace

void carry_over(geometry::TriangleMesh& mesh, const geometry::TriangleMesh& shape, const geometry::SurfaceQuery& query) {
  for (const glm::vec3& p : mesh.positions) {
    const auto at = query.closest(p);
    const geometry::Triangle& t = shape.triangles[at ? at->triangle : 0];
    const glm::vec3 w = at ? at->barycentric : glm::vec3(1.0F, 0.0F, 0.0F);
    if (!shape.fibre.empty()) mesh.fibre.push_back(mixed(shape.fibre, t, w));
    if (!shape.tendon.empty()) mesh.tendon.push_back(std::clamp(mixed(shape.tendon, t, w), 0.0F, 1.0F));
    if (!shape.normals.empty()) mesh.normals.push_back(glm::normalize(mixed(shape.normals, t, w)));
  }
}

void even_triangles(geometry::TriangleMesh& mesh, const geometry::TriangleMesh& shape, std::size_t triangles) {
  const geometry::SurfaceQuery query({&shape});
  const std::vector<float> edges = wanted_edges(shape, triangles);
  const auto nearest = [&](glm::vec3 p) {  // most often beside it, where a search that looks no farther is a short one
    constexpr float beside = 0.5F;  // mm
    const auto at = query.closest(p, beside);
    return at ? at : query.closest(p);
  };
  RemeshGoal goal;
  goal.rounds = evening_rounds;
  goal.sharp_cosine = sharp;
  goal.edge = [&](glm::vec3 p) {
    const auto at = nearest(p);
    return at ? mixed(edges, shape.triangles[at->triangle], at->barycentric) : 1.0F;
  };
  goal.on_surface = [&](glm::vec3 p) {
    const auto at = nearest(p);
    return at ? at->position : p;
  };
  geometry::TriangleMesh even{mesh.positions, mesh.triangles, {}, {}, {}, {}};
  remesh(even, goal);
  carry_over(even, shape, query);
  mesh = std::move(even);
}

double part_of_slivers(const geometry::TriangleMesh& mesh, float degrees) {
  const float most = std::cos(degrees * std::numbers::pi_v<float> / 180.0F);
  std::size_t slivers = 0;
  for (const auto& t : mesh.triangles) {
    bool sliver = false;
    for (std::size_t k = 0; k < 3; ++k) {
      const glm::vec3 a = mesh.positions[t[(k + 1) % 3]] - mesh.positions[t[k]];
      const glm::vec3 b = mesh.positions[t[(k + 2) % 3]] - mesh.positions[t[k]];
      sliver = sliver || glm::dot(a, b) >= most * glm::length(a) * glm::length(b);
    }
    slivers += sliver ? 1U : 0U;
  }
  return mesh.triangles.empty() ? 0.0 : static_cast<double>(slivers) / static_cast<double>(mesh.triangles.size());
}

}  // namespace dorsum::sculpt
