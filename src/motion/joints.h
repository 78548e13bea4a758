#pragma once
// What a rig has found on a body: where its joints are.

#include <array>
#include <optional>
#include <string>

#include "dorsum/motion/rig.h"
#include "thorax_surface.h"

namespace dorsum::motion {

/// Turns about a place.
[[nodiscard]] RigidMap about(glm::dvec3 centre, const glm::dmat3& turn);
/// About an axis of any length, degrees counter-clockwise seen from its tip.
[[nodiscard]] glm::dmat3 turned(glm::dvec3 axis, double degrees);

struct SpineAxes {
  glm::dvec3 centre{0.0};
  glm::dvec3 left{1.0, 0.0, 0.0}, back{0.0, 1.0, 0.0}, up{0.0, 0.0, 1.0};
};

struct RibJoint {
  glm::dvec3 head{0.0};  ///< where it meets the spine
  glm::dvec3 front{0.0};
};

struct Shoulder {
  glm::dvec3 sternoclavicular{0.0}, acromioclavicular{0.0}, glenohumeral{0.0}, elbow{0.0};
  std::array<glm::dvec3, frame::holds> holds{};
  std::vector<glm::dvec3> costal_face;  ///< points of the blade that lie on the ribs
  std::optional<ThoraxSurface> chest;   ///< none: the blade turns in its plane, nothing holds it on the ribs
};

struct Rig::Joints {
  std::array<SpineAxes, spine_joints> spine;
  std::array<std::array<std::optional<RibJoint>, frame::ribs_a_side>, 2> ribs;
  glm::dvec3 chest_middle{0.0};  ///< between sternal notch and xiphoid process
  std::array<std::optional<Shoulder>, 2> shoulders;
  std::array<SpineJoint, spine_joints> shares;  ///< each joint's part of trunk or neck, sums 1
  Rhythm rhythm;
  std::string no_shoulder;  ///< the structure or landmark for want of which a side has none; empty: both sides have one
};

}  // namespace dorsum::motion
