#pragma once
// The skin of the back, written as depths: how far behind the frontal zero plane it lies at named distances from
// the midline, level by level. That is how the recipe says bone + muscle + fat; the columns' radii can't be read so.
//
// The torso's columns keep the trunk's outline; the back moves what they put behind the flank forward or backward
// until it lies at these depths, and fades out towards the arm, the flank, the neck and the buttock.

#include <glm/vec3.hpp>
#include <optional>
#include <vector>

#include "dorsum/core/json_reader.h"
#include "implicit.h"
#include "skin_spline.h"

namespace dorsum::sculpt {

class Back {
 public:
  /// Figures: distances [mm from the midline, from 0], levels [{at, height, y [a figure a distance]}...] from the
  /// lowest, fades {arm, buttock, neck: the distance or height at which nothing moves any more; side [from y, whole
  /// from y]}.
  [[nodiscard]] static std::optional<Back> read(const JsonReader& figures);

  /// y of the skin, mm, at a distance from the midline and a height within the levels.
  [[nodiscard]] float depth_at(float lateral, float height) const;

  /// The torso (folded frame) with its back laid at these depths.
  [[nodiscard]] Solid laid_on(const Solid& torso) const;

 private:
  Back() = default;
  std::vector<double> heights_;
  std::vector<Spline> across_;  // depth by distance from the midline, one a level
  float outermost_ = 0.0F;      // mm, the last distance
  float arm_ = 0.0F, buttock_ = 0.0F, neck_ = 0.0F, side_ = 0.0F, whole_ = 0.0F;
};

}  // namespace dorsum::sculpt
