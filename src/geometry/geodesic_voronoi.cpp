#include "dorsum/geometry/geodesic_voronoi.h"

#include "fast_march.h"

namespace dorsum::geometry {

std::vector<std::uint32_t> geodesic_voronoi(const TriangleMesh& mesh, std::span<const VoronoiSource> sources) {
  return FastMarch(mesh).run(sources).labels;
}

}  // namespace dorsum::geometry
