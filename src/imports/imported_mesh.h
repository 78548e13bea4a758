#pragma once
// What both imports do with the meshes they found.

#include <vector>

#include "dorsum/imports/import.h"

namespace dorsum::imports {

/// Makes a usable surface of what a file held: welded, without degenerate triangles, wound outward, of the
/// skin only the outer wall, with normals. Texture coordinates and colours go: they mean nothing here.
void make_usable(geometry::TriangleMesh& mesh, atlas::Kind kind);

/// Keeps the structures that have a mesh, in the table's order, names the others in `lacking`, and measures
/// the landmarks. `meshes` stand in the table's order; those without triangles are missing.
void finish_import(Imported& imported, std::vector<atlas::Structure> table, std::vector<geometry::TriangleMesh> meshes);

}  // namespace dorsum::imports
