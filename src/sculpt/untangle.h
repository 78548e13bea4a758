#pragma once
// The rare places where a surface passes through itself: a corner pulled too tight, two slips grown together.

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::sculpt {

/// Smooths the surface where it crosses itself, and a little around, until it no longer does; gives up after a few
/// rounds where that doesn't help. Bodies apart may cross one another. Positions only; returns whether it is clean.
bool untangle(geometry::TriangleMesh& mesh);

}  // namespace dorsum::sculpt
