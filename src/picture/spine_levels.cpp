#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <glm/geometric.hpp>
#include <string_view>

#include "name_wishes.h"

namespace dorsum::picture {
namespace {

/// Keeps the labels that come first; those that would touch one of them go.
std::vector<drawing::Label> without_touching(std::vector<drawing::Label> labels, float em) {
  std::vector<drawing::Label> kept;
  for (drawing::Label& label : labels) {
    const bool free = std::none_of(kept.begin(), kept.end(), [&](const drawing::Label& other) {
      return std::abs(other.place.x - label.place.x) < 2.2F * em && std::abs(other.place.y - label.place.y) < 1.05F * em;
    });
    if (free) kept.push_back(std::move(label));
  }
  return kept;
}

/// The ends of the regions of the spine are what one counts from.
std::size_t rank_of(std::string_view level) {
  static constexpr std::array<std::string_view, 9> first{"C7", "T12", "L5", "C2", "T6", "L3", "T3", "T9", "S1"};
  return static_cast<std::size_t>(std::find(first.begin(), first.end(), level) - first.begin());
}

}  // namespace

std::vector<drawing::Label> spine_levels(const LabelAnchors& anchors, const PicturePlane& plane, Field field, float em) {
  constexpr float facing = 0.30F;  // of the way the processes point (backward) that must look at the eye
  constexpr float clear = 4.0F;    // mm behind the tip
  std::vector<drawing::Label> levels;
  for (const LevelSpot& spot : anchors.levels) {
    const glm::vec3 tip = plane.visibility.stance().place(spot.tip);
    if (!plane.is_before_eye(tip) || plane.visibility.within_cut(tip) < 0.0F) continue;
    const glm::vec3 to_eye = glm::normalize(plane.camera.eye - tip);
    // Levels are counted through skin and flesh: from behind they show whatever lies over them.
    if (to_eye.y < facing && plane.is_hidden(tip + glm::vec3(0.0F, clear, 0.0F))) continue;
    const glm::vec3 at = project(plane.camera, plane.viewport, tip);
    if (!field.holds(at)) continue;
    drawing::Label label{drawing::Label::Side::spot, {{spot.level, false}}, glm::vec2(at), glm::vec2(at), spot.tip.structure(), false};
    levels.push_back(std::move(label));
  }
  std::stable_sort(levels.begin(), levels.end(), [](const drawing::Label& a, const drawing::Label& b) {
    return std::pair(rank_of(a.lines.front().text), a.place.y) < std::pair(rank_of(b.lines.front().text), b.place.y);
  });
  return without_touching(std::move(levels), em);
}

std::vector<drawing::Label> rib_numbers(const std::vector<RibInSight>& ribs, const body::Body& body, const PicturePlane& plane, float em,
                               std::vector<NameWish>& wishes, state::Names style, const words::Catalogue& words) {
  const auto on = [&](const RibInSight& rib, Side side) { return body.atlas().structures[rib.structure].side() == side; };
  const auto count = [&](Side side) { return std::count_if(ribs.begin(), ribs.end(), [&](const RibInSight& r) { return on(r, side); }); };
  const Side side = count(Side::left) > count(Side::right) ? Side::left : Side::right;
  const float middle = static_cast<float>(plane.viewport.width) * 0.5F;
  std::vector<drawing::Label> numbers;
  const RibInSight* low = nullptr;
  const RibInSight* high = nullptr;
  const RibInSight* named = nullptr;
  for (const RibInSight& rib : ribs) {
    if (!on(rib, side)) continue;
    const float outward = rib.sighting.outermost.x > middle ? 1.0F : -1.0F;
    // At its outer end, or, where that is covered, on the rib itself.
    const glm::vec2 at = rib.sighting.outer_end ? rib.sighting.outermost + glm::vec2(outward * 0.9F * em, 0.0F) : rib.sighting.anchor;
    numbers.push_back({drawing::Label::Side::spot, {{fmt::format("{}", rib.number), false}}, at, at, rib.structure, false});
    if (low == nullptr || rib.number < low->number) low = &rib;
    if (high == nullptr || rib.number > high->number) high = &rib;
    if (named == nullptr || std::abs(rib.number - 8) < std::abs(named->number - 8)) named = &rib;
  }
  if (named == nullptr) return numbers;
  const std::string plain = low == high ? words.say_filled("Rib {}", low->number)
                                        : words.say_filled("Ribs {low} to {high}", fmt::arg("low", low->number), fmt::arg("high", high->number));
  const std::string latin = low == high ? fmt::format("Costa {}", low->number) : fmt::format("Costae {}-{}", low->number, high->number);
  wishes.push_back({lines_of(style, plain, latin), named->sighting.outermost, named->structure, 1e9F, false, false});
  return without_touching(std::move(numbers), em);
}

}  // namespace dorsum::picture
