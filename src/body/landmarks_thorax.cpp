// Ribs, sternum and the belly's middle.

#include <fmt/format.h>

#include <cmath>
#include <glm/geometric.hpp>

#include "dorsum/geometry/surface_query.h"
#include "landmark_bones.h"

namespace dorsum::body {
namespace {

void measure_rib_angle(LandmarkBones& bones, int number, Side side) {
  const std::string structure = with_side(fmt::format("rib-{}", number), side);
  const std::string landmark = sided(fmt::format("rib-angle:{}", number), side);
  const auto* mesh = bones.mesh(structure, landmark);
  std::optional<glm::vec3> point;
  // The tubercle stands against the tip of its vertebra's transverse process; the shaft begins beside it.
  const glm::vec3* process = bones.at(sided(fmt::format("transverse-process:T{}", number), side));
  if (mesh && number == 1) {
    point = farthest(*mesh, back);
    bones.take(landmark, point, "measured: rearmost point of " + structure + ", over its tubercle");
    return;
  }
  if (mesh) {
    const float tubercle = process ? bones.lateral(*process, side) + 3.0F * bones.scale : 0.0F;
    point = farthest(*mesh, back, [&](const glm::vec3& p) { return bones.lateral(p, side) > tubercle; });
  }
  bones.take(landmark, point, "measured: rearmost point of " + structure + " lateral to its tubercle");
}

void measure_ribs(LandmarkBones& bones, Side side) {
  for (int number = 1; number <= 12; ++number) measure_rib_angle(bones, number, side);
  for (int number = 9; number <= 11; ++number) {
    const std::string structure = with_side(fmt::format("rib-{}", number), side);
    const std::string landmark = sided(fmt::format("rib-shaft:{}", number), side);
    const auto* mesh = bones.mesh(structure, landmark);
    bones.take(landmark, mesh ? farthest(*mesh, outward(side)) : std::nullopt,
               "measured: most lateral point of " + structure);
  }
  const std::string structure = with_side("rib-12", side);
  const std::string landmark = sided("rib-tip:12", side);
  const auto* mesh = bones.mesh(structure, landmark);
  std::optional<glm::vec3> tip;
  if (mesh) {
    // The head is the innermost point; the free end lies farthest from it.
    const std::optional<glm::vec3> head = farthest(*mesh, -outward(side));
    for (const glm::vec3& p : mesh->positions) {
      if (!tip || glm::distance(p, *head) > glm::distance(*tip, *head)) tip = p;
    }
  }
  bones.take(landmark, tip, "measured: the end of " + structure + " farthest from its head");
}

void measure_sternum(LandmarkBones& bones) {
  const auto near_midline = [&](const glm::vec3& p) { return std::abs(p.x - bones.midline()) < 7.0F; };
  const auto* manubrium = bones.mesh("sternum-manubrium", "sternal-notch");
  std::optional<glm::vec3> notch = manubrium ? farthest(*manubrium, up, near_midline) : std::nullopt;
  if (notch) notch->x = bones.midline();
  bones.take("sternal-notch", notch, "measured: upper edge of the manubrium in the midline");

  const auto* sternum = bones.mesh("sternum-body", "xiphoid");
  std::optional<glm::vec3> xiphoid;
  if (sternum) {
    const float low = geometry::bounds_of(*sternum).low.z;
    xiphoid = farthest(*sternum, -back, [&](const glm::vec3& p) {
      return p.z < low + 8.0F * bones.scale && std::abs(p.x - bones.midline()) < 10.0F;
    });
    if (xiphoid) xiphoid = glm::vec3(bones.midline(), xiphoid->y, low);
  }
  bones.take("xiphoid", xiphoid, "measured: front of the lower end of sternum-body in the midline");
}

void measure_umbilicus(LandmarkBones& bones) {
  std::string level = "the L3-L4 disc";
  std::optional<float> height;
  if (const auto* disc = bones.mesh("disc-L3")) {
    height = centre_of(*disc).z;
  } else {
    const glm::vec3* right = bones.at("iliac-crest-top:R");
    const glm::vec3* left = bones.at("iliac-crest-top:L");
    if (right && left) height = 0.5F * (right->z + left->z) + 15.0F * bones.scale;
    level = "15 mm (scaled) above the iliac crests";
  }
  const auto* skin = bones.mesh("skin", "umbilicus-level");
  std::optional<glm::vec3> point;
  if (skin && height) {
    const float front = geometry::bounds_of(*skin).low.y - 100.0F;
    const auto hit = geometry::SurfaceQuery({skin}).first_hit({bones.midline(), front, *height}, back);
    if (hit) point = hit->position;
  }
  bones.take("umbilicus-level", point, "measured: front of the skin in the midline at the height of " + level);
}

}  // namespace

void measure_thorax(LandmarkBones& bones) {
  for (const Side side : both_sides) measure_ribs(bones, side);
  measure_sternum(bones);
  measure_umbilicus(bones);
}

}  // namespace dorsum::body
