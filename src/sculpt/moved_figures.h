#pragma once
// A recipe's figures carried to another body.

#include "dorsum/core/json_reader.h"
#include "dorsum/geometry/space_warp.h"

namespace dorsum::sculpt {

/// The same figures with every point moved: the first three of each row of numbers below the fields that hold points
/// (a form's header says which: middle_surface, belly, plate, slips, ends, pairs). Sizes, half_widths among
/// them, directions and lengths stay.
[[nodiscard]] Json moved_figures(const Json& figures, const geometry::SpaceWarp& warp);

}  // namespace dorsum::sculpt
