#include "witness.h"

#include <fmt/format.h>

#include <cmath>

#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/state/session.h"
#include "dorsum/state/state_script.h"

namespace dorsum::soak {
namespace {

bool within(float value, float low, float high) { return value >= low && value <= high; }  // false for NaN

}  // namespace

std::optional<std::string> flaw_of(const state::State& state, const body::Body& body) {
  for (const state::Ids* ids : {&*state.hidden, &*state.isolated}) {
    for (const std::string& id : *ids) {
      if (!body.atlas().index_of(id)) return "hidden or isolated: " + id;
    }
  }
  for (const std::string& id : *state.triggers) {
    if (body.trigger(id) == nullptr) return "trigger: " + id;
  }
  if (!state.selected.empty() && !body.atlas().index_of(state.selected)) return "selected: " + state.selected;
  if (state.compared && (body.trigger(state.compared->first) == nullptr || body.trigger(state.compared->second) == nullptr)) return "compared";
  if (!within(state.depth.left, 0, 5) || !within(state.depth.right, 0, 5)) return "depth";
  if (!within(state.explode, 0, 150)) return "explode";
  if (!within(state.text_scale, 0.75F, 2.5F)) return "text_scale";
  if (!within(state.brush.radius, 1, 300)) return "brush.radius";
  if (state.candidates < 0 || state.candidates > state::most_candidates) return "candidates";
  if (state.section && !within(state.section->at, -5000, 5000)) return "section";
  if (state.probe && !geometry::is_finite(state.probe->rest)) return "probe";
  if (state.lens && (!geometry::is_finite(state.lens->centre.rest) || !within(state.lens->radius, 1, 300) || !within(state.lens->depth, 0, 5))) return "lens";
  for (const state::PainStroke& stroke : *state.pain) {
    if (stroke.region.empty() ? !geometry::is_finite(stroke.centre.rest) || !within(stroke.radius, 1, 300) : !body.content().regions.contains(stroke.region)) return "pain";
  }
  const state::Camera& camera = state.camera;
  if (!std::isfinite(camera.azimuth) || !within(camera.elevation, -89, 89) || !geometry::is_finite(camera.target) || !within(camera.distance, 1, 20000)) {
    return fmt::format("camera {} {} {} {} {} {}", camera.azimuth, camera.elevation, camera.target.x, camera.target.y, camera.target.z, camera.distance);
  }
  return std::nullopt;
}

std::optional<std::string> flaw_of_script(const state::State& state, const std::shared_ptr<const body::Body>& body) {
  const std::string script = state::script_of(state, *body);
  state::Session again(body);
  if (const auto ran = again.run(script); !ran) return ran.error().message() + " in: " + script;
  const state::State& there = again.state();
  const bool same = there.hidden == state.hidden && there.isolated == state.isolated && there.triggers == state.triggers &&
                    there.selected == state.selected && there.compared == state.compared && there.pain->size() == state.pain->size() &&
                    there.xray == state.xray && there.skin == state.skin && there.theme == state.theme && there.names == state.names && there.note == state.note &&
                    there.panels == state.panels;
  if (!same) return "leads elsewhere: " + script;
  return std::nullopt;
}

bool same_but_for_the_hand(state::State state, const state::State& first) {
  take_what_undo_passes_over(state, first);
  return state == first;
}

}  // namespace dorsum::soak
