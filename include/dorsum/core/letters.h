#pragma once
// Text is UTF-8; what is counted, cut and made large or small are its letters (code points), never its bytes.

#include <cstddef>
#include <string>
#include <string_view>

namespace dorsum {

/// The first letter, taken off the text, which must not be empty; what is no UTF-8 gives U+FFFD for each byte.
[[nodiscard]] char32_t take_letter(std::string_view& text);

/// Whether the text is UTF-8 from end to end.
[[nodiscard]] bool is_utf8(std::string_view text);

[[nodiscard]] std::size_t count_letters(std::string_view text);

/// The text's beginning, at most `count` letters of it.
[[nodiscard]] std::string_view first_letters(std::string_view text, std::size_t count);

/// In capitals, and in small letters: of those that the fonts are loaded with, Latin with its accents (up to U+017F). Others
/// and those without a twin of their own (ß) stay as they are. No locale is asked.
[[nodiscard]] std::string in_capitals(std::string_view text);
[[nodiscard]] std::string in_small_letters(std::string_view text);

}  // namespace dorsum
