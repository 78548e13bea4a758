#pragma once
// Named bony and skin points, and the little language of formulas over them
// (vocabulary and grammar: content README sections 2 and 3, kept in docs/content.md).

#include <glm/vec3.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/core/side.h"

namespace dorsum::atlas {

struct Landmark {
  glm::vec3 position{0.0F};  ///< mm, body frame
  std::string how;           ///< "measured: rearmost point of vertebra-T6" or "formula: ..." or "fallback: ..."
};

/// By id: `spinous-process:T6`, `acromion-tip:R`, `rib-angle:6:L`.
using Landmarks = std::map<std::string, Landmark, std::less<>>;

/// Every landmark id of the vocabulary, both sides: what a pack may have. Sorted.
[[nodiscard]] const std::vector<std::string>& landmark_vocabulary();
[[nodiscard]] bool is_landmark(std::string_view id);

/// Evaluates `lerp(...)`, `mid(...)`, `off(...)` or a landmark's name. Formulas are written for the right
/// side; with side == left every `:R` is read as `:L` and lateral turns to +X.
/// mm in the formula are multiplied by `scale` (see body_scale). Fails naming what is unknown or malformed.
[[nodiscard]] Result<glm::vec3> evaluate(std::string_view formula, const Landmarks& landmarks, Side side, float scale);

/// Whether a formula parses and uses only the vocabulary; needs no pack.
[[nodiscard]] Result<void> check_formula(std::string_view formula);

/// Height from the iliac spines (posterior superior, mean of both sides) to spinous-process:C7 over 470 mm, the body the formulas
/// were written for; 1 when the landmarks are missing.
[[nodiscard]] float body_scale(const Landmarks& landmarks);

}  // namespace dorsum::atlas
