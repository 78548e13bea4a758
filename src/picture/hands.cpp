#include "dorsum/picture/hands.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <map>
#include <numbers>

#include "hands_picture.h"

namespace dorsum::picture {
namespace {

constexpr float over_skin = 1.3F;     ///< mm that ribbons float, so that the grain of the skin doesn't come through
constexpr int columns = 4;            ///< from a ribbon's middle to its edge
constexpr float still_part = 0.35F;   ///< of a stroke's way, where a still picture shows the hand

using massage::Stroke;

glm::vec3 ahead_at(const Stroke& stroke, std::size_t i) {
  const auto& points = stroke.line.points;
  const std::size_t n = points.size(), reach = std::min<std::size_t>(3, n - 1);
  const std::size_t before = stroke.closed ? (i + n - reach) % n : i >= reach ? i - reach : 0;
  const std::size_t after = stroke.closed ? (i + reach) % n : std::min(i + reach, n - 1);
  const glm::vec3 way = points[after] - points[before];
  return glm::length(way) > 1e-4F ? glm::normalize(way) : glm::vec3(0.0F, 0.0F, 1.0F);
}

glm::vec3 across_at(const Stroke& stroke, std::size_t i) {
  const glm::vec3 across = glm::cross(stroke.line.normals[i], ahead_at(stroke, i));
  return glm::length(across) > 1e-4F ? glm::normalize(across) : glm::vec3(1.0F, 0.0F, 0.0F);
}

/// How wide the ribbon may be on one side where the line bends toward it: no farther than the bend's middle.
float room_in_bend(const Stroke& stroke, std::size_t i, glm::vec3 to_side) {
  constexpr std::size_t reach = 6;
  const auto& points = stroke.line.points;
  const std::size_t n = points.size();
  if (!stroke.closed && (i < reach || i + reach >= n)) return 1e9F;
  const glm::vec3 before = points[(i + n - reach) % n], after = points[(i + reach) % n];
  const float half = 0.5F * glm::distance(before, after), rise = glm::dot(0.5F * (before + after) - points[i], to_side);
  if (rise <= 0.3F) return 1e9F;
  return 0.92F * (half * half + rise * rise) / (2.0F * rise);
}

struct Row {
  std::array<glm::vec3, 2 * columns + 1> position{}, normal{};
};

class RibbonBuilder {
 public:
  RibbonBuilder(const body::Stance& stance, const massage::WhereNotAreas& where_not, std::vector<drawing::HandVertex>& into)
      : stance_(stance), skin_(static_cast<std::uint32_t>(*stance.body().skin())), where_not_(where_not), into_(into) {}

  void add(const Stroke& stroke) {
    if (stroke.press) return add_press(stroke);
    const std::size_t n = stroke.line.size();
    std::vector<Row> rows;
    for (std::size_t i = 0; i < n; ++i) rows.push_back(row_at(stroke, i));
    const std::vector<float> walked = stroke.line.walked(stroke.closed);
    for (std::size_t i = 0; i + (stroke.closed ? 0 : 1) < n; ++i) {
      const std::size_t next = (i + 1) % n;
      for (int c = 0; c < 2 * columns; ++c) {
        const auto corner = [&](std::size_t row, int column, float along) {
          const auto at = static_cast<std::size_t>(column);
          return drawing::HandVertex{rows[row].position[at], rows[row].normal[at],
                                     {along, static_cast<float>(column - columns) / columns, static_cast<float>(stroke.pressure[row]), 0.0F}};
        };
        add_quad(corner(i, c, walked[i]), corner(i, c + 1, walked[i]), corner(next, c + 1, walked[i + 1]), corner(next, c, walked[i + 1]));
      }
    }
  }

 private:
  void add_quad(const drawing::HandVertex& a, const drawing::HandVertex& b, const drawing::HandVertex& c, const drawing::HandVertex& d) {
    // Whichever way round looks outward.
    const bool outward = glm::dot(glm::cross(b.position - a.position, d.position - a.position), a.normal + c.normal) > 0.0F;
    for (const auto* each : outward ? std::array{&a, &b, &c, &a, &c, &d} : std::array{&a, &c, &b, &a, &d, &c}) into_.push_back(*each);
  }

  [[nodiscard]] Row row_at(const Stroke& stroke, std::size_t i) const {
    Row row;
    const glm::vec3 middle = stroke.line.points[i], normal = stroke.line.normals[i], across = across_at(stroke, i);
    row.position[columns] = middle + over_skin * normal;
    row.normal[columns] = normal;
    for (const int side : {-1, 1}) {
      const glm::vec3 way = static_cast<float>(side) * across;
      const float step = std::min(0.5F * stroke.width, room_in_bend(stroke, i, way)) / columns;
      glm::vec3 at = middle, facing = normal;
      bool stopped = false;
      for (int c = 1; c <= columns; ++c) {
        const auto column = static_cast<std::size_t>(columns + side * c);
        if (!stopped) {
          const glm::vec3 flat = way - glm::dot(way, facing) * facing;
          const auto on = stance_.surfaces().closest(at + step * (glm::length(flat) > 0.2F ? glm::normalize(flat) : way), 2.0F * step + 4.0F, skin_, [&](std::size_t s) { return s == skin_; });
          stopped = !on || forbidden(*on);
          if (!stopped) {
            at = on->position;
            facing = glm::normalize(geometry::normal_of(*on, stance_.mesh(skin_)) + 0.5F * facing);
          }
        }
        row.position[column] = at + over_skin * facing;
        row.normal[column] = facing;
      }
    }
    return row;
  }

  /// A hand beside the bumps of the spine does not lie on them, however wide it is.
  [[nodiscard]] bool forbidden(const geometry::SurfacePoint& on) const {
    for (const std::size_t area : where_not_.at(on, stance_.mesh(skin_)))
      if (massage::most_pressure(stance_.body(), where_not_.areas[area], atlas::HandTool::whole_hand) == 0) return true;
    return false;
  }

  void add_press(const Stroke& stroke) {
    constexpr int corners = 24;
    const glm::vec3 middle = stroke.line.points.front(), normal = stroke.line.normals.front();
    const glm::vec3 aside = across_at(stroke, 0), up = glm::cross(normal, aside);
    const auto pressure = static_cast<float>(stroke.pressure.front());
    const auto at = [&](int k) {
      const float turn = 2.0F * std::numbers::pi_v<float> * static_cast<float>(k) / corners;
      const glm::vec3 out = middle + 0.5F * stroke.width * (std::cos(turn) * aside + std::sin(turn) * up);
      const auto on = stance_.surfaces().closest(out, 30.0F, skin_, [&](std::size_t s) { return s == skin_; });
      return drawing::HandVertex{(on ? on->position : out) + over_skin * normal, normal, {0.5F * stroke.width, 1.0F, pressure, 0.0F}};
    };
    for (int k = 0; k < corners; ++k) {
      const drawing::HandVertex centre{middle + over_skin * normal, normal, {0.0F, 0.0F, pressure, 0.0F}};
      add_quad(centre, at(k), at(k + 1), centre);
    }
  }

  const body::Stance& stance_;
  std::uint32_t skin_;
  const massage::WhereNotAreas& where_not_;
  std::vector<drawing::HandVertex>& into_;
};

/// The skin of a place not to press.
void add_hatching(const massage::WhereNotArea& area, const body::Stance& stance, std::vector<drawing::HandVertex>& into) {
  const body::Body& body = stance.body();
  const geometry::TriangleMesh& skin = stance.mesh(*body.skin());
  const int most = massage::most_pressure(body, area, atlas::HandTool::whole_hand);
  const float strict = most == 0 ? 1.0F : most <= 2 ? 0.5F : 0.0F;
  std::map<std::uint32_t, float> weights;
  for (const body::ZoneVertex& v : area.skin.vertices) weights[v.vertex] = v.weight;
  for (const geometry::Triangle& t : skin.triangles) {
    std::array<float, 3> weight{};
    for (std::size_t c = 0; c < 3; ++c)
      if (const auto found = weights.find(t[c]); found != weights.end()) weight[c] = found->second;
    if (*std::max_element(weight.begin(), weight.end()) < 0.3F) continue;
    for (std::size_t c = 0; c < 3; ++c)
      into.push_back({skin.positions[t[c]] + 0.6F * skin.normals[t[c]], skin.normals[t[c]], {weight[c], strict, 0.0F, 1.0F}});
  }
}

/// The outline of what touches the skin, around a point of a stroke; empty where it faces away.
HandOutline outline_of(const Stroke& stroke, std::size_t i, bool back, const drawing::CameraMatrices& camera, drawing::Viewport viewport) {
  constexpr int corners = 28;
  HandOutline outline{{}, static_cast<float>(stroke.pressure[i])};
  const glm::vec3 middle = stroke.line.points[i], normal = stroke.line.normals[i];
  if (glm::dot(normal, camera.eye - middle) <= 0.0F) return outline;
  const glm::vec3 ahead = (back ? -1.0F : 1.0F) * ahead_at(stroke, i), across = across_at(stroke, i);
  const float half = 0.5F * stroke.width, length = stroke.tool == atlas::HandTool::whole_hand ? 1.35F * half : stroke.tool == atlas::HandTool::fingers ? 1.1F * half : 0.95F * half;
  for (int k = 0; k < corners; ++k) {
    const float turn = 2.0F * std::numbers::pi_v<float> * static_cast<float>(k) / corners;
    // Rounder in front: it shows which way the hand goes.
    const float along = std::cos(turn) > 0.0F ? std::cos(turn) : 0.75F * std::cos(turn);
    outline.points.emplace_back(drawing::project(camera, viewport, middle + 3.0F * normal + length * along * ahead + half * std::sin(turn) * across));
  }
  return outline;
}

}  // namespace

std::vector<HandOutline> hands_at(const massage::Laid& laid, double seconds, const drawing::CameraMatrices& camera, drawing::Viewport viewport) {
  std::vector<HandOutline> hands;
  for (const Side side : {Side::right, Side::midline, Side::left}) {
    float whole = 0.0F;
    for (const Stroke& stroke : laid.strokes)
      if (stroke.side == side) whole += stroke.seconds();
    if (whole <= 0.0F) continue;
    auto left = static_cast<float>(std::fmod(seconds, static_cast<double>(whole)));
    for (const Stroke& stroke : laid.strokes) {
      if (stroke.side != side) continue;
      const float time = stroke.seconds();
      if (left > time) {
        left -= time;
        continue;
      }
      std::size_t i = 0;
      bool back = false;
      if (!stroke.press) {
        const std::vector<float> walked = stroke.line.walked(stroke.closed);
        float part = left;
        back = stroke.to_and_fro && left > 0.5F * time;
        if (back) part = time - left;
        while (i + 1 < stroke.line.size() && part > 0.0F) {
          part -= (walked[i + 1] - walked[i]) / std::max(stroke.speed[i], 1.0F);
          ++i;
        }
      }
      if (HandOutline hand = outline_of(stroke, i, back, camera, viewport); !hand.points.empty()) hands.push_back(std::move(hand));
      break;
    }
  }
  return hands;
}

std::shared_ptr<const std::vector<drawing::HandVertex>> hands_picture(const state::State& state, const body::Stance& stance, const answers::Answers& answers,
                                                                      SceneMemo& memo) {
  if (!answers.where_not || !stance.body().skin()) return nullptr;
  if (memo.hands && memo.hands_pose == stance.pose_number() && memo.hands_of == answers.laid && memo.hatched == state.where_not) return memo.hands;
  auto made = std::make_shared<std::vector<drawing::HandVertex>>();
  const auto& sites = stance.body().content().where_not.sites;
  for (const massage::WhereNotArea& area : answers.where_not->areas)
    if (answers.laid || state.where_not->contains(sites[area.site].id)) add_hatching(area, stance, *made);
  if (answers.laid) {
    RibbonBuilder ribbons(stance, *answers.where_not, *made);
    for (const Stroke& stroke : answers.laid->strokes) ribbons.add(stroke);
  }
  memo.hands = made;
  memo.hands_of = answers.laid;
  memo.hands_pose = stance.pose_number();
  memo.hatched = state.where_not;
  return made;
}

std::vector<drawing::Stroke> still_hands(const massage::Laid& laid, const PicturePlane& plane, const drawing::LabelStyle& style, glm::vec3 colour) {
  std::vector<drawing::Stroke> hands;
  for (const Stroke& stroke : laid.strokes) {
    const auto i = static_cast<std::size_t>(still_part * static_cast<float>(stroke.line.size() - 1));
    const HandOutline outline = outline_of(stroke, i, false, plane.camera, plane.viewport);
    if (outline.points.empty() || !plane.is_before_eye(stroke.line.points[i]) || plane.is_hidden(stroke.line.points[i] + 4.0F * stroke.line.normals[i])) continue;
    drawing::Stroke hand{{}, colour, 0.0F, true};
    // The harder the hand presses, the bolder its rim.
    for (std::size_t k = 0; k <= outline.points.size(); ++k) hand.points.push_back({outline.points[k % outline.points.size()], style.em * (0.05F + 0.03F * outline.press), 1.0F});
    hands.push_back(std::move(hand));
  }
  return hands;
}

std::vector<drawing::Label> lying_words(const state::State& state, const body::Stance& stance, const PicturePlane& plane, const drawing::LabelStyle& style,
                                        const words::Catalogue& words) {
  std::vector<drawing::Label> labels;
  if (!state.camera.prone) return labels;
  const glm::vec2 size(static_cast<float>(plane.viewport.width), static_cast<float>(plane.viewport.height)), middle = 0.5F * size;
  const geometry::Bounds box = stance.bounds();
  const glm::vec3 centre = 0.5F * (box.low + box.high), half = 0.5F * (box.high - box.low);
  const glm::vec2 at_centre = plane.at(centre);
  const std::array<std::pair<const char*, glm::vec3>, 4> ends{{{words.say("Client's left"), {half.x, 0.0F, 0.0F}}, {words.say("Client's right"), {-half.x, 0.0F, 0.0F}},
                                                               {words.say_in("the end of a table", "Head"), {0.0F, 0.0F, half.z}}, {words.say_in("the end of a table", "Feet"), {0.0F, 0.0F, -half.z}}}};
  for (const auto& [word, way] : ends) {
    if (!plane.is_before_eye(centre + 0.2F * way)) continue;
    const glm::vec2 toward = plane.at(centre + 0.2F * way) - at_centre;
    if (glm::length(toward) < 0.02F * size.y) continue;  // it looks along it
    const glm::vec2 unit = glm::normalize(toward), room = middle - glm::vec2(5.5F, 1.6F) * style.em;
    const float scale = std::min(std::abs(unit.x) > 1e-3F ? room.x / std::abs(unit.x) : 1e9F, std::abs(unit.y) > 1e-3F ? room.y / std::abs(unit.y) : 1e9F);
    drawing::Label label{drawing::Label::Side::spot, {}, middle + scale * unit, middle + scale * unit, 0, false};
    label.lines.emplace_back().text = word;
    labels.push_back(std::move(label));
  }
  return labels;
}

}  // namespace dorsum::picture
