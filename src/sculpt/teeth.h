#pragma once
// A row of teeth along one half of a jaw: incisors like chisels, a pointed canine, premolars and molars with cusps.

#include <cstddef>
#include <glm/vec3.hpp>
#include <vector>

#include "implicit.h"

namespace dorsum::sculpt {

struct DentalArch {
  std::vector<glm::vec3> necks;  ///< course of the teeth's necks from the midline back; closer points, narrower teeth
  std::size_t count = 8;
  float crown = 9.0F;      ///< mm, signed height of the crowns above the necks
  float thickness = 6.0F;  ///< mm, of the incisors from lip to tongue; molars have more than half as much again
};

[[nodiscard]] Solid teeth(const DentalArch& arch);

}  // namespace dorsum::sculpt
