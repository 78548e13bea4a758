#include "joined_surface.h"

#include "dorsum/geometry/coincident.h"
#include "vertex_remap.h"

namespace dorsum::geometry {

JoinedSurface joined_surface(const TriangleMesh& mesh) {
  JoinedSurface joined;
  const std::vector<std::uint32_t> first = first_at_same_place(mesh);
  joined.vertex_here.assign(mesh.positions.size(), no_vertex);
  joined.triangle_here.assign(mesh.triangles.size(), -1);
  const auto here = [&](std::uint32_t vertex) {
    std::uint32_t& place = joined.vertex_here[first[vertex]];
    if (place == no_vertex) {
      place = static_cast<std::uint32_t>(joined.positions.size());
      joined.positions.emplace_back(mesh.positions[vertex]);
    }
    return place;
  };
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    const auto& [i, j, k] = mesh.triangles[t];
    if (first[i] == first[j] || first[j] == first[k] || first[k] == first[i]) continue;
    joined.triangle_here[t] = static_cast<std::int64_t>(joined.triangles.size());
    const std::uint32_t a = here(i), b = here(j), c = here(k);
    joined.triangles.push_back({a, b, c});
  }
  for (std::size_t v = 0; v < first.size(); ++v) joined.vertex_here[v] = joined.vertex_here[first[v]];
  return joined;
}

}  // namespace dorsum::geometry
