#pragma once
// A landmark formula as a tree: what `lerp(mid(A, B), off(C, up=10), 0.3)` means before a pack is known.

#include <glm/vec3.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/result.h"

namespace dorsum::atlas {

struct Formula {
  enum class Form { landmark, lerp, off };
  Form form = Form::landmark;
  std::string landmark;           ///< as written, for the right side
  std::vector<Formula> operands;  ///< two of a lerp (a mid is a lerp of 0.5), one of an off
  float t = 0.0F;
  /// Of an off, mm: x away from the midline (lat), y back, z up. Body axes but for x, whose sign is the side's.
  glm::vec3 offset{0.0F};
};

/// Fails with the place in the text (characters counted from 1), the reason and the nearest known word.
[[nodiscard]] Result<Formula> parse_formula(std::string_view text);

}  // namespace dorsum::atlas
