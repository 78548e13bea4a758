#pragma once
// The room that bones and flesh leave: organs are shaped by what is round them.

#include <glm/vec3.hpp>

#include "form.h"
#include "implicit.h"

namespace dorsum::sculpt {

/// The rib cage from inside: behind the breastbone, between the ribs' inner faces and before the vertebrae, carried on
/// straight from rib to rib, up from the first and down from the last. Distances are negative inside.
struct Cage {
  /// The line from `top` to `bottom` lies inside, where every wall is seen from.
  Cage(const Deeper& deeper, glm::vec3 top, glm::vec3 bottom);

  Solid inside;
  Solid above_margin;  ///< the same, but it ends below at the costal margin, as the diaphragm does
};

/// What is left of a solid `clearance` mm beside everything sculpted before, and well under the skin.
[[nodiscard]] Solid beside(const Solid& solid, const Deeper& deeper, float clearance);

}  // namespace dorsum::sculpt
