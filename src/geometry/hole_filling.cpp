#include <algorithm>
#include <glm/geometric.hpp>
#include <map>

#include "dorsum/geometry/mesh_repair.h"
#include "edges.h"

namespace dorsum::geometry {
namespace {

/// Border loops as vertex cycles, in the direction that a filling's triangles must run.
std::vector<std::vector<std::uint32_t>> border_loops(const TriangleMesh& mesh) {
  std::multimap<std::uint32_t, std::uint32_t> next;  // against the way of the border's own triangle
  for_each_edge(edge_uses(mesh.triangles), [&](std::span<const EdgeUse> uses) {
    if (uses.size() != 1) return;
    if (uses[0].forward) {
      next.emplace(uses[0].high, uses[0].low);
    } else {
      next.emplace(uses[0].low, uses[0].high);
    }
  });
  std::vector<std::vector<std::uint32_t>> loops;
  while (!next.empty()) {
    // Walk on until a vertex comes again: that closes a loop, also where two loops touch in a vertex.
    std::vector<std::uint32_t> walk{next.begin()->first};
    while (!walk.empty()) {
      const auto step = next.find(walk.back());
      if (step == next.end()) break;  // a border that leads nowhere: a damaged surface
      const std::uint32_t to = step->second;
      next.erase(step);
      const auto again = std::find(walk.begin(), walk.end(), to);
      if (again == walk.end()) {
        walk.push_back(to);
        continue;
      }
      loops.emplace_back(again, walk.end());
      walk.erase(again + 1, walk.end());
      if (walk.size() == 1 && next.find(walk.front()) == next.end()) break;
    }
  }
  return loops;
}

}  // namespace

std::size_t fill_holes(TriangleMesh& mesh, float max_perimeter) {
  std::size_t filled = 0;
  for (const std::vector<std::uint32_t>& loop : border_loops(mesh)) {
    if (loop.size() < 3) continue;
    float perimeter = 0.0F;
    glm::vec3 centre(0.0F);
    for (std::size_t i = 0; i < loop.size(); ++i) {
      const glm::vec3& here = mesh.positions[loop[i]];
      perimeter += glm::distance(here, mesh.positions[loop[(i + 1) % loop.size()]]);
      centre += here / static_cast<float>(loop.size());
    }
    if (perimeter > max_perimeter) continue;
    ++filled;
    if (loop.size() == 3) {
      mesh.triangles.push_back({loop[0], loop[1], loop[2]});
      continue;
    }
    const auto hub = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.push_back(centre);
    for (std::size_t i = 0; i < loop.size(); ++i) {
      mesh.triangles.push_back({loop[i], loop[(i + 1) % loop.size()], hub});
    }
  }
  // Normals no longer fit the changed surface, and nothing is known of the new vertices' fibres.
  if (filled > 0) {
    mesh.normals.clear();
    if (!mesh.fibre.empty()) mesh.fibre.resize(mesh.positions.size(), glm::vec2(0.0F));
    if (!mesh.tendon.empty()) mesh.tendon.resize(mesh.positions.size(), 0.0F);
  }
  return filled;
}

}  // namespace dorsum::geometry
