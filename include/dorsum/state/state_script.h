#pragma once
// A state as the script that leads to it: what `Copy what you see` gives, and `--run` takes.

#include <string>

#include "dorsum/state/command_table.h"

namespace dorsum::state {

/// Commands that lead from first_state(body) to this state: one or more for each member that is not as at first. Places and
/// camera are written to a tenth of a millimetre and a hundredth of a degree.
[[nodiscard]] std::vector<Command> commands_to(const State& state, const body::Body& body);
/// The same as text, separated by `; `.
[[nodiscard]] std::string script_of(const State& state, const body::Body& body);

}  // namespace dorsum::state
