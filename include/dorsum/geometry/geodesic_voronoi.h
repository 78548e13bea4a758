#pragma once
// Which of many sources each vertex of a surface is nearest to, along the surface: a Voronoi diagram of
// additively weighted sources by fast marching (Kimmel and Sethian 1998, "Computing geodesic paths on
// manifolds", PNAS 95). One pass over the mesh however many sources there are. Distances are good to a few per
// cent, enough for borders; for distances themselves see geodesics.h.

#include <cstdint>
#include <span>
#include <vector>

#include "dorsum/geometry/surface_point.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

struct VoronoiSource {
  SurfacePoint point;       ///< on the mesh
  float head_start = 0.0F;  ///< mm by which it counts as nearer than it is
  std::uint32_t label = 0;  ///< sources of one label own their skin together
};

inline constexpr std::uint32_t unreached = 0xFFFFFFFFU;

/// For each vertex the label of its nearest source; `unreached` on pieces of the mesh that hold none. Every
/// label's share is connected to its sources, and a border runs where both sides are equally near. Sources whose
/// triangle is out of range are passed over.
[[nodiscard]] std::vector<std::uint32_t> geodesic_voronoi(const TriangleMesh& mesh,
                                                          std::span<const VoronoiSource> sources);

}  // namespace dorsum::geometry
