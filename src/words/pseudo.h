#pragma once
// The pseudo-language: no one's, to see which texts nobody translated and which have no room to grow.

#include <string>
#include <string_view>

namespace dorsum::words {

/// "Undo" -> "[\u00DAnd\u00F3 ~~]": longer by 40 % in letters, counting the brackets, and in two letters at least; line breaks and gaps as they were.
[[nodiscard]] std::string pseudo_text(std::string_view english);

}  // namespace dorsum::words
