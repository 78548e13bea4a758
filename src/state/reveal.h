#pragma once
// Peeling to where a structure lies bare.

#include "dorsum/body/body.h"
#include "dorsum/state/state.h"

namespace dorsum::state {

/// The depth at which all that covers a structure has gone and it is still whole: 0 for the skin, 5 for bones.
[[nodiscard]] float bare_depth(const atlas::Atlas& atlas, const atlas::Structure& structure);

/// Peels the structure's side (both, on the midline) to its bare depth.
void peel_to(State& state, const atlas::Atlas& atlas, const atlas::Structure& structure);

}  // namespace dorsum::state
