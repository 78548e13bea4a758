#pragma once
// A hand from its rays: the course of the bones with the radius of the flesh at each joint. What every finger has
// alike follows from the joints: waists between them, a pulp, a nail in its fold, creases and knuckles.

#include <glm/vec3.hpp>
#include <vector>

#include "dorsum/core/json_reader.h"
#include "implicit.h"
#include "skin_body.h"

namespace dorsum::sculpt {

struct Hand {
  Solid solid;
  std::vector<DetailSpot> detail;  ///< nails and joints
};

/// Figures: rays {name: {joints [[lateral, posterior, height, radius] from wrist to tip], back [x, y, z]}}, where
/// `back` tells the back of a ray that is too straight to show it; parts (solids, as in solids_reader.h), blend, web
/// (mm over which rays grow together in the palm), relief (skin_relief.h). Trouble goes to the reader.
[[nodiscard]] Hand read_hand(const JsonReader& figures);

}  // namespace dorsum::sculpt
