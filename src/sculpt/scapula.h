#pragma once
// The form "scapula": figures every one of which has a place on the bone; what holds of every shoulder blade (ridges,
// grooves, how the glenoid is hollowed) is built in.
//
//   "blade"     {"middle_surface": rows of three points, from the inferior angle up to the superior border: on the
//   medial
//                border, in the middle, on the lateral one (above the spine: beside the neck), [x, y, z];
//                "medial_border", "centre", "lateral_border": mm, thickness}
//   "spine"     {"crest": [four points from the medial border to the acromion], "base_at_notch": [x, y, z] where its
//   free
//                lateral border meets the blade, "thickness": mm of its middle, "crest_thickness": mm}
//   "acromion"  {"angle", "tip", "inner_corner": [x, y, z] half a thickness inside its edge; "thickness": mm}
//   "glenoid"   {"centre", "facing": [x, y, z], "height", "width", "upper_width": mm}
//   "coracoid"  {"course": [knee, middle, tip], "width", "thickness": mm}
//   "suprascapular_notch"  [width, depth] in mm; it lies at the lateral end of the superior border

#include <vector>

#include "dorsum/core/json_reader.h"
#include "implicit.h"

namespace dorsum::sculpt {

/// The parts in the order in which they are joined. Trouble goes to the reader; check its ok().
[[nodiscard]] std::vector<Part> scapula_parts(const JsonReader& figures);

}  // namespace dorsum::sculpt
