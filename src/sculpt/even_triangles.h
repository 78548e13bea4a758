#pragma once
// Triangles that shade smoothly: nearly equilateral, small where the surface bends, large where it is flat.

#include <cstddef>

#include "dorsum/geometry/surface_query.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::sculpt {

/// Gives each vertex of `mesh`, which has positions and triangles alone, what `shape` knows of normals, fibres and tendon at
/// its nearest place; `query` is of `shape`.
void carry_over(geometry::TriangleMesh& mesh, const geometry::TriangleMesh& shape, const geometry::SurfaceQuery& query);

/// Remeshes to about `triangles` triangles whose vertices lie on `shape`, a finer or equal mesh of the same closed
/// surface, without split vertices. Edges sharper than 50 degrees keep their course. What `shape` knows of normals,
/// fibres and tendon is carried over.
void even_triangles(geometry::TriangleMesh& mesh, const geometry::TriangleMesh& shape, std::size_t triangles);

/// The part of the triangles with an angle under `degrees`, 0 to 1: those that would show as streaks.
[[nodiscard]] double part_of_slivers(const geometry::TriangleMesh& mesh, float degrees);

}  // namespace dorsum::sculpt
