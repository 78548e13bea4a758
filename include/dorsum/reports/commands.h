#pragma once
// The commands that there are, told to people and to programs (`dorsum commands`).

#include <string>

namespace dorsum::reports {

/// One a line: verb, arguments, meaning.
[[nodiscard]] std::string commands_text();
/// A list of {"verb", "arguments", "meaning"}.
[[nodiscard]] std::string commands_json();

}  // namespace dorsum::reports
