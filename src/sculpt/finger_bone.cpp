#include "finger_bone.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <utility>
#include <vector>

namespace dorsum::sculpt {

Solid finger_bone(const FingerBone& bone) {
  const auto& [base, middle, head] = bone.middles;
  const auto& [at_base, at_middle, at_head] = bone.half_widths;
  const glm::vec3 along = glm::normalize(head - base);
  const glm::vec3 back = glm::normalize(bone.dorsal - along * glm::dot(bone.dorsal, along));
  const glm::vec3 across = glm::cross(back, along);
  const glm::mat3 frame(across, back, along);
  const bool metacarpal = bone.kind == FingerBoneKind::metacarpal, last = bone.kind == FingerBoneKind::last_phalanx;

  // The shaft is broader than deep and nearly flat in front, most so in phalanges.
  const float depth = metacarpal ? 0.95F : 0.8F;
  const auto station = [&](glm::vec3 centre, float half_width, float deep) {
    return Station{centre, deep * half_width, half_width, 0.0F};
  };
  const float reach = metacarpal ? 1.0F : 0.75F;  // of the half width: how far the base goes on beyond its middle
  std::vector<Part> parts;
  parts.push_back(
      {tube({station(base - reach * at_base * along, (metacarpal ? 1.1F : 0.96F) * at_base, 0.85F),
             station(base + 0.35F * at_base * along, (metacarpal ? 1.02F : 0.94F) * at_base, 0.85F),
             station(glm::mix(base, middle, 0.55F), glm::mix(at_base, at_middle, 0.78F), depth),
             station(middle, 0.95F * at_middle, depth),
             station(glm::mix(middle, head, 0.65F), glm::mix(at_middle, last ? 0.6F * at_head : at_head, 0.5F), depth),
             station(head, (last ? 0.7F : 0.85F) * at_head, last ? 0.55F : 0.8F)},
            bone.dorsal, Ends::flat, 0.2F * at_base),
       0.0F, false});
  if (metacarpal) {
    parts.push_back(
        {ellipsoid(head - 0.06F * at_head * back, {0.92F * at_head, 1.06F * at_head, 1.0F * at_head}, frame),
         0.35F * at_head, false});
    for (const float side : {-1.0F, 1.0F}) {  // the pits of the collateral ligaments
      const glm::vec3 pit = head + side * 1.12F * at_head * across + 0.25F * at_head * back;
      parts.push_back({ellipsoid(pit, glm::vec3(0.34F * at_head)), 0.3F * at_head, true});
    }
  } else {
    const glm::vec3 before = base - (reach + 0.95F) * at_base * along;
    parts.push_back(
        {ellipsoid(before, glm::vec3(1.15F * at_base, 1.1F * at_base, 1.12F * at_base), frame), 0.15F * at_base, true});
  }
  if (bone.kind == FingerBoneKind::phalanx) {
    const float roller = 0.72F * at_head;
    const glm::vec3 axle = head + 0.12F * at_head * along - 0.12F * at_head * back;
    parts.push_back({capsule(axle - 0.5F * at_head * across, roller, axle + 0.5F * at_head * across, roller),
                     0.3F * at_head, false});
    // Between the condyles, around the front.
    const float away = 1.12F * roller, groove = 0.26F * at_head;
    parts.push_back({capsule(axle + away * (0.9F * along + 0.45F * back), groove,
                             axle + away * (0.75F * along - 0.7F * back), groove),
                     0.3F * at_head, true});
  }
  if (last)
    parts.push_back(
        {ellipsoid(head + 0.2F * at_head * along, {1.35F * at_head, 0.62F * at_head, 1.25F * at_head}, frame),
         0.6F * at_head, false});
  return joined(std::move(parts));
}

}  // namespace dorsum::sculpt
