#pragma once
// Closed eyes and a closed mouth as relief on the face: what a lid or a lip does along its line is the same for
// everyone, so a recipe only says where the line runs and how full it is.

#include <glm/vec3.hpp>

#include "dorsum/core/json_reader.h"

namespace dorsum::sculpt {

/// A closed eye. Heights follow the lids' line, an arc that sags between the corners.
struct ClosedEye {
  float inner = 0.0F, outer = 1.0F;                ///< lateral, mm, of the corners
  float inner_height = 0.0F, outer_height = 0.0F;  ///< mm
  float sag = 0.0F;                                ///< mm by which the line hangs below the corners in the middle
  float crease = 8.0F;                             ///< mm from the line up to the upper lid's fold

  [[nodiscard]] float rise_at(glm::vec3 folded) const;
};

struct Lips {
  float corner = 25.0F, height = 0.0F;         ///< mm, lateral of the corner; height of the line
  float upper = 7.0F, lower = 9.0F;            ///< mm, height of the red at the bow's peak and of the lower lip
  float upper_full = 3.0F, lower_full = 4.0F;  ///< mm by which they stand out

  [[nodiscard]] float rise_at(glm::vec3 folded) const;
};

/// {"corners": [[lateral, height] inner, outer], "sag": mm, "crease": mm}
[[nodiscard]] ClosedEye read_eye(const JsonReader& figures);
/// {"corner": [lateral, height], "upper": [height, fullness], "lower": [height, fullness]}
[[nodiscard]] Lips read_lips(const JsonReader& figures);

}  // namespace dorsum::sculpt
