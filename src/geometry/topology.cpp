#include "dorsum/geometry/mesh_repair.h"
#include "edges.h"

namespace dorsum::geometry {

Topology topology_of(const TriangleMesh& mesh) {
  Topology topology;
  for_each_edge(edge_uses(mesh.triangles), [&](std::span<const EdgeUse> uses) {
    if (uses.size() == 1) ++topology.boundary_edges;
    if (uses.size() > 2) ++topology.non_manifold_edges;
    if (uses.size() == 2 && uses[0].forward == uses[1].forward) ++topology.inconsistent_edges;
  });
  DisjointSets sets(mesh.positions.size());
  std::vector<bool> used(mesh.positions.size(), false);
  for (const Triangle& t : mesh.triangles) {
    sets.join(t[0], t[1]);
    sets.join(t[1], t[2]);
    for (const std::uint32_t index : t) used[index] = true;
  }
  for (std::uint32_t i = 0; i < used.size(); ++i) {
    if (used[i] && sets.root(i) == i) ++topology.components;
  }
  return topology;
}

}  // namespace dorsum::geometry
