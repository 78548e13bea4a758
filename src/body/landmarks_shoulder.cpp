// Clavicle, scapula, the upper humerus and the fold of the armpit.

#include <fmt/format.h>

#include <cmath>
#include <glm/geometric.hpp>

#include "dorsum/geometry/surface_query.h"
#include "landmark_bones.h"

namespace dorsum::body {
namespace {

/// The medial border: the innermost point of the scapula at a height, within 3 mm of it.
std::optional<glm::vec3> medial_border(const geometry::TriangleMesh& scapula, Side side, float height) {
  return farthest(scapula, -outward(side), [&](const glm::vec3& p) { return std::abs(p.z - height) < 3.0F; });
}

/// The root of the spine: where the blade's back, close to the medial border, stands out most from the line
/// between its angles.
std::optional<glm::vec3> spine_root(const geometry::TriangleMesh& scapula, Side side, const glm::vec3& superior,
                                    const glm::vec3& inferior, float scale) {
  const float height = superior.z - inferior.z;
  std::optional<glm::vec3> root;
  float best = 0.0F;
  for (float share = 0.66F; share <= 0.88F; share += 0.02F) {
    const float level = inferior.z + share * height;
    const auto border = medial_border(scapula, side, level);
    if (!border) continue;
    const auto rear = farthest(scapula, back, [&](const glm::vec3& p) {
      return std::abs(p.z - level) < 3.0F && sign_of(side) * (p.x - border->x) < 12.0F * scale;
    });
    const float line = inferior.y + share * (superior.y - inferior.y);
    if (!rear || (root && rear->y - line <= best)) continue;
    best = rear->y - line;
    root = border;
  }
  return root;
}

void measure_scapula(LandmarkBones& bones, Side side) {
  const std::string structure = with_side("scapula", side);
  const auto* mesh = bones.mesh(structure);
  const auto take = [&](const char* name, const std::optional<glm::vec3>& point, const std::string& words) {
    const std::string landmark = sided(name, side);
    if (!mesh) (void)bones.mesh(structure, landmark);
    bones.take(landmark, point, "measured: " + words + " " + structure);
  };
  std::optional<glm::vec3> coracoid, acromion, corner, superior, inferior, root;
  if (mesh) {
    const geometry::Bounds box = geometry::bounds_of(*mesh);
    const float middle = 0.5F * (box.low.x + box.high.x);
    coracoid = farthest(*mesh, -back);
    acromion = farthest(*mesh, outward(side));
    // Seen from above, the corner where the spine turns into the acromion is farthest back and out.
    corner = farthest(*mesh, back + outward(side),
                      [&](const glm::vec3& p) { return p.z > box.low.z + 0.6F * (box.high.z - box.low.z); });
    superior = farthest(*mesh, up, [&](const glm::vec3& p) { return sign_of(side) * (p.x - middle) < 0.0F; });
    inferior = farthest(*mesh, -up);
    if (superior && inferior) root = spine_root(*mesh, side, *superior, *inferior, bones.scale);
  }
  take("coracoid", coracoid, "most forward point of");
  take("acromion-tip", acromion, "most lateral point of");
  take("acromial-angle", corner, "outer back corner of the upper part of");
  take("superior-angle-scapula", superior, "highest point of the inner half of");
  take("inferior-angle-scapula", inferior, "lowest point of");
  take("root-of-scapular-spine", root, "medial border where the spine's inner end stands out most on");
}

void measure_clavicle(LandmarkBones& bones, Side side) {
  const std::string structure = with_side("clavicle", side);
  for (const bool medial : {true, false}) {
    const std::string landmark = sided(medial ? "clavicle-medial-end" : "clavicle-lateral-end", side);
    const auto* mesh = bones.mesh(structure, landmark);
    bones.take(landmark, mesh ? farthest(*mesh, medial ? -outward(side) : outward(side)) : std::nullopt,
               fmt::format("measured: most {} point of {}", medial ? "medial" : "lateral", structure));
  }
}

/// The skin just above the gap between arm and trunk, seen from behind: the highest free line of sight, and the
/// skin over it.
std::optional<glm::vec3> fold_over_gap(const geometry::SurfaceQuery& skin, const geometry::Bounds& box,
                                       const glm::vec3& expected, Side side) {
  constexpr float step = 3.0F;
  constexpr float reach = 45.0F;
  for (float z = expected.z + reach; z >= expected.z - reach; z -= step) {
    for (float x = -reach; x <= reach; x += step) {
      const glm::vec3 eye{expected.x + sign_of(side) * x, box.high.y + 50.0F, z};
      if (skin.is_blocked(eye, -back)) continue;
      const auto above = skin.first_hit(eye + 1.5F * step * up, -back);
      if (above) return above->position;
    }
  }
  return std::nullopt;
}

void measure_armpit(LandmarkBones& bones, Side side) {
  const std::string landmark = sided("posterior-axillary-fold", side);
  bones.take_formula(landmark, "off(lerp(inferior-angle-scapula:R, acromial-angle:R, 0.43), lat=40, front=8)", side);
  const glm::vec3* expected = bones.at(landmark);
  const auto* mesh = bones.mesh("skin");
  if (!expected || !mesh) return;
  const auto fold = fold_over_gap(geometry::SurfaceQuery({mesh}), geometry::bounds_of(*mesh), *expected, side);
  // An arm that lies against the trunk leaves no gap, or one far below.
  if (!fold || glm::distance(*fold, *expected) > 45.0F * bones.scale) return;
  bones.take(landmark, fold, "measured: skin over the gap between arm and trunk, seen from behind");
}

/// From the middle of a long bone's lower third to the middle of its upper third.
glm::vec3 bone_axis(const geometry::TriangleMesh& mesh, const geometry::Bounds& box) {
  const float third = (box.high.z - box.low.z) / 3.0F;
  glm::vec3 low(0.0F), high(0.0F);
  float low_count = 0.0F, high_count = 0.0F;
  for (const glm::vec3& p : mesh.positions) {
    if (p.z < box.low.z + third) {
      low += p;
      low_count += 1.0F;
    } else if (p.z > box.high.z - third) {
      high += p;
      high_count += 1.0F;
    }
  }
  if (low_count == 0.0F || high_count == 0.0F) return up;
  return glm::normalize(high / high_count - low / low_count);
}

void measure_humerus(LandmarkBones& bones, Side side) {
  const std::string structure = with_side("humerus", side);
  const auto* mesh = bones.mesh(structure);
  std::optional<glm::vec3> tubercle, groove, tuberosity;
  if (mesh) {
    const geometry::Bounds box = geometry::bounds_of(*mesh);
    const float length = box.high.z - box.low.z;
    const auto at_height = [](float z, float half) {
      return [z, half](const glm::vec3& p) { return std::abs(p.z - z) < half; };
    };
    // The arm hangs a little away from the trunk: outward is meant across the bone, not across the body.
    const glm::vec3 axis = bone_axis(*mesh, box);
    const glm::vec3 across = outward(side) - glm::dot(outward(side), axis) * axis;
    tubercle = farthest(*mesh, across, [&](const glm::vec3& p) { return p.z > box.high.z - 0.2F * length; });
    groove = farthest(*mesh, -back, at_height(box.high.z - 50.0F * bones.scale, 5.0F));
    tuberosity = farthest(*mesh, outward(side), at_height(box.low.z + 0.55F * length, 6.0F));
  }
  const auto take = [&](const char* name, const std::optional<glm::vec3>& point, const std::string& words) {
    const std::string landmark = sided(name, side);
    if (!mesh) (void)bones.mesh(structure, landmark);
    bones.take(landmark, point, "measured: " + words);
  };
  take("greater-tubercle", tubercle, "most lateral point of the top fifth of " + structure);
  take("intertubercular-groove", groove, "front of " + structure + " 50 mm (scaled) below its top");
  take("deltoid-tuberosity", tuberosity, "outer side of " + structure + " at 0.55 of its height");
}

}  // namespace

void measure_shoulder(LandmarkBones& bones) {
  for (const Side side : both_sides) {
    measure_clavicle(bones, side);
    measure_scapula(bones, side);
    measure_humerus(bones, side);
    measure_armpit(bones, side);
  }
}

}  // namespace dorsum::body
