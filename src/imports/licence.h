#pragma once
// Which licence a text says that its files are under.

#include <string>
#include <string_view>

namespace dorsum::imports {

/// The first Creative Commons licence with attribution that the text names, in full or in short, as SPDX writes it:
/// "CC-BY-SA-2.1-JP", "CC-BY-4.0". HTML is read as the text that it shows. Empty where none is named.
[[nodiscard]] std::string licence_stated_in(std::string_view text);

}  // namespace dorsum::imports
