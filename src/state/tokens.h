#pragma once
// The text of commands, cut into its parts.

#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/result.h"

namespace dorsum::state {

struct Token {
  std::string text;     ///< of a quoted one what it says, without quotes and escapes
  bool quoted = false;
};

/// Where the first command of a script ends: at a `;` or a line end outside quotes, or at the end of all.
[[nodiscard]] std::size_t end_of_command(std::string_view script);

/// Words between spaces, and texts in quotes: \" is a quote, \\ a backslash. Fails when a quote doesn't close, says another
/// escape, or is no text (command.h).
[[nodiscard]] Result<std::vector<Token>> tokens_of(std::string_view command);

[[nodiscard]] bool is_space(char c);
/// In quotes, as tokens_of reads it.
[[nodiscard]] std::string in_quotes(std::string_view text);
/// Whether it is what a quoted argument may say (command.h, Text); else why not.
[[nodiscard]] Result<void> check_text(std::string_view text);

}  // namespace dorsum::state
