#pragma once
// What both imports do with the meshes they found.

#include <string>
#include <vector>

#include "dorsum/imports/import.h"

namespace dorsum::imports {

/// Makes a usable surface of what a file held, in mm: welded, without degenerate triangles, wound outward, of the
/// skin only the outer wall, with normals. Texture coordinates and colours go: they mean nothing here. Triangles that are lost
/// on the way are noted under the structure's id.
void make_usable(geometry::TriangleMesh& mesh, const atlas::Structure& structure, std::vector<Note>& notes);

/// Keeps the structures that have a mesh, in the table's order, and names the others in `lacking`. `meshes` stand in the
/// table's order; those without triangles are missing.
void keep_found(Imported& imported, std::vector<atlas::Structure> table, std::vector<geometry::TriangleMesh> meshes);

}  // namespace dorsum::imports
