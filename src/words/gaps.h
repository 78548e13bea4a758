#pragma once
// The gaps of a text, which a value is put into: `{mm:.0f}` of fmt and `%.0f` of printf.

#include <string>
#include <string_view>
#include <vector>

namespace dorsum::words {

struct Piece {
  std::string_view text;
  bool gap = false;
};

/// The text in its order; doubled signs (`{{`, `%%`) are gaps too, since they must stay as they are.
[[nodiscard]] std::vector<Piece> pieces_of(std::string_view text);

/// Its gaps in an order of their own, to be compared with those of a translation.
[[nodiscard]] std::vector<std::string> gaps_of(std::string_view text);

}  // namespace dorsum::words
