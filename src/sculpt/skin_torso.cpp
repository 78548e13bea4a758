// Trunk, shoulders, arms and thighs from their columns. Where two columns describe the same skin they are
// mixed by height, which leaves it where both put it; a soft union there would swell it.

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <memory>

#include "skin_body.h"
#include "skin_column.h"

namespace dorsum::sculpt {
namespace {

/// Heights between which one description hands over to the next.
struct Seam {
  float low = 0.0F, high = 0.0F;  // mm
  [[nodiscard]] float share_above(float z) const { return glm::smoothstep(low, high, z); }
  /// From `below` to `above`; steep where the two differ, so divided by its slope to stay a distance.
  [[nodiscard]] float mixed(float below, float above, float z) const {
    const float t = glm::clamp((z - low) / (high - low), 0.0F, 1.0F);
    const float slope = (above - below) * 6.0F * t * (1.0F - t) / (high - low);
    return glm::mix(below, above, share_above(z)) / std::sqrt(1.0F + slope * slope);
  }
};

constexpr float apart_blend = 4.0F;   // mm; below the armpit arm and flank touch without growing together
constexpr float wrist_round = 10.0F;  // mm; how softly the arm's column ends inside the hand

struct Torso {
  Column trunk, girdle, arm, thigh;
  Seam crotch, shoulder, armpit;
  float thigh_cut, cut_edge, armpit_blend, wrist_height;

  [[nodiscard]] float below_shoulders(glm::vec3 p) const {
    const float above = crotch.share_above(p.z);
    float d = above < 1.0F ? thigh.distance(p) : 0.0F;
    if (above > 0.0F) d = crotch.mixed(d, trunk.distance(p), p.z);
    if (p.z < wrist_height - 40.0F) return d;
    const float wrist = wrist_height - p.z;
    const float blend = glm::mix(apart_blend, armpit_blend, armpit.share_above(p.z));
    return soft_union(d, -soft_union(-arm.distance(p), -wrist, wrist_round), blend);
  }

  [[nodiscard]] float distance(glm::vec3 p) const {
    const float above = shoulder.share_above(p.z);
    float d = above < 1.0F ? below_shoulders(p) : 0.0F;
    if (above > 0.0F) {
      const float neck_end = p.z - girdle.highest();
      d = shoulder.mixed(d, -soft_union(-girdle.distance(p), -neck_end, 10.0F), p.z);
    }
    return -soft_union(-d, -(thigh_cut - p.z), cut_edge);
  }
};

Seam read_seam(const JsonReader& value) {
  const auto n = value.vec2();
  if (value.ok() && n.y <= n.x) value.fail("expected [low, high], rising");
  return {n.x, n.y};
}

}  // namespace

std::optional<Solid> read_torso(const JsonReader& figures) {
  const auto trunk = Column::read(figures.field("trunk"), true);
  const auto girdle = Column::read(figures.field("shoulder_girdle_and_neck"), true);
  const auto arm = Column::read(figures.field("arm"), false);
  const auto thigh = Column::read(figures.field("thigh"), false);
  const JsonReader seams = figures.field("seams");
  seams.only(
      {"thigh_cut", "cut_edge", "crotch", "shoulder", "armpit", "armpit_blend", "wrist", "wrist_blend", "jaw_blend"});
  const auto number = [&](const char* name, double low, double high) {
    return static_cast<float>(seams.field(name).number_in(low, high));
  };
  const Seam crotch = read_seam(seams.field("crotch")), shoulder = read_seam(seams.field("shoulder"));
  const Seam armpit_seam = read_seam(seams.field("armpit"));
  const float cut = number("thigh_cut", 0, 3000), cut_edge = number("cut_edge", 0, 50);
  const float armpit = number("armpit_blend", 0, 50), wrist = number("wrist", 0, 3000);
  if (!figures.ok()) return {};
  const auto torso = std::make_shared<const Torso>(
      Torso{*trunk, *girdle, *arm, *thigh, crotch, shoulder, armpit_seam, cut, cut_edge, armpit, wrist});
  const float reach = 420.0F;  // mm from the midline: farther than any arm in the recipe
  return Solid{[torso](glm::vec3 p) { return torso->distance(p); },
               {{0.0F, -350.0F, cut}, {reach, 200.0F, girdle->highest()}}};
}

}  // namespace dorsum::sculpt
