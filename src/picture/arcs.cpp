#include "arcs.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>
#include <numbers>

#include "palette.h"

namespace dorsum::picture {
namespace {

constexpr float shortest = 45.0F;       ///< mm; a zone nearer than that needs no arc
constexpr float rise_share = 0.28F;     ///< of its length that an arc's control point stands off the straight line, at least
constexpr float least_rise = 25.0F, most_rise = 160.0F;  ///< mm
constexpr float faint = 0.35F;          ///< of its opacity where the body hides it
constexpr float at_rest = 0.62F;        ///< opacity once an arc has arrived and faded
constexpr int corners = 28;

/// Where an arc lands: the place of the zone nearest to its start, so that it ends at the zone's edge and runs over none of
/// it.
glm::vec3 landing(const body::Body& body, const body::Stance& stance, const body::Zone& zone, glm::vec3 start) {
  constexpr float within = 0.5F;  // of the zone's strength
  const geometry::TriangleMesh& skin = stance.mesh(*body.skin());
  glm::vec3 nearest = stance.place(zone.centre);
  float least = std::numeric_limits<float>::max();
  for (const body::ZoneVertex& at : zone.vertices) {
    if (at.weight < within) continue;
    const float distance = glm::distance(skin.positions[at.vertex], start);
    if (distance >= least) continue;
    least = distance;
    nearest = skin.positions[at.vertex];
  }
  return nearest;
}

/// A parabola from start to end that bends away from the body's axis. One piece of second degree: seen from wherever, it
/// has neither kink nor loop, and never bends the other way.
std::vector<glm::vec3> parabola(glm::vec3 start, glm::vec3 end, glm::vec3 outward, glm::vec2 axis) {
  const glm::vec3 chord = end - start, middle = 0.5F * (start + end);
  const float length = glm::length(chord);
  // Away from the axis at the middle, and as the skin faces at the ends; across the chord.
  glm::vec3 away = outward + glm::vec3(glm::vec2(middle) - axis, 0.0F) / 150.0F;
  away -= chord * (glm::dot(away, chord) / std::max(length * length, 1.0F));
  away = glm::length(away) > 1e-3F ? glm::normalize(away) : glm::vec3(0.0F, 1.0F, 0.0F);
  const glm::vec3 control = middle + away * std::clamp(rise_share * length, least_rise, most_rise);
  std::vector<glm::vec3> line;
  for (int i = 0; i <= corners; ++i) {
    const float t = static_cast<float>(i) / corners, rest = 1.0F - t;
    line.push_back(rest * rest * start + 2.0F * rest * t * control + t * t * end);
  }
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
                            const Moment& moment) {
  std::vector<drawing::Stroke> arcs;
  if (!state.arcs || !state.zones || !body.skin()) return arcs;
  const body::Stance& stance = plane.visibility.stance();
  for (const std::string& id : *state.triggers) {
    const body::PlacedTrigger* trigger = body.trigger(id);
    if (trigger == nullptr) continue;
    const glm::vec3 start = stance.place(trigger->place);
    const auto under_way = moment.growing.find(id);
    const float way = under_way == moment.growing.end() ? 2.0F : under_way->second;  // 0 to 1 it grows, to 2 it fades
    const float ink = glm::mix(1.0F, at_rest, std::clamp(way - 1.0F, 0.0F, 1.0F));
    for (const std::size_t index : trigger->zones) {
      const body::Zone& zone = body.zones()[index];
      const glm::vec3 end = landing(body, stance, zone, start);
      if (glm::distance(start, end) < shortest) continue;
      const bool essential = zone.kind == atlas::ZoneKind::essential;
      const float half_width = style.em * (essential ? 0.075F : 0.06F);
      drawing::Stroke arc{{}, arc_colour(state.theme), essential ? 0.0F : style.em * 0.6F, true, drawing::Stroke::Of::arc};
      const std::vector<glm::vec3> line = parabola(start, end, stance.facing(trigger->place.on) + stance.direction(zone.centre.on, zone.facing), stance.axis());
      for (std::size_t i = 0; i < line.size(); ++i) {
        if (!plane.is_before_eye(line[i])) continue;
        // Its own start lies under skin, and its end on it.
        const bool hidden = i > 2 && i + 1 < line.size() && plane.is_hidden(line[i]);
        arc.points.push_back({plane.at(line[i]), half_width, ink * (hidden ? faint : 1.0F)});
      }
      if (arc.points.size() < 2) continue;
      if (way < 1.0F) {
        cut_to(arc.points, way);
      } else {
        add_head(arc.points, half_width);
      }
      arcs.push_back(std::move(arc));
    }
  }
  return arcs;
}

drawing::Stroke rim_of(const state::Lens& lens, const PicturePlane& plane, const drawing::LabelStyle& style, glm::vec3 colour) {
  constexpr int rim_corners = 96;
  const glm::vec3 centre = plane.visibility.stance().place(lens.centre);
  drawing::Stroke rim{{}, colour, 0.0F, true, drawing::Stroke::Of::lens};
  for (int i = 0; i <= rim_corners; ++i) {
    const float turn = 2.0F * std::numbers::pi_v<float> * static_cast<float>(i) / rim_corners;
    const glm::vec3 point = centre + lens.radius * (std::cos(turn) * plane.right() + std::sin(turn) * plane.up());
    if (plane.is_before_eye(point)) rim.points.push_back({plane.at(point), style.em * 0.1F, 1.0F});
  }
  return rim;
}

}  // namespace dorsum::picture
