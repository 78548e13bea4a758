#pragma once
// How the trunk's share of a muscle is told among its bones, and how the parts of one sheet are joined.

#include <vector>

#include "holds.h"

namespace dorsum::motion {

/// Near where a muscle holds on the trunk its share goes over to that bone: wholly at the hold, softly around it. Hard
/// edges would show.
void hold_on_trunk(const Welded& surface, const Holds& holds, Rows& rows);

/// Where parts of one sheet meet, their vertices get one mean row, and the change fades along each.
void join_parts(const std::vector<const Welded*>& parts, const std::vector<const Holds*>& holds, const std::vector<Rows*>& rows);

}  // namespace dorsum::motion
