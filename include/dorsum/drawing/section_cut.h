#pragma once
// What a section's plane cuts open.

#include <cstdint>
#include <glm/vec4.hpp>
#include <vector>

#include "dorsum/geometry/displacement.h"

namespace dorsum::drawing {

/// The outline of one mesh where the section cuts it (geometry/plane_section.h), for its cut face.
struct SectionCut {
  std::uint32_t mesh = 0;
  geometry::Displacement moved = {};  ///< of the mesh when it was cut, as its item's; the ends lie where the mesh is drawn
  std::uint64_t bent = 0;   ///< as its item's
  std::vector<glm::vec4> ends;  ///< two a segment: mm, and on the skin its window distance mm; none where the plane misses it
};

}  // namespace dorsum::drawing
