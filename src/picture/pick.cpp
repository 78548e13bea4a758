#include "dorsum/picture/pick.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

#include "dorsum/core/letters.h"
#include "dorsum/state/stance.h"
#include "skin_rim.h"
#include "visibility.h"

namespace dorsum::picture {

namespace {

std::shared_ptr<const geometry::SurfaceQuery> surface_of(const std::vector<drawing::RimVertex>& rim) {
  geometry::TriangleMesh mesh;
  for (const drawing::RimVertex& vertex : rim) mesh.positions.push_back(vertex.position);
  for (std::uint32_t v = 0; v + 2 < mesh.positions.size(); v += 3) mesh.triangles.push_back({v, v + 1, v + 2});
  return std::make_shared<const geometry::SurfaceQuery>(std::vector<const geometry::TriangleMesh*>{&mesh});
}

/// Where the ray meets the rim of the skin's window nearer than `before` mm. It is drawn where the skin is whole and solid.
std::optional<Pick> on_rim(const Visibility& visibility, const Ray& ray, float before, PickMemo& memo) {
  const body::Stance& stance = visibility.stance();
  const auto skin = stance.body().skin();
  const drawing::SkinOpening& opening = visibility.opening();
  if (!skin || opening.closed() || opening.all_off() || visibility.opacity_of(*skin) < 1.0F) return std::nullopt;
  if (!memo.rim || memo.opening != opening || memo.window != visibility.skin_window() || !stance.at_rest(*skin)) {
    memo.rim = surface_of(skin_rim(stance, visibility.skin_window(), opening, visibility.midline()));
    memo.opening = opening;
    memo.window = visibility.skin_window();
  }
  const bool in_lens = visibility.opened_by_lens(*skin);
  const auto hit = memo.rim->first_hit(ray.origin, ray.direction, [&](const geometry::SurfaceHit& rim) {
    return rim.distance < before && visibility.within_cut(rim.position) >= 0.0F && !(in_lens && visibility.lens()->holds(rim.position));
  });
  if (!hit) return std::nullopt;
  const auto above = stance.surfaces().closest(hit->position, 2.0F * drawing::opened_thickness, static_cast<std::uint32_t>(*skin));
  if (!above) return std::nullopt;
  return Pick{*skin, hit->position, stance.place_at(*above, hit->position)};
}

}  // namespace

std::optional<Pick> pick(const state::State& state, const body::Body& body, const Ray& ray) {
  return pick(state, *state::stance_of(state, body), ray);
}

std::optional<Pick> pick(const state::State& state, const body::Stance& stance, const Ray& ray, PickMemo* memo) {
  const Visibility visibility(state, stance);
  const auto hit = visibility.first_hit(ray.origin, ray.direction);
  PickMemo for_now;
  const float before = hit ? hit->distance : std::numeric_limits<float>::infinity();
  if (const auto rim = on_rim(visibility, ray, before, memo != nullptr ? *memo : for_now)) return rim;
  if (!hit) return std::nullopt;
  return Pick{hit->mesh, hit->position, stance.place_at(*hit, hit->position)};
}

std::optional<CutRoom> cut_room(const state::State& state, const body::Stance& stance, const Ray& ray) {
  if (!state.section) return std::nullopt;
  const Visibility visibility(state, stance);
  const auto& plane = visibility.section();
  const auto skin = stance.body().skin();
  if (!plane || !skin) return std::nullopt;
  const float rate = glm::dot(glm::vec3(*plane), ray.direction);
  const float way = rate == 0.0F ? -1.0F : -visibility.within_cut(ray.origin) / rate;
  if (way <= 0.0F) return std::nullopt;
  const glm::vec3 crossing = ray.origin + ray.direction * way;
  constexpr float apart = 0.1F;  // mm
  if (const auto before = visibility.first_surface(ray.origin, ray.direction); before && before->distance < way * glm::length(ray.direction) - apart) return std::nullopt;
  if (const auto face = visibility.cut_face(ray.origin, ray.direction); face && face->mesh != *skin) return std::nullopt;
  // Within the skin: out of it a ray comes an odd number of times.
  const auto outs = stance.surfaces().all_hits(crossing, ray.direction, {}, [&](std::size_t structure) { return structure == *skin; });
  if (outs.size() % 2 == 0) return std::nullopt;
  if (const auto hollow = body::hollow_at(stance, crossing)) return CutRoom{hollow};
  // Skin itself, where it is still there, and what is gone with it where it is not.
  const bool is_face = visibility.cut_face(ray.origin, ray.direction).has_value();
  if (!is_face || stance.surfaces().closest(crossing, drawing::skin_thickness, static_cast<std::uint32_t>(*skin))) return std::nullopt;
  return CutRoom{};
}

std::optional<std::size_t> pick_label(const drawing::Scene& scene, glm::vec2 pixel) {
  constexpr float letter = 0.54F;  // ems, the mean width of Inter's letters
  const float em = scene.label_style.em;
  for (const drawing::Label& label : scene.labels) {
    if (label.structure == drawing::Label::of_none) continue;
    std::size_t letters = 0;
    for (const drawing::LabelLine& line : label.lines) letters = std::max(letters, count_letters(line.text));
    const float width = letter * em * static_cast<float>(letters), height = drawing::label_line_height * em * static_cast<float>(label.lines.size());
    const float left = label.place.x - (label.side == drawing::Label::Side::left ? width : label.side == drawing::Label::Side::spot ? width * 0.5F : 0.0F);
    if (pixel.x >= left && pixel.x <= left + width && std::abs(pixel.y - label.place.y) <= height * 0.5F) return label.structure;
  }
  return std::nullopt;
}

std::optional<std::string> pick_marker(const drawing::Scene& scene, drawing::Viewport viewport, glm::vec2 pixel, float reach) {
  const drawing::Marker* nearest = nullptr;
  float nearest_distance = reach;
  for (const drawing::Marker& marker : scene.markers) {
    if (marker.covered && !marker.on) continue;  // not drawn
    const glm::vec3 at = project(scene.camera, viewport, marker.position);
    const float distance = glm::distance(glm::vec2(at), pixel);
    if (at.z > 0.0F && at.z < 1.0F && distance <= nearest_distance) {
      nearest = &marker;
      nearest_distance = distance;
    }
  }
  if (nearest == nullptr) return std::nullopt;
  return nearest->trigger;
}

}  // namespace dorsum::picture
