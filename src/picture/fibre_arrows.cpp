#include "fibre_arrows.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <optional>

namespace dorsum::picture {
namespace {

constexpr std::size_t longest_line = 56;  ///< points: 140 mm
constexpr float shortest_line = 18.0F;    ///< mm
// In ems.
constexpr float wanted_length = 3.6F, least_length = 1.9F, least_apart = 2.4F, half_width = 0.10F, head_length = 0.85F, head_half_width = 0.36F, edge = 0.8F;

/// Along the fibres, unit: the way on which the coordinate across them stays the same, towards the origin, where that along
/// them begins. In a fan the two are not at right angles. Nothing where that can't be told.
std::optional<glm::vec3> pull_at(const geometry::TriangleMesh& mesh, std::uint32_t triangle) {
  const auto& [a, b, c] = mesh.triangles[triangle];
  const glm::vec3 ab = mesh.positions[b] - mesh.positions[a], ac = mesh.positions[c] - mesh.positions[a];
  const glm::vec3 normal = glm::cross(ab, ac);
  const float doubled = glm::dot(normal, normal);
  if (doubled < 1e-8F) return std::nullopt;
  const glm::vec2 at_b = mesh.fibre[b] - mesh.fibre[a], at_c = mesh.fibre[c] - mesh.fibre[a];
  const auto slope = [&](float of_b, float of_c) { return (of_b * glm::cross(ac, normal) + of_c * glm::cross(normal, ab)) / doubled; };
  const glm::vec3 across = slope(at_b.y, at_c.y);
  const float steep = glm::length(across);
  if (!(steep > 0.2F && steep < 5.0F)) return std::nullopt;  // mm for mm: else the coordinates are cramped, as at a sheet's edge
  const glm::vec3 way = glm::normalize(glm::cross(normal, across));
  const float rises = glm::dot(way, slope(at_b.x, at_c.x));
  if (std::abs(rises) < 0.2F) return std::nullopt;
  return rises > 0.0F ? -way : way;
}

/// Step by step along the surface, to one of both sides.
std::vector<body::Place> walk_from(const body::Body& body, const body::Place& seed, float sense) {
  constexpr float like = 0.6F;  // cosine: fibres bend gently
  const geometry::TriangleMesh& mesh = body.mesh(seed.structure());
  std::vector<body::Place> walked;
  glm::vec3 at = seed.rest, before(0.0F), facing = geometry::facing_of(seed.on, mesh);
  std::uint32_t triangle = seed.on.triangle;
  while (walked.size() < longest_line / 2) {
    const auto pull = pull_at(mesh, triangle);
    if (!pull) break;
    const glm::vec3 way = *pull * sense;
    if (before != glm::vec3(0.0F) && glm::dot(way, before) < like) break;
    const auto next = body.surfaces().closest(at + way * fibre_step, fibre_step, static_cast<std::uint32_t>(seed.structure()));
    if (!next) break;
    const glm::vec3 faces = geometry::facing_of(*next, mesh);
    // Round the edge to the other face, or standing still at it.
    if (glm::dot(faces, facing) < like || glm::distance(next->position, at) < 0.5F * fibre_step) break;
    at = next->position;
    before = way;
    facing = faces;
    triangle = next->triangle;
    walked.push_back({*next, at});
  }
  return walked;
}

/// The stretch of a line as it is drawn: points at even steps from `from` to `to` mm along it.
std::vector<glm::vec3> stretch(const FibreLine& line, const body::Stance& stance, float from, float to) {
  constexpr int pieces = 8;
  std::vector<glm::vec3> points;
  for (int i = 0; i <= pieces; ++i) {
    const float at = (from + (to - from) * static_cast<float>(i) / pieces) / fibre_step;
    const auto whole = std::min(static_cast<std::size_t>(std::max(at, 0.0F)), line.points.size() - 2);
    points.push_back(glm::mix(stance.place(line.points[whole]), stance.place(line.points[whole + 1]), std::clamp(at - static_cast<float>(whole), 0.0F, 1.0F)));
  }
  return points;
}

drawing::Stroke arrow_through(const std::vector<glm::vec2>& points, float em, glm::vec3 ink, float opacity) {
  drawing::Stroke arrow{{}, ink, 0.0F, true, drawing::Stroke::Of::fibres};
  float left = head_length * em;
  std::size_t neck = points.size() - 1;
  glm::vec2 at = points.back();
  while (neck > 0) {
    const float piece = glm::distance(points[neck], points[neck - 1]);
    if (piece >= left) {
      at = glm::mix(points[neck], points[neck - 1], left / std::max(piece, 1e-3F));
      break;
    }
    left -= piece;
    at = points[--neck];
  }
  for (std::size_t i = 0; i < neck; ++i) arrow.points.push_back({points[i], half_width * em, opacity});
  arrow.points.push_back({at, half_width * em, opacity});
  arrow.points.push_back({at, head_half_width * em, opacity});
  arrow.points.push_back({points.back(), 0.3F, opacity});
  return arrow;
}

}  // namespace

std::vector<FibreLine> fibre_lines(const body::Body& body, std::size_t structure, const std::vector<body::Place>& spots) {
  std::vector<FibreLine> lines;
  if (body.mesh(structure).fibre.empty()) return lines;
  for (std::size_t i = 0; i < spots.size(); ++i) {
    FibreLine line{walk_from(body, spots[i], -1.0F), i};
    std::reverse(line.points.begin(), line.points.end());
    line.points.push_back(spots[i]);
    const std::vector<body::Place> onward = walk_from(body, spots[i], 1.0F);
    line.points.insert(line.points.end(), onward.begin(), onward.end());
    if (static_cast<float>(line.points.size() - 1) * fibre_step >= shortest_line) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<drawing::Stroke> fibre_arrows_of(const std::vector<FibreLine>& lines, const PicturePlane& plane, const drawing::LabelStyle& style, float flow, std::size_t most) {
  const body::Stance& stance = plane.visibility.stance();
  const float em = style.em;
  const auto width = static_cast<float>(plane.viewport.width), height = static_cast<float>(plane.viewport.height);
  std::vector<drawing::Stroke> arrows;
  std::vector<glm::vec2> taken;
  for (const FibreLine& line : lines) {
    if (arrows.size() >= most) break;
    const body::Place& middle = line.points[line.points.size() / 2];
    constexpr float facing = 0.2F;  // cosine: what is seen more aslant is too short to be read
    if (glm::dot(stance.facing(middle.on), glm::normalize(plane.camera.eye - stance.place(middle))) < facing) continue;
    const float whole = static_cast<float>(line.points.size() - 1) * fibre_step;
    const std::vector<glm::vec3> all = stretch(line, stance, 0.0F, whole);
    if (!std::all_of(all.begin(), all.end(), [&](glm::vec3 p) { return plane.is_before_eye(p); })) continue;
    float pixels = 0.0F;
    for (std::size_t i = 1; i < all.size(); ++i) pixels += glm::distance(plane.at(all[i]), plane.at(all[i - 1]));
    if (pixels < least_length * em) continue;
    const float length = whole * std::min(1.0F, wanted_length * em / pixels), slack = whole - length;
    // It glides along its own line, comes at one end and goes at the other.
    const float part = slack > 1.0F ? flow / slack + 0.5F - std::floor(flow / slack + 0.5F) : 0.5F;
    const float opacity = slack > 1.0F ? std::clamp(8.0F * std::min(part, 1.0F - part), 0.0F, 1.0F) : 1.0F;
    const std::vector<glm::vec3> here = stretch(line, stance, slack * part, slack * part + length);
    // What turns within an arrow's length is no one way to pull: coordinates at a sheet's end do that.
    constexpr float straight = 0.95F;
    if (glm::distance(here.front(), here.back()) < straight * length) continue;
    std::vector<glm::vec2> drawn;
    bool in_sight = true;
    for (std::size_t i = 0; i < here.size() && in_sight; ++i) {
      const glm::vec2 at = plane.at(here[i]);
      in_sight = at.x > edge * em && at.y > edge * em && at.x < width - edge * em && at.y < height - edge * em && plane.visibility.within_cut(here[i]) >= 0.0F;
      constexpr float clear = 3.0F;  // mm towards the eye, off a surface that is no mirror
      if (in_sight && i % 2 == 0) in_sight = !plane.is_hidden(here[i] + clear * glm::normalize(plane.camera.eye - here[i]));
      drawn.push_back(at);
    }
    // Room is kept where the arrow stands when nothing moves: neighbours neither come nor go as it glides.
    std::vector<glm::vec2> resting;
    for (const glm::vec3& point : stretch(line, stance, 0.5F * slack, 0.5F * slack + length)) resting.push_back(plane.at(point));
    const auto is_free = [&](glm::vec2 at) { return std::none_of(taken.begin(), taken.end(), [&](glm::vec2 other) { return glm::distance(at, other) < least_apart * em; }); };
    if (!in_sight || !std::all_of(resting.begin(), resting.end(), is_free)) continue;
    taken.insert(taken.end(), resting.begin(), resting.end());
    arrows.push_back(arrow_through(drawn, em, style.ink, opacity));
  }
  return arrows;
}

}  // namespace dorsum::picture
