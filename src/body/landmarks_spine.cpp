// Vertebrae and sacrum: spinous and transverse processes, the median sacral crest, the tip of the coccyx.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "landmark_bones.h"

namespace dorsum::body {
namespace {

void measure_vertebra(LandmarkBones& bones, const std::string& level, bool has_spinous_process) {
  const std::string structure = "vertebra-" + level;
  if (has_spinous_process) {
    const std::string landmark = "spinous-process:" + level;
    const auto* mesh = bones.mesh(structure, landmark);
    // The mean of the last 1.5 mm: a cervical process may end in two points.
    const auto near_midline = [&](const glm::vec3& p) { return std::abs(p.x - bones.midline()) < 10.0F; };
    bones.take(landmark, mesh ? farthest(*mesh, back, near_midline, 1.5F) : std::nullopt,
               "measured: rearmost point of " + structure);
  }
  for (const Side side : both_sides) {
    const std::string landmark = sided("transverse-process:" + level, side);
    const auto* mesh = bones.mesh(structure, landmark);
    bones.take(landmark, mesh ? farthest(*mesh, outward(side)) : std::nullopt,
               "measured: most lateral point of " + structure);
  }
}

/// The sacrum's rear outline in the median plane: y for steps of height, from the top of the crest down.
struct Crest {
  float top = 0.0F, bottom = 0.0F;
  std::vector<glm::vec3> points;  // top first
};

Crest crest_of(const geometry::TriangleMesh& sacrum, float midline) {
  constexpr float step = 2.0F;
  constexpr float half_width = 7.0F;
  const geometry::Bounds box = geometry::bounds_of(sacrum);
  const auto count = static_cast<std::size_t>((box.high.z - box.low.z) / step) + 1;
  std::vector<std::optional<glm::vec3>> rear(count);
  for (const glm::vec3& p : sacrum.positions) {
    if (std::abs(p.x - midline) > half_width) continue;
    std::optional<glm::vec3>& here = rear[static_cast<std::size_t>((box.high.z - p.z) / step)];
    if (!here || p.y > here->y) here = p;
  }
  // The sacral canal's roof ends above the promontory's front edge: what lies far in front of the rearmost
  // point at the top is the body of S1, not the crest.
  Crest crest;
  crest.bottom = box.low.z;
  const float depth = 0.45F * (box.high.y - box.low.y);
  for (const std::optional<glm::vec3>& point : rear) {
    if (!point || (crest.points.empty() && point->y < box.high.y - depth)) continue;
    crest.points.push_back(*point);
  }
  crest.top = crest.points.empty() ? box.high.z : crest.points.front().z;
  return crest;
}

/// How far a point of the outline stands out behind the chord of its neighbours 10 mm above and below.
float prominence(const Crest& crest, std::size_t i) {
  constexpr std::size_t reach = 5;
  const glm::vec3& above = crest.points[i >= reach ? i - reach : 0];
  const glm::vec3& below = crest.points[std::min(i + reach, crest.points.size() - 1)];
  const float span = std::max(above.z - below.z, 1.0F);
  const float chord = below.y + (above.y - below.y) * (crest.points[i].z - below.z) / span;
  return crest.points[i].y - chord;
}

void measure_sacrum(LandmarkBones& bones) {
  // Heights of the four bumps between the top of the crest and the coccyx's tip, measured on BodyParts3D's
  // sacrum (FJ3393); each is then moved to the outline's most prominent point nearby.
  constexpr float heights[] = {0.07F, 0.21F, 0.385F, 0.56F};
  const auto* sacrum = bones.mesh("sacrum", "coccyx-tip");
  const Crest crest = sacrum ? crest_of(*sacrum, bones.midline()) : Crest{};
  for (int level = 1; level <= 4; ++level) {
    const std::string landmark = fmt::format("spinous-process:S{}", level);
    if (!sacrum) (void)bones.mesh("sacrum", landmark);
    std::optional<glm::vec3> bump;
    float best = 0.0F;
    const float wanted = crest.top - heights[level - 1] * (crest.top - crest.bottom);
    for (std::size_t i = 0; i < crest.points.size(); ++i) {
      if (std::abs(crest.points[i].z - wanted) > 0.045F * (crest.top - crest.bottom)) continue;
      const float here = prominence(crest, i);
      if (bump && here <= best) continue;
      best = here;
      bump = glm::vec3(bones.midline(), crest.points[i].y, crest.points[i].z);
    }
    bones.take(landmark, bump, fmt::format("measured: bump {} of the sacrum's median crest", level));
  }
  // Together sacrum and coccyx are more than 130 mm high, the sacrum alone about 110.
  if (sacrum && crest.top - crest.bottom > 120.0F) {
    bones.take("coccyx-tip", farthest(*sacrum, -up, {}, 1.5F), "measured: lowest point of sacrum and coccyx");
  } else {
    bones.take_formula("coccyx-tip", "off(spinous-process:S4, down=65, front=25)", Side::midline);
  }
}

}  // namespace

void measure_spine(LandmarkBones& bones) {
  for (int n = 1; n <= 7; ++n) measure_vertebra(bones, fmt::format("C{}", n), n > 1);
  for (int n = 1; n <= 12; ++n) measure_vertebra(bones, fmt::format("T{}", n), true);
  for (int n = 1; n <= 5; ++n) measure_vertebra(bones, fmt::format("L{}", n), true);
  measure_sacrum(bones);
}

}  // namespace dorsum::body
