#pragma once
// The figures of a cord, a column or spindle of muscle with slips, read from its recipe.
//
//   "belly"     stations from origin to insertion: [x, y, z, half width, half thickness] in mm, or with a roll
//               in degrees as sixth; the width lies along
//   "width_along"  a direction [x, y, z], as far as square to the course
//   "slips"     by the name of what they go to: [x, y, z, half width, length]: where the slip ends on the bone,
//               half its width where it leaves the belly, and how many mm before its end, on the way from the
//               origin, it leaves (negative: a slip of origin, which joins the belly that far after)
//   "blend"     mm over which slips flow into the belly (default 3)
//   "detail"    mm, the smallest feature (default 2.5);  "triangles": about how many to leave (default 4000)
//   "bundles"   {"width": mm, "depth": mm}: furrows along the fibres, between bundles of that width
//   "tendon_at_origin", "tendon_at_insertion"   mm of the belly's ends;  "tendon_at_slips": mm of each slip's end

#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "dorsum/core/json_reader.h"
#include "implicit.h"

namespace dorsum::sculpt {

struct Slip {
  glm::vec3 end{0.0F};
  float half_width = 2.0F;
  float length = 30.0F;
};

struct CordRecipe {
  std::vector<Station> belly;
  glm::vec3 width_along{1.0F, 0.0F, 0.0F};
  std::vector<Slip> slips;
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
