#pragma once
// The commands that there are, told to people and to programs (`dorsum commands`).

#include <string>

#include "dorsum/words/catalogue.h"

namespace dorsum::reports {

/// One a line: verb, arguments, meaning.
[[nodiscard]] std::string commands_text(const words::Catalogue& words);
/// A list of {"verb", "arguments", "meaning"}.
[[nodiscard]] std::string commands_json(const words::Catalogue& words);

}  // namespace dorsum::reports
