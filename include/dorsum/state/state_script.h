#pragma once
// A state as the script that leads to it: what `Copy what you see` gives, and `--run` takes.

#include <string>

#include "dorsum/body/body.h"
#include "dorsum/state/state.h"

namespace dorsum::state {

/// Commands, separated by `; `, that lead from first_state(body) to this state.
[[nodiscard]] std::string script_of(const State& state, const body::Body& body);

}  // namespace dorsum::state
