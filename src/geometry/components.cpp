#include "dorsum/geometry/components.h"

#include "dorsum/geometry/coincident.h"
#include "edges.h"
#include "vertex_remap.h"

namespace dorsum::geometry {

std::vector<std::vector<std::uint32_t>> components_of(const TriangleMesh& mesh) {
  const std::vector<std::uint32_t> place = first_at_same_place(mesh);
  DisjointSets sets(place.size());
  std::vector<bool> used(place.size(), false);
  for (const Triangle& t : mesh.triangles) {
    sets.join(place[t[0]], place[t[1]]);
    sets.join(place[t[1]], place[t[2]]);
    for (const std::uint32_t index : t) used[index] = true;
  }
  std::vector<std::vector<std::uint32_t>> components;
  std::vector<std::uint32_t> number(place.size(), no_vertex);
  for (std::uint32_t v = 0; v < place.size(); ++v) {
    if (!used[v]) continue;
    std::uint32_t& component = number[sets.root(place[v])];
    if (component == no_vertex) {
      component = static_cast<std::uint32_t>(components.size());
      components.emplace_back();
    }
    components[component].push_back(v);
  }
  return components;
}

}  // namespace dorsum::geometry
