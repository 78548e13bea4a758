#include "markers.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace dorsum::picture {
namespace {

/// "TrP3" -> "3", "T8" stays.
std::string chart_label(const std::string& number) { return number.starts_with("TrP") ? number.substr(3) : number; }

/// Whether something lies between the eye and the muscle over the point. The muscle itself never covers its own
/// mark, nor does a bone behind it: the point may lie on its deep side, so the look starts where the muscle ends.
bool is_covered(const Visibility& visibility, const body::PlacedTrigger& trigger, glm::vec3 at, glm::vec3 eye) {
  constexpr float thickest = 50.0F;  // mm; a muscle met again farther on has turned back over something
  constexpr float at_the_face = 3.0F;  // mm below a cut face a mark still belongs to it
  const glm::vec3 to_eye = eye - at;
  if (visibility.within_cut(at) >= at_the_face && visibility.cut_face(at, to_eye)) return true;
  const std::size_t muscle = trigger.structure();
  const auto through_muscle = visibility.stance().surfaces().all_hits(
      at, to_eye, [&](const geometry::SurfaceHit& hit) { return hit.mesh == muscle && hit.distance < thickest; },
      [&](std::size_t structure) { return structure == muscle; });
  const glm::vec3 start = through_muscle.empty() ? at : through_muscle.back().position;
  return visibility.first_surface(start, to_eye, [&](const geometry::SurfaceHit& hit) { return hit.mesh != muscle; }).has_value();
}

}  // namespace

std::vector<drawing::Marker> markers_of(const state::State& state, const Visibility& visibility, glm::vec3 eye,
                               const std::vector<std::string>& likeliest) {
  const body::Body& body = visibility.stance().body();
  std::vector<drawing::Marker> markers;
  if (state.markers == state::Markers::none) return markers;
  const auto selected = body.atlas().index_of(state.selected);
  const std::string muscle = selected ? body.atlas().structures[*selected].muscle : "";
  for (const body::PlacedTrigger& trigger : body.triggers()) {
    const atlas::TriggerPoint& point = body.content().trigger_points[trigger.point];
    const auto pattern = std::find(likeliest.begin(), likeliest.end(), trigger.id);
    const bool likely = pattern != likeliest.end();
    const bool on = likely || state.triggers->contains(trigger.id);
    const bool shows = state.markers == state::Markers::all && !visibility.only_skin_shows() && visibility.opacity_of(trigger.structure()) > 0.5F && !point.number.empty();
    if (!on && !shows) continue;
    const glm::vec3 at = visibility.stance().place(trigger.place);
    if (visibility.within_cut(at) < 0.0F) continue;
    if (!on && visibility.opened_by_lens(trigger.structure()) && visibility.lens()->holds(at)) continue;
    const bool covered = is_covered(visibility, trigger, at, eye);
    const bool numbered = on || (!muscle.empty() && point.muscle == muscle);
    const std::string label = likely ? std::string(1, static_cast<char>('A' + (pattern - likeliest.begin()))) : chart_label(point.number);
    markers.push_back({at, label, trigger.id, on, covered, numbered});
  }
  return markers;
}

}  // namespace dorsum::picture
