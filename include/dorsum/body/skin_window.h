#pragma once
// The window over the back: where peeling opens the skin (design.md, Words: depth). Head, arms, front and thighs
// keep theirs.

#include <vector>

#include "dorsum/atlas/landmarks.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::body {

/// Signed mm of each skin vertex to the window's edge, positive inside, negative outside. All negative when the
/// landmarks that bound it are missing.
[[nodiscard]] std::vector<float> skin_window(const geometry::TriangleMesh& skin, const atlas::Landmarks& landmarks);

}  // namespace dorsum::body
