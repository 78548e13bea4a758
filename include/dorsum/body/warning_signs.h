#pragma once
// Which of the content's warning signs a painted pain fits (content.h, WarningSign).

#include <string>
#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/body/painted_skin.h"

namespace dorsum::body {

struct FittingSign {
  std::size_t sign = 0;  ///< index into content().safety.signs
  /// Where it hurts that fits the sign: regions with side, or ids of content().safety.areas; sorted.
  std::vector<std::string> where;
};

/// In the content's order, the more urgent first. A place hurts when 15 % of it or 9 cm2 are painted.
[[nodiscard]] std::vector<FittingSign> fitting_signs(const Body& body, const PaintedSkin& pain);

}  // namespace dorsum::body
