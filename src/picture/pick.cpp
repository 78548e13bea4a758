#include "dorsum/picture/pick.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "dorsum/state/stance.h"
#include "dorsum/core/letters.h"
#include "visibility.h"

namespace dorsum::picture {

std::optional<Pick> pick(const state::State& state, const body::Body& body, const Ray& ray) {
  return pick(state, *state::stance_of(state, body), ray);
}

std::optional<Pick> pick(const state::State& state, const body::Stance& stance, const Ray& ray) {
  const Visibility visibility(state, stance);
  const auto hit = visibility.first_hit(ray.origin, ray.direction);
  if (!hit) return std::nullopt;
  return Pick{hit->mesh, hit->position, stance.place_at(*hit, hit->position)};
}

std::optional<std::size_t> pick_label(const drawing::Scene& scene, glm::vec2 pixel) {
  constexpr float letter = 0.54F;  // ems, the mean width of Inter's letters
  const float em = scene.label_style.em;
  for (const drawing::Label& label : scene.labels) {
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
