#pragma once
// Meshes in the two formats that every mesh program reads. Both say in their header which way the axes lie and
// what the unit is, in the words that 3D Slicer writes and our own imports read.

#include <string>
#include <vector>

#include "glb.h"

namespace dorsum::io {

/// One mesh as a Wavefront OBJ file: mm, body frame, a normal a corner where the mesh has them. Places and normals that
/// are the same stand once, so that a surface whose vertices are split along creases comes back closed.
[[nodiscard]] std::string obj_text(const NamedMesh& mesh);

/// All meshes in one binary STL file: mm, body frame.
[[nodiscard]] std::string stl_bytes(const std::vector<NamedMesh>& meshes);

}  // namespace dorsum::io
