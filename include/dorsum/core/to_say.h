#pragma once
// Texts in tables below the panels, which know no language.

namespace dorsum {

/// Marks a text for the catalogue, which says it later (words/catalogue.h); it comes back as it is. xgettext finds texts by
/// this name (assets/words/CMakeLists.txt).
[[nodiscard]] constexpr const char* to_say(const char* english) { return english; }

}  // namespace dorsum
