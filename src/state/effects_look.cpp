#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <glm/trigonometric.hpp>

#include "dorsum/body/probe.h"
#include "dorsum/state/section.h"
#include "dorsum/state/session.h"
#include "dorsum/state/stance.h"
#include "effects.h"
#include "framing.h"
#include "lookup.h"
#include "rounded.h"

namespace dorsum::state {
namespace {

constexpr float focus_margin = 1.3F;     // room around a structure, so that one sees where it lies
constexpr float farthest_cut = 5000.0F;  // mm, as a command may say it

Camera panned(Camera camera, float right, float up) {
  const float height = 2.0F * camera.distance * std::tan(0.5F * glm::radians(camera.field_of_view));
  const PictureAxes axes = axes_of(camera);
  camera.target -= height * (right * axes.right + up * axes.up);
  return camera;
}

/// Millimetres as they are; of a level where it lies in this body.
Result<float> height_of(const Argument& argument, const body::Body& body) {
  if (const float* millimetres = std::get_if<float>(&argument)) return *millimetres;
  const std::string& name = std::get<std::string>(argument);
  const std::vector<body::SpineLevel>& levels = body.spine_levels();
  const auto level = std::find_if(levels.begin(), levels.end(), [&](const body::SpineLevel& each) { return each.name == name; });
  if (level == levels.end())
    return bad_input({}, to_fill("this body has no bone for the level {}", name),
                     levels.empty() ? Saying(to_say("give the height in mm"))
                                    : to_fill("it has {first} to {last}; or give the height in mm", fmt::arg("first", levels.front().name), fmt::arg("last", levels.back().name)));
  return to_tenths(level->height);
}

}  // namespace

Result<void> cut_straight(State& state, const Arguments& arguments, const body::Body& body) {
  const std::string& plane = word(arguments, 0);
  const Result<float> at = height_of(arguments.at(1), body);
  if (!at) return Failure(at.error());
  state.section = Section{plane == "sagittal" ? Plane::sagittal : plane == "frontal" ? Plane::frontal : Plane::transverse, *at};
  return {};
}

Result<void> cut_oblique(State& state, const Arguments& arguments, const body::Body&) {
  state.section = Section{Plane::oblique, number(arguments, 3), number(arguments, 1), number(arguments, 2)};
  return {};
}

Result<void> cut_facing(State& state, const Arguments&, const body::Body&) {
  state.section = facing(state.camera);
  return {};
}

Result<void> move_cut(State& state, const Arguments& arguments, const body::Body&) {
  if (!state.section) return bad_input({}, to_say("there is no section to move"), to_say("make one first, like section transverse 1200"));
  state.section->at = std::clamp(state.section->at + number(arguments, 1), -farthest_cut, farthest_cut);
  return {};
}

Result<void> no_cut(State& state, const Arguments&, const body::Body&) {
  state.section.reset();
  return {};
}

Result<body::Place> place_of_body(const Argument& argument, const body::Body& body, std::optional<std::size_t> of) {
  if (const auto* told = std::get_if<OnSurface>(&argument)) {
    const auto structure = body.atlas().index_of(told->structure);
    if (!structure) return bad_input({}, to_fill("there is no structure {}", told->structure), to_say("dorsum info lists them"));
    const geometry::TriangleMesh& mesh = body.mesh(*structure);
    if (told->triangle >= mesh.triangles.size())
      return bad_input({}, to_fill("{id} has no triangle {triangle}", fmt::arg("id", told->structure), fmt::arg("triangle", told->triangle)), to_say("the place is of another body: name it in mm"));
    const geometry::SurfacePoint on{static_cast<std::uint32_t>(*structure), told->triangle, {1.0F - told->u - told->v, told->u, told->v}};
    return body::Place{on, geometry::position_of(on, mesh)};
  }
  const glm::vec3 rest = std::get<glm::vec3>(argument);
  std::optional<std::uint32_t> structure;
  if (of) structure = static_cast<std::uint32_t>(*of);
  const auto on = body.surfaces().closest(rest, std::numeric_limits<float>::infinity(), structure);
  return body::Place{on ? geometry::SurfacePoint(*on) : geometry::SurfacePoint(), rest};
}

Result<void> place_probe(State& state, const Arguments& arguments, const body::Body& body) {
  Result<glm::vec3> at = glm::vec3(0.0F);
  if (const auto* formula = std::get_if<std::string>(&arguments.at(1))) {
    at = atlas::evaluate(*formula, body.atlas().landmarks, Side::right, body.scale());  // a landmark's own side is written in it
  } else if (const auto place = place_of_body(arguments.at(1), body)) {
    at = place->rest;
  } else {
    at = Failure(place.error());
  }
  if (!at) return Failure(at.error());
  const auto probe = body::probe_at(body, *at);
  if (!probe) return Failure(probe.error());
  state.probe = probe->skin;
  return {};
}

Result<void> no_probe(State& state, const Arguments&, const body::Body&) {
  state.probe.reset();
  return {};
}

Result<void> place_lens(State& state, const Arguments& arguments, const body::Body& body) {
  const auto centre = place_of_body(arguments.at(1), body);
  if (!centre) return Failure(centre.error());
  state.lens = Lens{*centre, number(arguments, 2), number(arguments, 3)};
  return {};
}

Result<void> no_lens(State& state, const Arguments&, const body::Body&) {
  state.lens.reset();
  return {};
}

Result<void> view(State& state, const Arguments& arguments, const body::Body& body) {
  state.camera = within_limits(named_view(state.camera, word(arguments, 0), body, state.section).value_or(state.camera), *stance_of(state, body));
  return {};
}

Result<void> orbit(State& state, const Arguments& arguments, const body::Body& body) {
  state.camera.azimuth += number(arguments, 0);
  state.camera.elevation += number(arguments, 1);
  state.camera = within_limits(state.camera, *stance_of(state, body));
  return {};
}

Result<void> pan(State& state, const Arguments& arguments, const body::Body& body) {
  state.camera = within_limits(panned(state.camera, number(arguments, 0), number(arguments, 1)), *stance_of(state, body));
  return {};
}

Result<void> zoom(State& state, const Arguments& arguments, const body::Body& body) {
  state.camera.distance /= number(arguments, 0);
  state.camera = within_limits(state.camera, *stance_of(state, body));
  return {};
}

Result<void> focus(State& state, const Arguments& arguments, const body::Body& body) {
  const Result<std::vector<std::size_t>> found = find_structures(body, word(arguments, 0));
  if (!found) return Failure(found.error());
  state.camera = within_limits(framed(state.camera, bounds_of_structures(*stance_of(state, body), *found), focus_margin), *stance_of(state, body));
  return {};
}

Result<void> set_camera(State& state, const Arguments& arguments, const body::Body& body) {
  state.camera.azimuth = number(arguments, 0);
  state.camera.elevation = number(arguments, 1);
  state.camera.target = place(arguments, 2);
  state.camera.distance = number(arguments, 3);
  state.camera = within_limits(state.camera, *stance_of(state, body));
  return {};
}

void write_camera(const State& state, const body::Body& body, std::vector<Command>& script) {
  const Camera& c = state.camera;
  Camera first = first_state(body).camera;
  first.orthographic = c.orthographic;
  if (c.prone || !(c == first))
    script.push_back({"camera", {to_hundredths(c.azimuth), to_hundredths(c.elevation), to_tenths(c.target), to_tenths(c.distance)}});
}

}  // namespace dorsum::state
