#pragma once
// The figures of what fills the space between neighbouring bones: rows of like muscles or ligaments, too many to give
// points for, computed from the bones as they were sculpted.
//
//   "between": "ribs"              a sheet in each of the eleven spaces (intercostals)
//       "face": "outer" or "inner"   flush with that face of the ribs
//       "thickness"                  mm
//       "begins"                     mm from the ribs' heads, or "at the angle"
//       "ends"                       "where the cartilage begins" or "at the breastbone"
//       "slant"                      degrees that the fibres lean forward on their way down; below 0 backward
//       "tendon"                     mm at either border (default 0)
//   "between": "spinous processes" a sheet in the midline from each spine to the next below (interspinous ligaments)
//       "first", "last"              vertebrae: "C7", "L5"
//       "thickness"                  mm at the first and at the last
//       "slant"                      as above
//   "between": "tips of the spinous processes"   a cord along them (supraspinous ligament)
//       "first", "last"              vertebrae
//       "half_width", "half_thickness"   mm
//       "detail", "triangles"        as of a cord
//   "between": "pairs"             spindles from bone to bone, grown together where they touch (rotatores, levatores)
//       "slips"  [{"from": place, "to": place (bone_place.h),
//                  "half_widths": mm at the beginning, in the middle and at the end, "half_thickness": mm,
//                  "tendon": mm at either end, "bow": mm that the middle stands back (default 0),
//                  "pairs": [[bone, bone], ...]}, ...]
//       "bodies"                     how many separate bodies that makes
//       "blend", "detail", "triangles"   as of a cord

#include <glm/vec3.hpp>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::sculpt {

/// A border of a space: places on one bone and, across the space, on the other, one pair a fibre.
struct Gap {
  std::vector<glm::vec3> upper, lower;
  std::vector<glm::vec3> outward;  ///< unit, square to the sheet
};

/// A closed sheet across the gap, `thickness[i]` mm at fibre i, with fibres from the upper border to the lower one.
[[nodiscard]] geometry::TriangleMesh sheet_across(const Gap& gap, const std::vector<float>& thickness, float tendon);

}  // namespace dorsum::sculpt
