#pragma once
// The figures of a cord, a column or spindle of muscle with slips, read from its recipe.
//
//   "belly"     stations from origin to insertion: [x, y, z, half width, half thickness] in mm, or with a roll
//               in degrees as sixth; the width lies along
//   "width_along"  a direction [x, y, z], as far as square to the course
//   "insertion_slips", "origin_slips"   slips that leave the belly on its way, or join it, in groups that are alike:
//       [{"half_width": mm,
//        "length": mm over which a slip rises out of the belly,
//        "tendon": mm of tendon at its end,
//        "ends": {structure: place on it (see bone_place.h), ...}}, ...]
//   "fascicles"  bundles of their own from bone to bone, over or beside the belly, in groups:
//       [{"half_width": mm, "half_thickness": mm, "tendon": mm at either end,
//        "from": place, "to": place,
//        "pairs": [[structure, structure], ...]}, ...]   or [x, y, z] in place of a structure
//   "blend"     mm over which slips flow into the belly (default 3)
//   "detail"    mm, the smallest feature (default 2.5);  "triangles": about how many to leave (default 4000)
//   "bundles"   {"width": mm, "depth": mm}: furrows along the fibres of the belly, between bundles of that width
//   "tendon_at_origin", "tendon_at_insertion"   mm of the belly's ends: a number, or numbers from the edge
//               against the width's direction to the other

#include <glm/vec3.hpp>
#include <vector>

#include "dorsum/core/json_reader.h"
#include "form.h"
#include "implicit.h"

namespace dorsum::sculpt {

struct Slip {
  glm::vec3 end{0.0F};
  bool of_origin = false;
  float half_width = 2.0F;
  float length = 30.0F;
  float tendon = 0.0F;
};

struct Fascicle {
  glm::vec3 from{0.0F};
  glm::vec3 to{0.0F};
  float half_width = 2.0F;
  float half_thickness = 2.0F;
  float tendon = 0.0F;
};

struct CordRecipe {
  std::vector<Station> belly;
  glm::vec3 width_along{1.0F, 0.0F, 0.0F};
  std::vector<Slip> slips;
  std::vector<Fascicle> fascicles;
  float blend = 3.0F;
  float detail = 2.5F;
  std::size_t triangles = 4000;
  float bundle_width = 7.0F;
  float bundle_depth = 0.0F;
  std::vector<double> tendon_at_origin{0.0};     ///< mm, across
  std::vector<double> tendon_at_insertion{0.0};  ///< mm, across
};

/// Trouble goes to the reader; check its ok().
[[nodiscard]] CordRecipe read_cord(const JsonReader& figures, const Deeper& deeper);

}  // namespace dorsum::sculpt
