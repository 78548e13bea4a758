// Hip bones and femurs.

#include <cmath>

#include "landmark_bones.h"

namespace dorsum::body {
namespace {

void measure_hip_bone(LandmarkBones& bones, Side side) {
  const std::string structure = with_side("hip-bone", side);
  struct Rule {
    const char* landmark;
    glm::vec3 direction;
    float above;  // only the part of the bone above this share of its height
    const char* words;
  };
  const Rule rules[] = {
      {"iliac-crest-top", up, 0.0F, "highest point of "},
      {"anterior-superior-iliac-spine", -back, 0.5F, "most forward point of the upper half of "},
      {"posterior-superior-iliac-spine", back, 0.5F, "rearmost point of the upper half of "},
      {"ischial-tuberosity", -up, 0.0F, "lowest point of "},
  };
  for (const Rule& rule : rules) {
    const std::string landmark = sided(rule.landmark, side);
    const auto* mesh = bones.mesh(structure, landmark);
    std::optional<glm::vec3> point;
    if (mesh) {
      const geometry::Bounds box = geometry::bounds_of(*mesh);
      const float floor = box.low.z + rule.above * (box.high.z - box.low.z);
      point = farthest(*mesh, rule.direction, [&](const glm::vec3& p) { return p.z >= floor; });
    }
    bones.take(landmark, point, "measured: " + std::string(rule.words) + structure);
  }
}

void measure_symphysis(LandmarkBones& bones) {
  std::optional<glm::vec3> sum;
  float count = 0.0F;
  for (const Side side : both_sides) {
    const auto* mesh = bones.mesh(with_side("hip-bone", side), "pubic-symphysis");
    if (!mesh) continue;
    const auto near_midline = [&](const glm::vec3& p) { return std::abs(bones.lateral(p, side)) < 15.0F; };
    const auto point = farthest(*mesh, up - back, near_midline);
    if (!point) continue;
    sum = sum.value_or(glm::vec3(0.0F)) + *point;
    count += 1.0F;
  }
  if (sum) sum = glm::vec3(bones.midline(), sum->y / count, sum->z / count);
  bones.take("pubic-symphysis", sum, "measured: top front edge of the pubic bones, within 15 mm of the midline");
}

void measure_femur(LandmarkBones& bones, Side side) {
  const std::string structure = with_side("femur", side);
  const std::string trochanter = sided("greater-trochanter", side);
  const auto* mesh = bones.mesh(structure, trochanter);
  std::optional<glm::vec3> top, tuberosity, epicondyle;
  if (mesh) {
    const geometry::Bounds box = geometry::bounds_of(*mesh);
    const float height = box.high.z - box.low.z;
    top = farthest(*mesh, outward(side), [&](const glm::vec3& p) { return p.z > box.high.z - 0.3F * height; });
    const bool whole = height > 380.0F * bones.scale;  // 475 mm (scaled) on BodyParts3D
    if (whole) {
      epicondyle = farthest(*mesh, outward(side), [&](const glm::vec3& p) { return p.z < box.low.z + 0.15F * height; });
    }
    if (top) {
      const float level = top->z - 60.0F * bones.scale;
      tuberosity =
          farthest(*mesh, back + outward(side), [&](const glm::vec3& p) { return std::abs(p.z - level) < 6.0F; });
    }
  } else {
    (void)bones.mesh(structure, sided("gluteal-tuberosity", side));
    (void)bones.mesh(structure, sided("lateral-femoral-epicondyle", side));
  }
  bones.take(trochanter, top, "measured: most lateral point of the upper third of " + structure);
  bones.take(sided("gluteal-tuberosity", side), tuberosity,
             "measured: back outer side of " + structure + ", 60 mm (scaled) below the greater trochanter");
  const std::string knee = sided("lateral-femoral-epicondyle", side);
  if (top && !epicondyle) {
    // A femur that ends in the thigh: the knee lies where it does on BodyParts3D's (FJ3365), scaled.
    bones.take_formula(knee, "off(greater-trochanter:R, down=395, med=38)", side);
  } else {
    bones.take(knee, epicondyle, "measured: most lateral point of the lower end of " + structure);
  }
}

}  // namespace

void measure_pelvis(LandmarkBones& bones) {
  for (const Side side : both_sides) measure_hip_bone(bones, side);
  // The femur's millimetres need the scale, which stands once the spine and the hip bones are known.
  bones.scale = atlas::body_scale(bones.findings().landmarks);
  measure_symphysis(bones);
  for (const Side side : both_sides) measure_femur(bones, side);
}

}  // namespace dorsum::body
