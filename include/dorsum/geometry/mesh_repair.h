#pragma once
// Making a usable surface of triangles from outside (an OBJ file) or from a polygoniser.

#include <cstddef>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

/// Merges vertices closer than `tolerance` mm (grid hashing); unused vertices go. Returns how many went.
std::size_t weld(TriangleMesh& mesh, float tolerance);

/// Drops triangles with a repeated index, an index out of range, a non-finite corner or an area under
/// `min_area` mm2, and duplicates of a triangle. Returns how many went.
std::size_t drop_degenerate(TriangleMesh& mesh, float min_area = 1e-6F);

/// Winds the triangles of each connected component (over edges with two triangles) consistently and outward:
/// positive volume when closed, away from its centroid when open.
void orient_outward(TriangleMesh& mesh);

/// Normals weighted by the corner angle (Thuermer and Wuethrich 1998). Where two neighbouring faces meet at
/// more than `crease_degrees`, the vertex is split so that the edge stays sharp; 180 never splits.
void compute_normals(TriangleMesh& mesh, float crease_degrees);

/// Closes border loops no longer than `max_perimeter` mm with a fan around their centroid; returns how many.
/// Normals, if any, are dropped when something was closed: compute them afterwards.
std::size_t fill_holes(TriangleMesh& mesh, float max_perimeter);

/// The wall that is seen from outside, of a skin scanned with an inner and an outer one: triangles seen from at
/// least one in 48 of `directions` directions spread over the sphere (Fibonacci lattice); dark clefts among them
/// come too, specks (under 5 % of the area) don't. It is wound outward, and holes up to 100 mm around (the eyes, the
/// cut's rim) are closed.
[[nodiscard]] TriangleMesh outer_wall(const TriangleMesh& mesh, int directions = 96);

struct Topology {
  std::size_t boundary_edges = 0;      ///< edges with one triangle
  std::size_t non_manifold_edges = 0;  ///< edges with more than two
  std::size_t inconsistent_edges = 0;  ///< shared edges traversed the same way twice
  std::size_t components = 0;          ///< connected by shared vertices
  [[nodiscard]] bool closed() const { return boundary_edges == 0 && non_manifold_edges == 0; }
};
[[nodiscard]] Topology topology_of(const TriangleMesh& mesh);

}  // namespace dorsum::geometry
