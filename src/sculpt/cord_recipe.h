#pragma once
// The figures of a cord, a column or spindle of muscle with slips, read from its recipe.
//
//   "belly"     stations from origin to insertion: [x, y, z, half width, half thickness] in mm, or with a roll
//               in degrees as sixth; the width lies along
//   "width_along"  a direction [x, y, z], as far as square to the course
//   "slips"     by the name of what they go to: stations [x, y, z, half width] or [x, y, z, half width, half
//               thickness], from inside the belly to the bone
//   "blend"     mm over which slips flow into the belly (default 3)
//   "detail"    mm, the smallest feature (default 2.5);  "triangles": about how many to leave (default 4000)
//   "bundles"   {"width": mm, "depth": mm}: furrows along the fibres, between bundles of that width
//   "tendon_at_origin", "tendon_at_insertion"   mm of the belly's ends;  "tendon_at_slips": mm of each slip's end

#include <glm/vec3.hpp>
#include <string>
#include <utility>
#include <vector>

#include "dorsum/core/json_reader.h"
#include "implicit.h"

namespace dorsum::sculpt {

struct CordRecipe {
  std::vector<Station> belly;
  glm::vec3 width_along{1.0F, 0.0F, 0.0F};
  std::vector<std::pair<std::string, std::vector<Station>>> slips;
  float blend = 3.0F;
  float detail = 2.5F;
  std::size_t triangles = 4000;
  float bundle_width = 7.0F;
  float bundle_depth = 0.0F;
  float tendon_at_origin = 0.0F;
  float tendon_at_insertion = 0.0F;
  float tendon_at_slips = 0.0F;
};

/// Trouble goes to the reader; check its ok().
[[nodiscard]] CordRecipe read_cord(const JsonReader& figures);

}  // namespace dorsum::sculpt
