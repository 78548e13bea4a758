#include "dorsum/motion/pose.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace dorsum::motion {

Drives drives_of(const Pose& pose, const Motions& motions) {
  Drives all;
  for (const auto& [id, degrees] : pose) {
    const Motion* motion = motions.motion(without_side(id));
    if (motion == nullptr) continue;
    const Side side = side_of(id);
    Drives::Shoulder& shoulder = all.shoulders[side == Side::left ? 1 : 0];
    const double to_left = side == Side::right ? -1.0 : 1.0;
    for (const Motion::Part& part : motion->parts) {
      const double by = part.factor * static_cast<double>(degrees);
      switch (part.drive) {
        case Drive::trunk_flexion: all.trunk.flexion += by; break;
        case Drive::trunk_side: all.trunk.side += to_left * by; break;
        case Drive::trunk_rotation: all.trunk.rotation += to_left * by; break;
        case Drive::neck_flexion: all.neck.flexion += by; break;
        case Drive::neck_side: all.neck.side += to_left * by; break;
        case Drive::neck_rotation: all.neck.rotation += to_left * by; break;
        case Drive::collarbone_up: shoulder.collarbone_up += by; break;
        case Drive::collarbone_forward: shoulder.collarbone_forward += by; break;
        case Drive::blade_up: shoulder.blade_up += by; break;
        case Drive::arm_turned_in: shoulder.arm_turned_in += by; break;
        case Drive::arm_raised: shoulder.arm_raised += by * glm::dvec2(std::cos(glm::radians(motion->plane)), std::sin(glm::radians(motion->plane))); break;
      }
    }
  }
  for (Drives::Shoulder& shoulder : all.shoulders) {
    const double raised = glm::length(shoulder.arm_raised);
    if (raised > most_arm_raised) shoulder.arm_raised *= most_arm_raised / raised;
  }
  return all;
}

}  // namespace dorsum::motion
