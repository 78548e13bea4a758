#pragma once
// Polygons to triangles.

#include <cstdint>
#include <span>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::imports {

/// Adds the triangles of a polygon whose corners are indices into `positions`, in its own winding. Concave ones are cut
/// ear by ear (Meisters 1975), so that no triangle covers a notch; where no ear is found, and above 512 corners, as a fan.
void add_polygon(std::vector<geometry::Triangle>& triangles, const std::vector<glm::vec3>& positions, std::span<const std::uint32_t> corners);

}  // namespace dorsum::imports
