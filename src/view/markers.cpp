#include "markers.h"

#include <glm/geometric.hpp>

namespace dorsum::view {
namespace {

/// "TrP3" -> "3", "T8" stays.
std::string chart_label(const std::string& number) { return number.starts_with("TrP") ? number.substr(3) : number; }

}  // namespace

std::vector<Marker> markers_of(const app::State& state, const body::Body& body, const Visibility& visibility, glm::vec3 eye) {
  std::vector<Marker> markers;
  const auto selected = body.atlas().index_of(state.selected);
  const std::string muscle = selected ? body.atlas().structures[*selected].muscle : "";
  for (const body::PlacedTrigger& trigger : body.triggers()) {
    const atlas::TriggerPoint& point = body.content().trigger_points[trigger.point];
    const bool on = state.triggers->contains(trigger.id);
    const bool shows = !visibility.only_skin_shows() && visibility.opacity_of(trigger.structure) > 0.5F && !point.number.empty();
    if (!on && !shows) continue;
    if (const auto& plane = visibility.section();
        plane && glm::dot(glm::vec3(*plane), trigger.position) + plane->w < 0.0F) {
      continue;
    }
    // A muscle never covers its own mark: on a thin sheet the nearest surface is often the deep one.
    const bool covered =
        body.surfaces()
            .first_hit(trigger.position, eye - trigger.position,
                       [&](const geometry::SurfacePoint& hit) { return hit.mesh != trigger.structure && visibility.stops(hit); })
            .has_value();
    const bool numbered = on || (!muscle.empty() && point.muscle == muscle);
    markers.push_back({trigger.position, chart_label(point.number), trigger.id, on, covered, numbered});
  }
  return markers;
}

std::vector<std::uint32_t> zones_facing_away(const app::State& state, const body::Body& body, glm::vec3 eye) {
  std::vector<std::uint32_t> away;
  if (!state.zones) return away;
  for (const std::string& id : *state.triggers) {
    const body::PlacedTrigger* trigger = body.trigger(id);
    if (trigger == nullptr) continue;
    for (const std::size_t index : trigger->zones) {
      const body::Zone& zone = body.zones()[index];
      if (glm::dot(zone.facing, eye - zone.centre) < 0.0F) away.push_back(static_cast<std::uint32_t>(index));
    }
  }
  return away;
}

}  // namespace dorsum::view
