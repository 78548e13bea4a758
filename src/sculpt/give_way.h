#pragma once
// A sculpted muscle makes room on a body whose other surfaces stay as they are.

#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::sculpt {

/// Moves the mesh out of `others` (closed, wound outward) and at least `cover` mm under `skin` (null: none), as far as
/// there is room; where there isn't, the skin has the last word. Whole neighbourhoods move together, both
/// walls of a thin sheet alike, so that its thickness stays. Normals are computed anew.
void give_way(geometry::TriangleMesh& mesh, const std::vector<const geometry::TriangleMesh*>& others,
              const geometry::TriangleMesh* skin, float cover);

}  // namespace dorsum::sculpt
