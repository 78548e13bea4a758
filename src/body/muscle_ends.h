#pragma once
// Which part of a muscle's own surface belongs to its origin and which to its insertion.

#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/geometry/fibre_field.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::body {

/// The vertices of the muscle that lie on the bones' marked areas. In a column, whose slips join and leave all along
/// it, only the two ends of the column count: fibres run from one to the other. Where one end holds on no bone, the part
/// farthest from the other end stands for it.
[[nodiscard]] geometry::FibreEnds muscle_ends(const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes,
                                              std::size_t muscle, bool column);

}  // namespace dorsum::body
