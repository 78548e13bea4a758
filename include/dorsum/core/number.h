#pragma once
// Numbers in text. Independent of the user's country: the point is a point, and nothing else is taken for one.

#include <optional>
#include <string_view>

namespace dorsum {

struct LeadingNumber {
  double value = 0.0;
  std::size_t length = 0;  ///< characters that it takes up
};

/// The number that a text begins with, as 12, -0.5 or 1e3; none when it begins with something else (a space, a "+", "0x"
/// beyond its 0, "inf") or with a number that no double can hold.
[[nodiscard]] std::optional<LeadingNumber> leading_number(std::string_view text);

/// A text that is a number and nothing else.
[[nodiscard]] std::optional<double> number_in(std::string_view text);

}  // namespace dorsum
