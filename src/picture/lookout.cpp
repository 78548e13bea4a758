#include "lookout.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace dorsum::picture {
namespace {

constexpr float skim = 1.0F, own_wall = 4.0F;  // mm; a ray leaves through its own uneven surface
constexpr std::size_t first_look = 7;          // spots after which a structure that hides is given up
constexpr float least_share = 0.2F;            // of the spots that face the eye

}  // namespace

bool Lookout::sees(std::size_t structure, glm::vec3 spot, glm::vec3 facing) const {
  const auto index = static_cast<std::uint32_t>(structure);
  if (!plane_.visibility.stops({{.mesh = index}, spot, 0.0F}) && body_.skin() != structure) return false;
  const glm::vec3 from = spot + facing * skim;
  return !plane_.visibility
              .first_hit(from, plane_.camera.eye - from,
                         [&](const geometry::SurfaceHit& hit) {
                           return hit.mesh != structure || glm::distance(hit.position, from) > own_wall;
                         })
              .has_value();
}

std::optional<Sighting> Lookout::find(std::size_t structure, const LabelAnchors& anchors, bool wanted) const {
  struct Seen {
    glm::vec3 spot;
    glm::vec2 at;
  };
  std::vector<Seen> seen;
  const float middle_line = static_cast<float>(plane_.viewport.width) * 0.5F;
  float reaches = 0.0F;
  std::size_t tried = 0;
  const body::Stance& stance = plane_.visibility.stance();
  for (const body::Place& place : anchors.spots[structure]) {
    const glm::vec3 spot = stance.place(place), facing = stance.facing(place.on);
    const glm::vec3 at = project(plane_.camera, plane_.viewport, spot);
    if (!field_.holds(at) || glm::dot(facing, plane_.camera.eye - spot) <= 0.0F) continue;
    reaches = std::max(reaches, std::abs(at.x - middle_line));
    if (tried++ >= first_look && seen.empty() && !wanted) return std::nullopt;
    if (sees(structure, spot, facing)) seen.push_back({spot, glm::vec2(at)});
  }
  if (seen.empty()) return std::nullopt;
  if (static_cast<float>(seen.size()) < least_share * static_cast<float>(tried) && !wanted) return std::nullopt;
  // Measured on the body, not in the picture: while the camera turns, the spot stays until what is in sight changes.
  glm::vec3 middle(0.0F);
  for (const Seen& each : seen) middle += each.spot;
  middle /= static_cast<float>(seen.size());
  const auto is_nearer = [&](const Seen& a, const Seen& b) { return glm::distance(a.spot, middle) < glm::distance(b.spot, middle); };
  const auto is_inward = [&](const Seen& a, const Seen& b) { return std::abs(a.at.x - middle_line) < std::abs(b.at.x - middle_line); };
  const auto& nearest = *std::min_element(seen.begin(), seen.end(), is_nearer);
  const auto& outermost = *std::max_element(seen.begin(), seen.end(), is_inward);
  const float in_sight = static_cast<float>(seen.size()) / static_cast<float>(anchors.spots[structure].size());
  constexpr float nearly = 0.93F;
  const bool outer_end = std::abs(outermost.at.x - middle_line) >= nearly * reaches;
  return Sighting{nearest.at, outermost.at, outer_end, anchors.area[structure] * in_sight};
}

std::optional<Sighting> Lookout::find(std::size_t structure, const CutSpot& face) const {
  const glm::vec3 at = project(plane_.camera, plane_.viewport, face.position);
  if (!field_.holds(at)) return std::nullopt;
  const auto hit = plane_.visibility.first_hit(plane_.camera.eye, face.position - plane_.camera.eye);
  constexpr float slack = 1.0F;  // mm
  if (!hit || hit->mesh != structure || glm::distance(hit->position, face.position) > slack) return std::nullopt;
  return Sighting{glm::vec2(at), glm::vec2(at), false, face.area};
}

std::optional<glm::vec2> Lookout::on_skin(glm::vec3 point, glm::vec3 outward) const {
  const glm::vec3 at = project(plane_.camera, plane_.viewport, point);
  const glm::vec3 to_eye = glm::normalize(plane_.camera.eye - point);
  constexpr float grazing = 0.15F;  // flatter than that a spot is hard to find
  if (!field_.holds(at) || glm::dot(outward, to_eye) < grazing || plane_.is_hidden(point + outward * 2.0F)) return std::nullopt;
  return glm::vec2(at);
}

}  // namespace dorsum::picture
