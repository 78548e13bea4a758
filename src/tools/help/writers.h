#pragma once
// The command line written for readers and shells; each in the file of that name.

#include <span>
#include <string>
#include <string_view>

#include "entries.h"

namespace dorsum::help {

/// A roff page for section 1, with the commands of --run.
[[nodiscard]] std::string manual_page(std::span<const CommandEntry> commands, std::string_view version);

[[nodiscard]] std::string bash_completion(std::span<const CommandEntry> commands);
[[nodiscard]] std::string zsh_completion(std::span<const CommandEntry> commands);
[[nodiscard]] std::string fish_completion(std::span<const CommandEntry> commands);

}  // namespace dorsum::help
