#pragma once
// Left and right, always the body's own: +X is the body's left (design.md, Units).

#include <optional>
#include <string>
#include <string_view>

namespace dorsum {

enum class Side { midline, right, left };

/// The side an id names: `.L` or `.R` at its end (structures), `:L` or `:R` (landmarks); else midline.
[[nodiscard]] Side side_of(std::string_view id);

/// `trapezius.R` -> `trapezius`; an id without a side comes back unchanged.
[[nodiscard]] std::string without_side(std::string_view id);

/// `trapezius` + left -> `trapezius.L`; midline adds nothing.
[[nodiscard]] std::string with_side(std::string_view base, Side side);

/// The same id on the other side of the body; midline ids come back unchanged.
[[nodiscard]] std::string mirrored_id(std::string_view id);

/// -1 for the body's right, +1 for its left, 0 on the midline: the sign of X.
[[nodiscard]] constexpr float sign_of(Side side) {
  return side == Side::right ? -1.0F : side == Side::left ? 1.0F : 0.0F;
}

}  // namespace dorsum
