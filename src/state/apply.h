#pragma once
// The changes that commands stand for, by subject. Each takes the state to change and the command's arguments,
// which the parser has checked for number and type.

#include "dorsum/state/command.h"

namespace dorsum::state {

using Arguments = std::vector<std::string>;

[[nodiscard]] Result<void> apply_to_visibility(State& state, const Command& command, const body::Body& body);
[[nodiscard]] Result<void> apply_to_pain(State& state, const Arguments& arguments, const body::Body& body);
void apply_to_brush(Brush& brush, const Arguments& arguments);
[[nodiscard]] Result<void> apply_to_camera(State& state, const Command& command, const body::Body& body);

/// A checked number argument.
[[nodiscard]] float number_of(const std::string& argument);

}  // namespace dorsum::state
