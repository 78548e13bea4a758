#pragma once
// How far each motion goes: what a person sets, and what it turns.

#include <array>
#include <cstddef>
#include <glm/vec2.hpp>
#include <map>
#include <string>

#include "dorsum/core/side.h"
#include "dorsum/motion/motions.h"

namespace dorsum::motion {

/// Degrees by motion with side (`arm-abduction.R`, `trunk-flexion`); what is not named rests.
using Pose = std::map<std::string, float, std::less<>>;

/// The numbers that frames are made of, degrees. Forward, to the body's left, up and in are positive.
struct Drives {
  struct Trunk {
    double flexion = 0.0, side = 0.0, rotation = 0.0;
  };
  struct Shoulder {
    double collarbone_up = 0.0, collarbone_forward = 0.0, blade_up = 0.0, arm_turned_in = 0.0;
    glm::dvec2 arm_raised{0.0};  ///< how far, along the plane it is raised in: x sideways, y forward
  };
  Trunk trunk, neck;
  std::array<Shoulder, 2> shoulders;  ///< right, left
};

inline constexpr double most_arm_raised = 150.0;  ///< degrees: motions of one arm together go no farther

/// What the motions of a pose add up to. Unknown ones are passed over.
[[nodiscard]] Drives drives_of(const Pose& pose, const Motions& motions);

}  // namespace dorsum::motion
