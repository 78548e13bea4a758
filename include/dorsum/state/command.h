#pragma once
// A command is one change of the state, with a text form: `depth left 2`, `trigger trapezius-1.R on`.
// Panels, keys, scripts, lessons and tests all change things by these and nothing else.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/core/result.h"
#include "dorsum/state/state.h"

namespace dorsum::state {

/// A parsed command: the verb of the table and its arguments, checked for number and type, in canonical text.
struct Command {
  std::string verb;                    ///< "depth"
  std::vector<std::string> arguments;  ///< {"left", "2"}
  friend bool operator==(const Command&, const Command&) = default;
};

/// One line of `dorsum commands`, and the source of the parser, the help and the completions.
struct CommandForm {
  std::string_view verb;
  std::string_view arguments;  ///< "[left|right] D"
  std::string_view meaning;    ///< one line in plain words
  bool camera = false;         ///< changes only how one looks (camera, lens): undo passes over it
};
[[nodiscard]] std::span<const CommandForm> command_forms();

/// Fails with what was expected: unknown verb (with the nearest known one), number or type of arguments.
[[nodiscard]] Result<Command> parse_command(std::string_view text);
/// `a; b; c` as written after --run; empty parts are passed over.
[[nodiscard]] Result<std::vector<Command>> parse_script(std::string_view text);
[[nodiscard]] std::string to_text(const Command& command);

/// The state after the command. Fails, changing nothing, when an id names nothing in this body.
[[nodiscard]] Result<State> apply(const State& state, const Command& command, const body::Body& body);

}  // namespace dorsum::state
