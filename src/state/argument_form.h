#pragma once
// The notation in which the command table writes its arguments, read by the parser itself:
//   a | b      either form (with spaces)          on|off     one of these words
//   [x|y]      may be left out                    add        this word
//   D, MM ...  a number (argument_form.cpp has each one's range)
//   ID         a name; ID.SIDE and REGION.SIDE end in .L or .R

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/result.h"

namespace dorsum::state {

/// A form's parts between separators; empty ones are left out.
[[nodiscard]] std::vector<std::string> split(std::string_view text, std::string_view separator);

/// The arguments in canonical text if they fit the form, else why not.
[[nodiscard]] Result<std::vector<std::string>> match_arguments(std::string_view form,
                                                               const std::vector<std::string>& given);

}  // namespace dorsum::state
