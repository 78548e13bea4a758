#pragma once
// The form "vertebra": C2 to L5, from figures every one of which has a place on the bone.
//
//   "midline_x"  mm, the plane of symmetry. Points are [lateral, y, z] with lateral >= 0 mm from that plane, or
//                [y, z] on it; both sides come out alike.
//   "body"       {"upper_plate" and "lower_plate": {"centre": [y, z], "half_width": mm, "half_depth": mm},
//                 "waist": {"half_width": mm, "half_depth": mm}}
//   "canal"      {"upper" and "lower": [y, z] of its middle, "half_width": mm, "half_depth": mm}
//   "lamina"     {"lateral_border" and "midline": [the upper, the lower end], "thickness": mm}
//   bars, each   {"course": [points], "half_height": mm or one a point, "half_thickness": the same}
//     "pedicle", "transverse_process", "superior_articular_process", "inferior_articular_process" (both sides; the
//     articular ones have "half_width", from side to side, in place of "half_height"), "spinous_process" (midline);
//     T12 to L5 also "mammillary_process" (half_width), on the back of the superior articular one;
//     C2 to C7 also "spinous_fork" and "uncinate_process", C2 "dens" (half_width). The transverse process of C2 to C7
//     runs from the body out to its tubercles and back to the articular pillar, around the foramen transversarium.

#include <vector>

#include "dorsum/core/json_reader.h"
#include "implicit.h"

namespace dorsum::sculpt {

/// The vertebra's parts in the order in which they are joined. Trouble goes to the reader; check its ok().
[[nodiscard]] std::vector<Part> vertebra_parts(const JsonReader& figures);

}  // namespace dorsum::sculpt
