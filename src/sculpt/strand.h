#pragma once
// A strand is one bundle of a cord: its belly, or a slip or fascicle of it, as a solid with a course of its own.

#include <memory>

#include "cord_recipe.h"
#include "course.h"

namespace dorsum::sculpt {

struct Strand {
  Solid solid;
  std::shared_ptr<const Course> course;
  float tendon_at_start = 0.0F;  ///< mm
  float tendon_at_end = 0.0F;    ///< mm
  /// What its own lengths along and across are raised by, so that fibres run on from the belly into it.
  float along_from = 0.0F;
  float across_from = 0.0F;
};

/// A slip of insertion rises out of the belly towards its end; one of origin sinks into it.
[[nodiscard]] Strand slip_strand(const Slip& slip, const Course& belly, glm::vec3 width_along);

/// A spindle from bone to bone.
[[nodiscard]] Strand fascicle_strand(const Fascicle& fascicle, const Course& belly, glm::vec3 width_along);

}  // namespace dorsum::sculpt
