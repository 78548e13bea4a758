#pragma once
// The colour that a structure has in an anatomy plate, in the picture and in files for other programs.

#include <glm/vec3.hpp>

#include "dorsum/atlas/structure.h"

namespace dorsum::atlas {

/// Linear, 0 to 1. Muscles are warm reds, deeper ones deeper; neighbours differ a little. Both sides are alike.
[[nodiscard]] glm::vec3 colour_of(const Structure& structure);

}  // namespace dorsum::atlas
