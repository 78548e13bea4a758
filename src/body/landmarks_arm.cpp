// The elbow and the wrist.

#include "landmark_bones.h"

namespace dorsum::body {
namespace {

struct Rule {
  const char* landmark;
  const char* bone;
  glm::vec3 direction;  // x outward
  bool upper;           // which end of the bone
  float part;           // how much of its height that end is
  const char* words;
};

constexpr Rule rules[] = {
    {"lateral-epicondyle", "humerus", {1.0F, 0.0F, 0.0F}, false, 0.15F, "most lateral point of the lower end of "},
    {"medial-epicondyle", "humerus", {-1.0F, 0.0F, 0.0F}, false, 0.15F, "most medial point of the lower end of "},
    {"olecranon", "ulna", {0.0F, 0.9F, 0.45F}, true, 0.12F, "top of the back of "},
    {"radial-styloid", "radius", {0.5F, 0.0F, -1.0F}, false, 0.1F, "lowest outer point of "},
    {"ulnar-styloid", "ulna", {-0.5F, 0.0F, -1.0F}, false, 0.1F, "lowest inner point of "},
};

}  // namespace

void measure_arm(LandmarkBones& bones) {
  for (const Side side : both_sides) {
    for (const Rule& rule : rules) {
      const std::string structure = with_side(rule.bone, side);
      const std::string landmark = sided(rule.landmark, side);
      const auto* mesh = bones.mesh(structure, landmark);
      std::optional<glm::vec3> point;
      if (mesh) {
        const geometry::Bounds box = geometry::bounds_of(*mesh);
        const float end = rule.part * (box.high.z - box.low.z);
        const glm::vec3 direction(sign_of(side) * rule.direction.x, rule.direction.y, rule.direction.z);
        point = farthest(*mesh, direction, [&](const glm::vec3& p) {
          return rule.upper ? p.z > box.high.z - end : p.z < box.low.z + end;
        });
      }
      bones.take(landmark, point, "measured: " + std::string(rule.words) + structure);
    }
  }
}

}  // namespace dorsum::body
