#pragma once
// The figures of a sheet, a flat or strap-like muscle or an aponeurosis, read from its recipe.
//
//   "middle_surface"          rows of points [x, y, z] in mm, half way through the muscle: the first row along
//                             the origin, the last along the insertion; within a row from the first edge to the last
//   "thickness"               mm, rows as above (any number of rows and columns, spread evenly)
//   "rounding"                mm in from the rim over which the thickness falls to nothing (default: half the
//                             mean thickness, a round edge)
//   "detail"                  mm, side of a quad (default 5);  "detail_across": across the fibres, where finer
//   "digitations"             {"at": "origin" or "insertion", "clefts": [[across, from], ...], "tip_width": part}
//                             tongues with clefts between: where each lies across (0 first edge, 1 last) and
//                             where it opens along (0 origin, 1 insertion)
//   "blunt"                   {"first_edge": part, "last_edge": part}: an edge that keeps this part of its
//                             thickness, where a neighbouring part of the same muscle goes on
//   "bundles"                 {"width": mm, "depth": mm}: furrows along the fibres on the outer wall
//   "heads"                   {"borders": [across, ...], "depth": mm, "width": mm}: grooves between the heads
//   "central_tendon"          {"across": part, "from": part along where it begins, "width": mm at the insertion,
//                             "pennation": degrees at which fibres from either side meet it}
//   "intersections"           {"along": [part, ...], "width": mm, "depth": mm}: bands of tendon across the fibres, each in
//                             a furrow of the outer wall
//   "slips"                   [{"from": [x, y, z], "width": mm, "length": mm}, ...]: bundles that the deep wall takes up
//                             from a bone it passes, narrow there and joining the fibres within `length`
//   "tendon_at_origin"        mm of tendon or aponeurosis: a number, or numbers from the first edge to the last
//   "tendon_at_insertion"     the same
//   "rests_on"                ids of deeper structures that it must not sink into, with
//   "outward"                 [x, y, z], the side to which it gives way (default: backward), and
//   "clearance"               mm left between (default 0.3)
//   "under"                   ids of what covers it, from outside, the "deep-fascia" (flesh_room.h) first; it is hung right beneath
//                             them and rests on nothing, but on an imported body, which has no such fascia (fit.h), with
//   "held"                    the ends that stay where the middle surface has them: ["insertion"] (the default), "origin"

#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "dorsum/core/json_reader.h"
#include "sheet_layout.h"

namespace dorsum::sculpt {

/// A grid of figures, row by row.
template <class Value>
struct Grid {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<Value> values;
};

struct DeepSlip {
  glm::dvec3 from{0.0};  ///< on the bone
  double width = 10.0;   ///< mm to either side and behind
  double length = 30.0;  ///< mm along the fibres, towards the insertion
};

struct SheetRecipe {
  Grid<glm::dvec3> middle;
  Grid<double> thickness;
  double rounding = 0.0;  ///< 0: half the mean thickness
  double detail = 5.0;
  double detail_across = 0.0;  ///< 0: as `detail`
  Digitations digitations;
  double blunt_first_edge = 0.0;
  double blunt_last_edge = 0.0;
  double bundle_width = 8.0;
  double bundle_depth = 0.0;
  std::vector<double> head_borders;  ///< across
  double groove_depth = 0.0;
  double groove_width = 6.0;
  double central_tendon_across = 0.5;
  double central_tendon_from = 0.5;              ///< along
  double central_tendon_width = 0.0;             ///< mm; 0: none
  double pennation = 0.0;                        ///< radians
  std::vector<double> intersections;             ///< along
  double intersection_width = 5.0;
  double intersection_depth = 0.0;
  std::vector<DeepSlip> slips;
  std::vector<double> tendon_at_origin{0.0};     ///< mm, across
  std::vector<double> tendon_at_insertion{0.0};  ///< mm, across
  std::vector<std::string> rests_on;
  std::vector<std::string> under;
  bool origin_held = false, insertion_held = true;
  glm::dvec3 outward{0.0, 1.0, 0.0};
  double clearance = 0.3;
};

/// Trouble goes to the reader; check its ok().
[[nodiscard]] SheetRecipe read_sheet(const JsonReader& figures);

}  // namespace dorsum::sculpt
