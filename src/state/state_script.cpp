#include "dorsum/state/state_script.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "dorsum/state/section.h"
#include "dorsum/state/session.h"

namespace dorsum::state {
namespace {

using Script = std::vector<std::string>;

std::string_view on_off(bool on) { return on ? "on" : "off"; }

/// One name that stands for exactly these structures: their own id, muscle, layer or group, if there is one.
std::optional<std::string> name_for(const Ids& ids, const atlas::Atlas& atlas) {
  std::vector<std::string> names;
  const auto index = atlas.index_of(*ids.begin());
  if (!index) return std::nullopt;
  const atlas::Structure& first = atlas.structures[*index];
  for (const std::string& base : {first.id, first.muscle, first.group}) {
    if (base.empty()) continue;
    for (const Side side : {first.side(), Side::midline}) names.push_back(with_side(without_side(base), side));
  }
  names.push_back(fmt::format("layer-{}", first.layer));
  names.emplace_back("skeleton");
  for (const std::string& name : names) {
    Ids named;
    for (const std::size_t i : atlas::structures_named(atlas, name)) named.insert(atlas.structures[i].id);
    if (named == ids) return name;
  }
  return std::nullopt;
}

void add_isolated(Script& script, const Ids& isolated, const body::Body& body) {
  if (isolated.empty()) return;
  if (const auto name = name_for(isolated, body.atlas())) {
    script.push_back("isolate " + *name);
    return;
  }
  // What is shown while others are left out joins those that are left in.
  for (const std::string& id : isolated) script.push_back((id == *isolated.begin() ? "isolate " : "show ") + id);
}

std::string text_of(const PainStroke& stroke) {
  if (!stroke.region.empty()) return "pain add " + with_side(stroke.region, stroke.side);
  return fmt::format("pain {} {:.1f} {:.1f} {:.1f} {:g}", stroke.erase ? "erase" : "at", stroke.centre.x, stroke.centre.y, stroke.centre.z, stroke.radius);
}

void add_brush(Script& script, const Brush& brush, const Brush& first) {
  if (brush.on != first.on) script.push_back(fmt::format("brush {}", on_off(brush.on)));
  if (brush.erase != first.erase) script.emplace_back(brush.erase ? "brush erase" : "brush paint");
  if (brush.mirror != first.mirror) script.emplace_back(brush.mirror ? "brush mirror" : "brush one-side");
  if (brush.radius != first.radius) script.push_back(fmt::format("brush size {:g}", brush.radius));
}

}  // namespace

std::string script_of(const State& state, const body::Body& body) {
  const State first = first_state(body);
  Script script;
  if (state.depth.left == state.depth.right) {
    if (!(state.depth == first.depth)) script.push_back(fmt::format("depth {:g}", state.depth.left));
  } else {
    script.push_back(fmt::format("depth left {:g}", state.depth.left));
    script.push_back(fmt::format("depth right {:g}", state.depth.right));
  }
  if (state.skin != first.skin) {
    script.emplace_back(state.skin == SkinMode::whole ? "skin whole" : state.skin == SkinMode::wide ? "skin wide" : "skin window");
  }
  add_isolated(script, *state.isolated, body);
  for (const std::string& id : *state.hidden) script.push_back("hide " + id);
  for (const std::string& id : *state.triggers) script.push_back("trigger " + id + " on");
  for (const PainStroke& stroke : *state.pain) script.push_back(text_of(stroke));
  if (state.candidates != first.candidates) script.push_back(fmt::format("candidates {}", state.candidates));
  if (state.compared) script.push_back(fmt::format("compare {} {}", state.compared->first, state.compared->second));
  add_brush(script, state.brush, first.brush);
  const auto add_switch = [&](const char* verb, bool now, bool then) {
    if (now != then) script.push_back(fmt::format("{} {}", verb, on_off(now)));
  };
  add_switch("zones", state.zones, first.zones);
  add_switch("xray", state.xray, first.xray);
  add_switch("labels", state.labels, first.labels);
  if (state.names != first.names) script.emplace_back(state.names == Names::both ? "latin on" : state.names == Names::latin ? "latin only" : "latin off");
  if (state.section) script.push_back(fmt::format("section {}", fmt::join(words_of(*state.section), " ")));
  if (state.explode != first.explode) script.push_back(fmt::format("explode {:g}", state.explode));
  add_switch("fibres", state.fibres, first.fibres);
  add_switch("arcs", state.arcs, first.arcs);
  if (state.probe) script.push_back(fmt::format("probe at {:.1f} {:.1f} {:.1f}", state.probe->x, state.probe->y, state.probe->z));
  if (state.reduced_motion != first.reduced_motion) script.emplace_back("motion reduced");
  if (state.theme != first.theme) script.emplace_back(state.theme == Theme::dark ? "theme dark" : "theme light");
  if (state.text_scale != first.text_scale) script.push_back(fmt::format("text-scale {:g}", state.text_scale));
  if (!state.selected.empty()) script.push_back("select " + state.selected);
  if (state.lens)
    script.push_back(fmt::format("lens at {:.1f} {:.1f} {:.1f} {:g} {:g}", state.lens->centre.x, state.lens->centre.y, state.lens->centre.z,
                                 state.lens->radius, state.lens->depth));
  const Camera& c = state.camera;
  if (c.orthographic) script.emplace_back("projection orthographic");
  Camera moved = c;
  moved.orthographic = first.camera.orthographic;
  if (!(moved == first.camera))
    script.push_back(fmt::format("camera {:.2f} {:.2f} {:.1f} {:.1f} {:.1f} {:.1f}", c.azimuth, c.elevation, c.target.x, c.target.y,
                                 c.target.z, c.distance));
  return fmt::format("{}", fmt::join(script, "; "));
}

}  // namespace dorsum::state
