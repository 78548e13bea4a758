#pragma once
// What must hold of a state whatever was done.

#include <memory>
#include <optional>
#include <string>

#include "dorsum/body/body.h"
#include "dorsum/state/state.h"

namespace dorsum::soak {

/// What is wrong with it, if anything: an id of nothing, a number out of its range or not finite.
[[nodiscard]] std::optional<std::string> flaw_of(const state::State& state, const body::Body& body);

/// The same, of the script that leads to it: it runs from the first state and leads to the same structures and points.
[[nodiscard]] std::optional<std::string> flaw_of_script(const state::State& state, const std::shared_ptr<const body::Body>& body);

/// Whether all that undo takes back is as it was in the session's first state. What it passes over (camera, lens, brush)
/// is left aside.
[[nodiscard]] bool same_but_for_the_hand(state::State state, const state::State& first);

}  // namespace dorsum::soak
