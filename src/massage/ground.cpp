#include "dorsum/massage/ground.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "dorsum/body/skin_anchor.h"
#include "dorsum/body/skin_path.h"

namespace dorsum::massage {
namespace {

constexpr float farthest_skin = 110.0F;   ///< mm from a formula's place along its face, as for zones of pain
constexpr float largest_step = 2.5F;      ///< spacings from one point to the next; farther is a leap to other skin
constexpr int rounding = 30;              ///< passes of smoothing: bends of a finger's breadth are rounded

using Points = std::vector<glm::vec3>;

float length_of(const Points& line, bool closed) {
  float length = 0.0F;
  for (std::size_t i = 1; i < line.size(); ++i) length += glm::distance(line[i - 1], line[i]);
  return closed && !line.empty() ? length + glm::distance(line.back(), line.front()) : length;
}

/// The same line with points at even distances, its first and last kept; of a closed one the last does not repeat the first.
Points evenly(Points line, bool closed, std::size_t count) {
  if (closed) line.push_back(line.front());
  const float whole = length_of(line, false);
  const std::size_t steps = closed ? count : count - 1;
  Points even{line.front()};
  float walked = 0.0F;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const float edge = glm::distance(line[i - 1], line[i]);
    while (edge > 0.0F && even.size() < steps) {
      const float wanted = whole * static_cast<float>(even.size()) / static_cast<float>(steps);
      if (wanted > walked + edge) break;
      even.push_back(glm::mix(line[i - 1], line[i], (wanted - walked) / edge));
    }
    walked += edge;
  }
  while (even.size() < count) even.push_back(line.back());
  return even;
}

void smooth(Points& line, bool closed, int passes) {
  const std::size_t n = line.size();
  if (n < 3) return;
  Points next = line;
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t i = closed ? 0 : 1; i < (closed ? n : n - 1); ++i)
      next[i] = 0.25F * line[(i + n - 1) % n] + 0.5F * line[i] + 0.25F * line[(i + 1) % n];
    line.swap(next);
    next = line;
  }
}

/// Brings the line back to its stations, each pull fading out toward the neighbouring stations: it stays round.
void pass_stations(Points& line, bool closed, const std::vector<std::size_t>& at, std::span<const geometry::SurfaceHit> stations) {
  std::vector<glm::vec3> pull(line.size(), glm::vec3(0.0F));
  const std::size_t spans = closed ? at.size() : at.size() - 1;
  for (std::size_t k = 0; k < spans; ++k) {
    const std::size_t from = at[k], to = k + 1 < at.size() ? at[k + 1] : at[0] + line.size();
    const glm::vec3 first = stations[k].position - line[from], last = stations[(k + 1) % stations.size()].position - line[to % line.size()];
    for (std::size_t i = from; i < to; ++i)
      pull[i % line.size()] = glm::mix(first, last, glm::smoothstep(0.0F, 1.0F, static_cast<float>(i - from) / static_cast<float>(to - from)));
  }
  if (!closed) pull.back() = stations.back().position - line.back();
  for (std::size_t i = 0; i < line.size(); ++i) line[i] += pull[i];
}

}  // namespace

std::vector<float> SkinLine::walked(bool closed) const {
  std::vector<float> way{0.0F};
  for (std::size_t i = 1; i < points.size(); ++i) way.push_back(way.back() + glm::distance(points[i - 1], points[i]));
  if (closed && !points.empty()) way.push_back(way.back() + glm::distance(points.back(), points.front()));
  return way;
}

float SkinLine::length(bool closed) const { return length_of(points, closed); }

Result<std::shared_ptr<const Ground>> Ground::of(const body::Stance& stance) {
  if (!stance.body().skin()) return bad_input({}, "this body has no skin to lay a stroke on", "open a pack that has one");
  const std::size_t skin = *stance.body().skin();
  std::unique_ptr<const body::Stance> own;
  if (!stance.at_rest()) own = std::make_unique<const body::Stance>(stance.body());
  return std::shared_ptr<const Ground>(new Ground(stance, std::move(own), skin));
}

Ground::Ground(const body::Stance& stance, std::unique_ptr<const body::Stance> own, std::size_t skin)
    : standing_(&stance), own_(std::move(own)), stance_(own_ ? own_.get() : &stance), skin_(&stance_->mesh(skin)), index_(static_cast<std::uint32_t>(skin)), query_({skin_}) {}

void Ground::stand(SkinLine& line) const {
  if (standing_->at_rest(index_)) return;
  const geometry::TriangleMesh& standing = standing_->mesh(index_);
  for (std::size_t i = 0; i < line.size(); ++i) {
    line.points[i] = geometry::position_of(line.on[i], standing);
    line.normals[i] = geometry::normal_of(line.on[i], standing);
  }
}

std::optional<geometry::SurfaceHit> Ground::carry(glm::vec3 place, atlas::Face face, Side side) const {
  auto carried = body::carry_to_skin(query_, *skin_, place, body::toward_face(face, side), farthest_skin * body().scale());
  if (!carried || (!carried->by_ray && carried->point.distance > farthest_skin * body().scale())) return std::nullopt;
  carried->point.mesh = index_;
  return carried->point;
}

std::optional<geometry::SurfaceHit> Ground::nearest(glm::vec3 place, float radius) const {
  auto hit = query_.closest(place, radius);
  if (hit) hit->mesh = index_;
  return hit;
}

glm::vec3 Ground::normal(const geometry::SurfacePoint& point) const { return geometry::normal_of(point, *skin_); }

std::optional<Points> Ground::way(const geometry::SurfaceHit& from, const geometry::SurfaceHit& to) const {
  // The straight line between the two, laid down on the skin: on a back nearly the shortest way.
  const float straight = glm::distance(from.position, to.position);
  const auto count = std::max<std::size_t>(2, static_cast<std::size_t>(std::ceil(straight / line_spacing)) + 1);
  const float spacing = straight / static_cast<float>(count - 1);
  Points line;
  bool leaps = false;
  for (std::size_t i = 0; i < count && !leaps; ++i) {
    const auto on = nearest(glm::mix(from.position, to.position, static_cast<float>(i) / static_cast<float>(count - 1)), farthest_skin);
    if (!on) return std::nullopt;
    leaps = !line.empty() && glm::distance(line.back(), on->position) > largest_step * std::max(spacing, 1.0F);
    line.push_back(on->position);
  }
  if (!leaps) return line;
  // Where that leaps over a fold, along the skin itself.
  const std::vector<body::SkinPath> paths = body::skin_paths(body(), geometry::position_of(from, body().mesh(index_)), std::array{geometry::position_of(to, body().mesh(index_))});
  if (paths.empty() || paths.front().points.empty()) return std::nullopt;
  line.clear();
  for (const body::Place& place : paths.front().points) line.push_back(stance_->place(place.on));
  line.front() = from.position;
  line.back() = to.position;
  return line;
}

SkinLine Ground::laid_down(std::span<const glm::vec3> points, bool closed) const {
  SkinLine line;
  for (const glm::vec3& point : points) {
    const auto on = nearest(point, farthest_skin);
    if (!on) continue;
    line.on.push_back(*on);
    line.points.push_back(on->position);
    line.normals.push_back(normal(*on));
  }
  smooth(line.normals, closed, 8);
  for (glm::vec3& normal : line.normals) normal = glm::normalize(normal + glm::vec3(0.0F, 1e-6F, 0.0F));
  return line;
}

Result<SkinLine> Ground::line_through(std::span<const geometry::SurfaceHit> stations, bool closed) const {
  if (stations.size() < 2) return bad_input({}, "a path has at least two places", "name where it goes");
  Points rough;
  std::vector<float> walked_to;  // of each station
  for (std::size_t k = 0; k + (closed ? 0 : 1) < stations.size(); ++k) {
    walked_to.push_back(length_of(rough, false));
    const auto leg = way(stations[k], stations[(k + 1) % stations.size()]);
    if (!leg) return bad_input({}, "no way leads over the skin from one of its places to the next", "this body's skin ends there");
    rough.insert(rough.end(), leg->begin() + (rough.empty() ? 0 : 1), leg->end() - (closed && k + 1 == stations.size() ? 1 : 0));
  }
  const float whole = length_of(rough, closed);
  if (!closed) walked_to.push_back(whole);
  const auto count = std::max<std::size_t>(8, static_cast<std::size_t>(whole / line_spacing) + 1);
  Points line = evenly(rough, closed, count);
  std::vector<std::size_t> at;
  for (const float walked : walked_to)
    at.push_back(std::min(static_cast<std::size_t>(std::lround(walked / whole * static_cast<float>(closed ? count : count - 1))), count - 1));
  for (std::size_t k = 1; k < at.size(); ++k)
    if (at[k] <= at[k - 1]) return bad_input({}, "two of its places fall together on this body", "take one of them out");
  for (int round = 0; round < 3; ++round) {
    smooth(line, closed, rounding);
    pass_stations(line, closed, at, stations);
    for (glm::vec3& point : line)
      if (const auto on = nearest(point, farthest_skin)) point = on->position;
  }
  SkinLine laid = laid_down(line, closed);
  if (laid.size() != line.size()) return bad_input({}, "the path leaves the skin", "this body's skin has a gap or ends there");
  for (std::size_t i = 1; i < laid.size(); ++i) {
    if (glm::distance(laid.points[i - 1], laid.points[i]) > 4.0F * largest_step * line_spacing)
      return bad_input({}, "the path leaves the skin", "this body's skin has a gap or ends there");
  }
  laid.stations = std::move(at);
  return laid;
}

}  // namespace dorsum::massage
