#include "untangle.h"

#include <algorithm>
#include <vector>

#include "dorsum/geometry/components.h"
#include "dorsum/geometry/self_intersection.h"

namespace dorsum::sculpt {
namespace {

constexpr int untangling_rounds = 16;
constexpr int sweeps = 3;  // of smoothing in a round

std::vector<std::uint32_t> body_of_vertex(const geometry::TriangleMesh& mesh) {
  std::vector<std::uint32_t> body(mesh.positions.size(), 0);
  std::uint32_t number = 0;
  for (const auto& vertices : geometry::components_of(mesh)) {
    for (const std::uint32_t v : vertices) body[v] = number;
    ++number;
  }
  return body;
}

/// The vertices of the marked ones' triangles too.
void widen(std::vector<bool>& marked, const std::vector<geometry::Triangle>& triangles) {
  const std::vector<bool> before = marked;
  for (const auto& t : triangles) {
    if (before[t[0]] || before[t[1]] || before[t[2]]) marked[t[0]] = marked[t[1]] = marked[t[2]] = true;
  }
}

void smooth(geometry::TriangleMesh& mesh, const std::vector<bool>& marked) {
  std::vector<glm::vec3> sum(mesh.positions.size(), glm::vec3(0.0F));
  std::vector<float> count(mesh.positions.size(), 0.0F);
  for (const auto& t : mesh.triangles) {
    for (std::size_t k = 0; k < 3; ++k) {
      sum[t[k]] += mesh.positions[t[(k + 1) % 3]] + mesh.positions[t[(k + 2) % 3]];
      count[t[k]] += 2.0F;
    }
  }
  for (std::size_t i = 0; i < sum.size(); ++i) {
    if (marked[i] && count[i] > 0.0F) mesh.positions[i] = 0.5F * (mesh.positions[i] + sum[i] / count[i]);
  }
}

}  // namespace

bool untangle(geometry::TriangleMesh& mesh) {
  const std::vector<std::uint32_t> body = body_of_vertex(mesh);
  for (int round = 0; round < untangling_rounds; ++round) {
    std::vector<bool> marked(mesh.positions.size(), false);
    bool tangled = false;
    for (const auto& [a, b] : geometry::self_intersections(mesh)) {
      if (body[mesh.triangles[a][0]] != body[mesh.triangles[b][0]]) continue;
      tangled = true;
      for (const std::uint32_t t : {a, b}) {
        for (const std::uint32_t v : mesh.triangles[t]) marked[v] = true;
      }
    }
    if (!tangled) return true;
    for (int ring = 0; ring < 1 + round / 4; ++ring) widen(marked, mesh.triangles);
    for (int sweep = 0; sweep < sweeps; ++sweep) smooth(mesh, marked);
  }
  return false;
}

}  // namespace dorsum::sculpt
