#pragma once
// Which of the content's warning signs a painted pain fits (content.h, WarningSign).

#include <string>
#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/body/painted_skin.h"

namespace dorsum::body {

struct FittingSign {
  std::size_t sign = 0;  ///< index into content().safety.signs
  std::string because;   ///< "you showed pain at: front of the chest (left), inner upper arm (left)"
};

/// In the content's order, the more urgent first. A place hurts when 15 % of it or 9 cm2 are painted.
[[nodiscard]] std::vector<FittingSign> fitting_signs(const Body& body, const PaintedSkin& pain);

}  // namespace dorsum::body
