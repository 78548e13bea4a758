#include "arcs.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <numbers>

#include "palette.h"

namespace dorsum::picture {
namespace {

constexpr float shortest = 45.0F;      ///< mm; a zone nearer than that needs no arc
constexpr float lowest = 5.0F;         ///< mm over the skin, at the ends
constexpr float highest_share = 0.14F;  ///< of its length that an arc rises in its middle
constexpr float highest = 55.0F;       ///< mm
constexpr float faint = 0.20F;         ///< opacity where the body hides it

using Ways = std::vector<body::SkinPath>;

std::shared_ptr<const Ways> ways_of(const body::Body& body, const body::PlacedTrigger& trigger, SceneMemo* memo) {
  if (memo != nullptr) {
    if (const auto known = memo->ways.find(trigger.id); known != memo->ways.end()) return known->second;
  }
  std::vector<glm::vec3> centres;
  for (const std::size_t zone : trigger.zones) centres.push_back(body.zones()[zone].centre.rest);
  auto ways = std::make_shared<const Ways>(body::skin_paths(body, trigger.place.rest, centres));
  if (memo != nullptr) memo->ways[trigger.id] = ways;
  return ways;
}

/// The way lifted over the skin, beginning at the point itself.
std::vector<glm::vec3> lifted(const body::SkinPath& way, glm::vec3 start, const body::Stance& stance) {
  std::vector<glm::vec3> line{start};
  const float height = std::min(highest_share * way.length, highest);
  const auto last = static_cast<float>(way.points.size() - 1);
  for (std::size_t i = 0; i < way.points.size(); ++i) {
    const float part = static_cast<float>(i) / last;
    const float rise = lowest + height * std::sin(std::numbers::pi_v<float> * part);
    line.push_back(stance.place(way.points[i]) + stance.direction(way.points[i].on, way.normals[i]) * rise);
  }
  line.push_back(stance.place(way.points.back()) + stance.direction(way.points.back().on, way.normals.back()) * 1.5F);  // it lands
  return line;
}

/// The first `part` of a stroke's points.
void cut_to(std::vector<drawing::StrokePoint>& points, float part) {
  if (part >= 1.0F || points.size() < 2) return;
  const float end = part * static_cast<float>(points.size() - 1);
  const auto whole = static_cast<std::size_t>(end);
  const drawing::StrokePoint &a = points[whole], &b = points[std::min(whole + 1, points.size() - 1)];
  const float rest = end - static_cast<float>(whole);
  const drawing::StrokePoint tip{glm::mix(a.at, b.at, rest), a.half_width, glm::mix(a.opacity, b.opacity, rest)};
  points.resize(whole + 1);
  points.push_back(tip);
}

/// The last stretch becomes an arrow's head.
void add_head(std::vector<drawing::StrokePoint>& points, float half_width) {
  const float length = 7.0F * half_width;
  float walked = 0.0F;
  std::size_t i = points.size() - 1;
  while (i > 0 && walked < length) {
    walked += glm::distance(points[i].at, points[i - 1].at);
    --i;
  }
  const drawing::StrokePoint tip = points.back();
  const drawing::StrokePoint base = points[i];
  if (walked <= half_width) return;
  points.resize(i + 1);
  points.push_back({base.at, half_width * 3.2F, base.opacity});
  points.push_back({tip.at, 0.3F, tip.opacity});
}

}  // namespace

std::vector<drawing::Stroke> arcs_of(const state::State& state, const body::Body& body, const PicturePlane& plane, const drawing::LabelStyle& style,
                            const Moment& moment, SceneMemo* memo) {
  std::vector<drawing::Stroke> arcs;
  if (!state.arcs || !state.zones) return arcs;
  for (const std::string& id : *state.triggers) {
    const body::PlacedTrigger* trigger = body.trigger(id);
    if (trigger == nullptr) continue;
    const auto ways = ways_of(body, *trigger, memo);
    const body::Stance& stance = plane.visibility.stance();
    const glm::vec3 start = stance.place(trigger->place);
    const auto growing = moment.growing.find(id);
    for (std::size_t i = 0; i < trigger->zones.size(); ++i) {
      const body::SkinPath& way = (*ways)[i];
      if (way.points.size() < 2 || way.length < shortest) continue;
      const bool essential = body.zones()[trigger->zones[i]].kind == atlas::ZoneKind::essential;
      const float half_width = style.em * (essential ? 0.13F : 0.10F);
      drawing::Stroke arc{{}, arc_colour(state.theme), essential ? 0.0F : style.em * 0.8F, true};
      for (const glm::vec3& point : lifted(way, start, stance)) {
        if (!plane.is_before_eye(point)) continue;
        const bool hidden = !arc.points.empty() && plane.is_hidden(point);
        arc.points.push_back({plane.at(point), half_width, hidden ? faint : 1.0F});
      }
      if (arc.points.size() < 2) continue;
      if (growing != moment.growing.end()) {
        cut_to(arc.points, growing->second);
      } else {
        add_head(arc.points, half_width);
      }
      arcs.push_back(std::move(arc));
    }
  }
  return arcs;
}

drawing::Stroke rim_of(const state::Lens& lens, const PicturePlane& plane, const drawing::LabelStyle& style, glm::vec3 colour) {
  constexpr int corners = 96;
  const glm::vec3 centre = plane.visibility.stance().place(lens.centre);
  drawing::Stroke rim{{}, colour, 0.0F, true};
  for (int i = 0; i <= corners; ++i) {
    const float turn = 2.0F * std::numbers::pi_v<float> * static_cast<float>(i) / corners;
    const glm::vec3 point = centre + lens.radius * (std::cos(turn) * plane.right() + std::sin(turn) * plane.up());
    if (plane.is_before_eye(point)) rim.points.push_back({plane.at(point), style.em * 0.1F, 1.0F});
  }
  return rim;
}

}  // namespace dorsum::picture
