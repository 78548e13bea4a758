#include "dorsum/massage/strokes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "border.h"
#include "dorsum/atlas/landmarks.h"
#include "dorsum/body/skin_anchor.h"
#include "dorsum/core/spelling.h"
#include "fibres.h"
#include "under.h"

namespace dorsum::massage {
namespace {

using Way = atlas::OnMuscle::Way;
using Shape = atlas::StrokeFacts::Shape;

// All before scaling to the body.
constexpr float deepest_muscle = 90.0F;   ///< mm under the skin that fibres are looked for
constexpr float tracing_step = 4.0F;      ///< mm
constexpr float longest_trace = 420.0F;   ///< mm each way
constexpr float leaves_muscle = 10.0F;    ///< mm farther from the skin than where the trace began: the muscle ends there
constexpr float shortest_stroke = 25.0F;  ///< mm

/// The structures of a content muscle on one side.
std::vector<std::size_t> structures_of(const body::Body& body, std::string_view muscle, Side side) {
  std::vector<std::size_t> found;
  const auto& structures = body.atlas().structures;
  for (std::size_t i = 0; i < structures.size(); ++i)
    if (structures[i].muscle == muscle && (structures[i].side() == side || structures[i].side() == Side::midline) && !body.mesh(i).triangles.empty()) found.push_back(i);
  return found;
}

glm::vec3 direction_at(const SkinLine& line, std::size_t i, bool closed) {
  const std::size_t n = line.size();
  const std::size_t before = i > 0 ? i - 1 : closed ? n - 1 : 0, after = i + 1 < n ? i + 1 : closed ? 0 : n - 1;
  return line.points[after] - line.points[before];
}

/// The mean angle between the line and the fibres of these structures under it.
std::optional<float> angle_to_fibres(const Ground& ground, const Stroke& stroke, const std::vector<std::size_t>& structures) {
  float sum = 0.0F;
  int count = 0;
  const std::size_t every = stroke.to_and_fro ? std::max<std::size_t>(1, stroke.line.size()) : 4;
  for (std::size_t i = stroke.to_and_fro ? stroke.line.size() / 2 : 0; i < stroke.line.size(); i += every) {
    const auto place = below(ground, stroke.line.points[i], stroke.line.normals[i], structures, deepest_muscle * ground.body().scale());
    if (!place || (!place->straight && !stroke.to_and_fro)) continue;
    const auto fibres = fibre_direction(ground, place->hit, stroke.line.normals[i]);
    const glm::vec3 ahead = direction_at(stroke.line, i, stroke.closed);
    if (!fibres || glm::length(ahead) < 1e-4F) continue;
    sum += angle_between(*fibres, ahead);
    ++count;
  }
  return count > 0 ? std::optional(sum / static_cast<float>(count)) : std::nullopt;
}

/// The line of a rub of `length` mm over a spot, at right angles to the fibres; nothing where they don't say.
std::optional<SkinLine> across(const Ground& ground, const geometry::SurfaceHit& spot, const geometry::SurfaceHit& on_muscle, float length) {
  const glm::vec3 normal = ground.normal(spot);
  const auto fibres = fibre_direction(ground, on_muscle, normal);
  if (!fibres) return std::nullopt;
  const glm::vec3 way = glm::normalize(glm::cross(normal, *fibres));
  std::vector<glm::vec3> points;
  const auto count = std::max<std::size_t>(5, 2 * static_cast<std::size_t>(length / 2.0F / line_spacing) + 1);
  for (std::size_t i = 0; i < count; ++i)
    points.push_back(spot.position + (static_cast<float>(i) / static_cast<float>(count - 1) - 0.5F) * length * way);
  return ground.laid_down(points);
}

/// Half a line along the fibres of one structure from a spot of the skin, `forward` or the other way.
std::vector<glm::vec3> trace(const Ground& ground, const geometry::SurfaceHit& spot, std::size_t structure, float depth, float forward) {
  constexpr int past_the_end = 3;  // steps in a row with nothing of the muscle straight below
  std::vector<glm::vec3> line;
  int beside = 0;
  glm::vec3 at = spot.position, normal = ground.normal(spot), ahead(0.0F);
  const float scale = ground.body().scale();
  for (float walked = 0.0F; walked < longest_trace * scale; walked += tracing_step) {
    const auto muscle = below(ground, at, normal, {structure}, (depth + 2.0F * leaves_muscle * scale));
    if (!muscle || (!muscle->straight && muscle->hit.distance > depth + leaves_muscle * scale)) break;
    auto fibres = fibre_direction(ground, muscle->hit, normal);
    if (!fibres) break;
    beside = muscle->straight ? 0 : beside + 1;
    if (beside == past_the_end) {
      line.resize(line.size() - std::min(line.size(), static_cast<std::size_t>(past_the_end) - 1));
      break;
    }
    if (ahead == glm::vec3(0.0F)) ahead = forward * *fibres;
    if (glm::dot(*fibres, ahead) < 0.0F) *fibres = -*fibres;
    ahead = glm::normalize(0.5F * ahead + 0.5F * *fibres);  // fields turn slowly; the grain of a mesh doesn't turn a hand
    const auto next = ground.nearest(at + tracing_step * ahead, 3.0F * tracing_step);
    if (!next || glm::distance(next->position, at) < 0.25F * tracing_step) break;
    at = next->position;
    normal = ground.normal(*next);
    line.push_back(at);
  }
  return line;
}

/// The line along the fibres of a structure from end to end over a spot of the skin; `kept` becomes the point on that spot.
SkinLine along(const Ground& ground, const geometry::SurfaceHit& spot, std::size_t structure, float depth, std::size_t& kept) {
  std::vector<glm::vec3> line = trace(ground, spot, structure, depth, -1.0F);
  std::reverse(line.begin(), line.end());
  kept = line.size();
  line.push_back(spot.position);
  const std::vector<glm::vec3> after = trace(ground, spot, structure, depth, 1.0F);
  line.insert(line.end(), after.begin(), after.end());
  return ground.laid_down(line);
}

/// What of a line lies where some hand may press, around its point `kept`; pressures are brought down to what is good there.
void keep_off(const Ground& ground, const WhereNotAreas& where_not, Stroke& stroke, std::size_t kept) {
  SkinLine& line = stroke.line;
  const auto allowed = [&](std::size_t i) {
    int most = atlas::highest_pressure;
    for (const std::size_t area : where_not.at(line.on[i], ground.skin())) most = std::min(most, most_pressure(ground.body(), where_not.areas[area], stroke.tool));
    return most;
  };
  const auto good = [&](std::size_t i) { return allowed(i) > 0 && (stroke.side == Side::midline || line.points[i].x * sign_of(stroke.side) > 0.0F); };
  std::size_t first = kept, last = kept;
  while (first > 0 && good(first - 1)) --first;
  while (last + 1 < line.size() && good(last + 1)) ++last;
  // A hand stops before such a place, not at its edge.
  constexpr std::size_t before_it = 2;
  if (first > 0) first = std::min(first + before_it, kept);
  if (last + 1 < line.size()) last = std::max(last - std::min(last, before_it), kept);
  const auto cut = [&](auto& values) {
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(last) + 1, values.end());
    values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(first));
  };
  cut(line.on);
  cut(line.points);
  cut(line.normals);
  cut(stroke.pressure);
  cut(stroke.speed);
  for (std::size_t i = 0; i < line.size(); ++i) stroke.pressure[i] = std::min(stroke.pressure[i], allowed(i));
}

float middle(const std::array<float, 2>& span) { return 0.5F * (span[0] + span[1]); }

/// One of the technique's own strokes on one side.
Result<Stroke> own_stroke(const Ground& ground, const WhereNotAreas& where_not, const atlas::Technique& technique, const atlas::StrokeFacts& facts, Side side) {
  const body::Body& body = ground.body();
  const float scale = body.scale();
  Stroke stroke;
  stroke.technique = technique.id;
  stroke.id = facts.id;
  stroke.side = side;
  stroke.closed = facts.shape == Shape::loop;
  stroke.to_and_fro = facts.shape == Shape::site;
  stroke.both_hands = facts.both_hands;
  stroke.tool = facts.tool;
  stroke.width = facts.width_mm * scale;
  std::vector<geometry::SurfaceHit> stations;
  std::vector<std::size_t> leg_of;  // by station
  for (std::size_t l = 0; l < facts.legs.size(); ++l) {
    const atlas::StrokeLeg& leg = facts.legs[l];
    stroke.words.push_back(leg.words);
    std::vector<glm::vec3> places;
    for (const std::string& formula : leg.path) {
      const auto place = atlas::evaluate(formula, body.atlas().landmarks, side, scale);
      if (!place) return bad_input(fmt::format("{}, {}", technique.id, facts.id), place.error().reason, "this body lacks the landmark: the stroke is left out");
      places.push_back(*place);
    }
    if (leg.border) {
      const auto bone = body.atlas().index_of(with_side(leg.border->bone, side));
      if (!bone || body.mesh(*bone).triangles.empty())
        return bad_input(fmt::format("{}, {}", technique.id, facts.id), fmt::format("this body has no {}", leg.border->bone), "the stroke is left out");
      const glm::vec3 outward = body::toward_face(leg.border->medial ? atlas::Face::medial : atlas::Face::lateral, side);
      places = along_border(ground.stance().mesh(*bone), places.front(), places.back(), outward, leg.border->beside_mm * scale);
    }
    for (const glm::vec3& place : places) {
      const auto on = ground.carry(place, leg.face, side);
      if (!on) return bad_input(fmt::format("{}, {}", technique.id, facts.id), "one of its places lies beside this body's skin", "the stroke is left out");
      stations.push_back(*on);
      leg_of.push_back(l);
    }
  }
  std::optional<std::size_t> kept;  // of a line that is laid by fibres: its point on the anchor
  if (stroke.to_and_fro || facts.shape == Shape::along) {
    const std::vector<std::size_t> muscle = structures_of(body, facts.muscle, side);
    const geometry::SurfaceHit& spot = stations.front();
    const auto place = below(ground, spot.position, ground.normal(spot), muscle, deepest_muscle * scale);
    const bool fibrous = place && body.mesh(place->hit.mesh).fibre.size() == body.mesh(place->hit.mesh).positions.size();
    std::optional<SkinLine> rub;
    if (fibrous && stroke.to_and_fro) rub = across(ground, spot, place->hit, facts.stroke_mm * scale);
    if (fibrous && !stroke.to_and_fro) rub = along(ground, spot, place->hit.mesh, place->hit.distance, kept.emplace());
    if (!rub) return bad_input(fmt::format("{}, {}", technique.id, facts.id), fmt::format("this body has no fibres of {} there", facts.muscle), "the stroke is left out");
    stroke.line = *rub;
  } else {
    auto line = ground.line_through(stations, stroke.closed);
    if (!line) return bad_input(fmt::format("{}, {}", technique.id, facts.id), line.error().reason, line.error().remedy);
    stroke.line = *std::move(line);
  }
  std::size_t station = 0;
  for (std::size_t i = 0; i < stroke.line.size(); ++i) {
    while (station + 1 < stroke.line.stations.size() && stroke.line.stations[station + 1] <= i) ++station;
    const atlas::StrokeLeg& leg = facts.legs[leg_of[std::min(station, leg_of.size() - 1)]];
    stroke.pressure.push_back(leg.pressure);
    stroke.speed.push_back(middle(leg.speed));
  }
  if (kept) keep_off(ground, where_not, stroke, *kept);
  if (!facts.muscle.empty()) stroke.fibre_angle = angle_to_fibres(ground, stroke, structures_of(body, facts.muscle, side));
  return stroke;
}

/// What a technique is laid on.
struct Target {
  std::size_t structure = 0;
  std::string id;      ///< of the structure or point
  body::Place place;   ///< on the structure
};

/// The place of a structure that stands for it: its first numbered trigger point, else the surface nearest to its middle.
body::Place place_of(const body::Body& body, std::size_t structure) {
  for (const body::PlacedTrigger& trigger : body.triggers())
    if (trigger.structure() == structure && !body.content().trigger_points[trigger.point].number.empty()) return trigger.place;
  glm::vec3 sum(0.0F);
  for (const glm::vec3& corner : body.mesh(structure).positions) sum += corner;
  sum /= static_cast<float>(std::max<std::size_t>(1, body.mesh(structure).positions.size()));
  // Of the face toward the hand: the skin's nearest place first.
  const auto skin = body.surfaces().closest(sum, std::numeric_limits<float>::infinity(), static_cast<std::uint32_t>(*body.skin()));
  const auto on = body.surfaces().closest(skin ? skin->position : sum, std::numeric_limits<float>::infinity(), static_cast<std::uint32_t>(structure));
  return {*on, on->position};
}

std::vector<Target> targets_of(const body::Body& body, const Order& order) {
  std::vector<Target> targets;
  const auto wanted = [&](Side side) { return !order.side || side == Side::midline || side == *order.side; };
  if (body.content().trigger_point(without_side(order.on)) != nullptr) {
    for (const body::PlacedTrigger& trigger : body.triggers())
      if ((trigger.id == order.on || without_side(trigger.id) == order.on) && wanted(trigger.side)) targets.push_back({trigger.structure(), trigger.id, trigger.place});
    return targets;
  }
  for (const std::size_t structure : atlas::structures_named(body.atlas(), order.on)) {
    const atlas::Structure& what = body.atlas().structures[structure];
    if (!wanted(what.side()) || body.mesh(structure).triangles.empty()) continue;
    if (order.at && order.at->structure() != structure) continue;
    targets.push_back({structure, what.id, order.at ? *order.at : place_of(body, structure)});
  }
  std::stable_sort(targets.begin(), targets.end(), [&](const Target& a, const Target& b) {
    const auto left = [&](const Target& t) { return body.atlas().structures[t.structure].side() == Side::left; };
    return !left(a) && left(b);
  });
  return targets;
}

Result<void> check_target(const body::Body& body, const atlas::Technique& technique, std::size_t structure) {
  const atlas::Structure& what = body.atlas().structures[structure];
  if (technique.on_muscle->way == Way::press) return {};
  if (body.mesh(structure).fibre.size() == body.mesh(structure).positions.size()) return {};
  return bad_input({}, fmt::format("{} has no fibres here for {} to go by", what.id, technique.id), "choose a muscle, or a trigger point of one");
}

Result<Stroke> stroke_on(const Ground& ground, const WhereNotAreas& where_not, const atlas::Technique& technique, const Target& target) {
  const body::Body& body = ground.body();
  const atlas::OnMuscle& on = *technique.on_muscle;
  const float scale = body.scale();
  if (const auto good = check_target(body, technique, target.structure); !good) return Failure(good.error());
  const std::string where = fmt::format("{} on {}", technique.id, target.id);
  const geometry::SurfaceHit muscle{target.place.on, ground.stance().place(target.place.on), 0.0F};
  const auto spot = ground.nearest(muscle.position, body::deepest_place);
  if (!spot) return bad_input(where, "there is no skin over it", "this body's skin does not reach there");
  for (const std::size_t area : where_not.at(*spot, ground.skin())) {
    if (most_pressure(body, where_not.areas[area], on.tool) > 0) continue;
    const atlas::WhereNotSite& site = body.content().where_not.sites[where_not.areas[area].site];
    return bad_input(where, fmt::format("no hand presses there: {}. {}", site.name, site.why), site.instead);
  }
  Stroke stroke;
  stroke.technique = technique.id;
  stroke.id = target.id;
  stroke.side = body.atlas().structures[target.structure].side();
  stroke.tool = on.tool;
  stroke.width = on.width_mm * scale;
  stroke.words.push_back(technique.direction_relative);
  std::size_t kept = 0;
  switch (on.way) {
    case Way::press:
      stroke.press = true;
      stroke.line = ground.laid_down(std::array{spot->position});
      break;
    case Way::across: {
      stroke.to_and_fro = true;
      const auto place = below(ground, spot->position, ground.normal(*spot), {target.structure}, body::deepest_place);
      const auto rub = place ? across(ground, *spot, place->hit, on.stroke_mm * scale) : std::nullopt;
      if (!rub) return bad_input(where, "its fibres run straight in there", "choose another place on it");
      stroke.line = *rub;
      kept = stroke.line.size() / 2;
      break;
    }
    case Way::along: {
      stroke.line = along(ground, *spot, target.structure, glm::distance(spot->position, muscle.position), kept);
      break;
    }
  }
  stroke.pressure.assign(stroke.line.size(), on.pressure);
  stroke.speed.assign(stroke.line.size(), on.way == Way::press ? 0.0F : middle(on.speed));
  keep_off(ground, where_not, stroke, std::min(kept, stroke.line.size() - 1));
  if (on.way == Way::along && stroke.length() < shortest_stroke * scale)
    return bad_input(where, "too little of it can be followed from there", "choose another place on it");
  if (!stroke.press) stroke.fibre_angle = angle_to_fibres(ground, stroke, {target.structure});
  return stroke;
}

void finish(const Ground& ground, const WhereNotAreas& where_not, Stroke& stroke) {
  look_under(ground, where_not, stroke);
  ground.stand(stroke.line);
}

const atlas::Technique* technique_of(const body::Body& body, const Order& order) { return body.content().technique(order.technique); }

}  // namespace

int Stroke::most_pressure() const { return pressure.empty() ? 0 : *std::max_element(pressure.begin(), pressure.end()); }

float Stroke::seconds() const {
  constexpr float held = 40.0F;  // the middle of the 20 to 60 seconds that a point is held
  if (press) return held;
  const std::vector<float> walked = line.walked(closed);
  float time = 0.0F;
  for (std::size_t i = 1; i < walked.size(); ++i) time += (walked[i] - walked[i - 1]) / std::max(speed[std::min(i, speed.size() - 1)], 1.0F);
  return to_and_fro ? 2.0F * time : time;
}

Result<void> check(const body::Body& body, const Order& order) {
  const atlas::Technique* technique = technique_of(body, order);
  if (technique == nullptr) {
    std::vector<std::string> known;
    for (const atlas::Technique& each : body.content().techniques) known.push_back(each.id);
    return bad_input({}, to_fill("no technique is named \"{}\"", order.technique), did_you_mean(order.technique, known, to_fill("there are {}", fmt::format("{}", fmt::join(known, ", ")))));
  }
  if (!body.skin()) return bad_input({}, "this body has no skin to lay a stroke on", "open a pack that has one");
  if (order.on.empty()) {
    if (technique->strokes.empty()) return bad_input({}, fmt::format("{} is laid on a muscle or a trigger point, and none is named", technique->id), fmt::format("write stroke {} on infraspinatus.R, or a point", technique->id));
    return {};
  }
  if (!technique->on_muscle)
    return bad_input({}, fmt::format("{} has its own paths and is not laid on {}", technique->id, order.on), fmt::format("leave out \"on {}\"", order.on));
  const std::vector<Target> targets = targets_of(body, order);
  if (targets.empty()) return bad_input({}, fmt::format("{} is nothing on this body that a hand could be laid on", order.on), "dorsum info lists structures and trigger points");
  Result<void> last;
  for (const Target& target : targets)
    if (last = check_target(body, *technique, target.structure); last) return last;
  return last;
}

Laid lay(const Ground& ground, const WhereNotAreas& where_not, const Order& order) {
  Laid laid;
  const auto take = [&](Result<Stroke> stroke) {
    if (!stroke) {
      laid.problems.push_back(stroke.error().saying());
      return;
    }
    finish(ground, where_not, *stroke);
    laid.strokes.push_back(*std::move(stroke));
  };
  if (const auto good = check(ground.body(), order); !good) {
    laid.problems.push_back(good.error().saying());
    return laid;
  }
  const atlas::Technique& technique = *technique_of(ground.body(), order);
  if (order.on.empty()) {
    for (const Side side : {Side::right, Side::left}) {
      if (order.side && *order.side != side) continue;
      for (const atlas::StrokeFacts& facts : technique.strokes) take(own_stroke(ground, where_not, technique, facts, side));
    }
    return laid;
  }
  for (const Target& target : targets_of(ground.body(), order)) take(stroke_on(ground, where_not, technique, target));
  return laid;
}

}  // namespace dorsum::massage
