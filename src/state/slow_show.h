#pragma once
// All trigger points of the back, one after another.

#include "dorsum/body/body.h"
#include "dorsum/state/state.h"

namespace dorsum::state {

/// The state with the next (or the previous) numbered trigger point lit alone, peeled to its muscle and seen from
/// where its pain is felt. From the surface to the depth, right side; on the left when a point of the left is lit.
/// Unchanged when the body has no point.
[[nodiscard]] State stepped(State state, bool forward, const body::Body& body);

}  // namespace dorsum::state
