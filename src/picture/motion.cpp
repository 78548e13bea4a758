#include "dorsum/picture/motion.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace dorsum::picture {
namespace {

/// How much of the way is done: slow at both ends.
float eased(double now, double began, double time) {
  return glm::smoothstep(0.0F, 1.0F, static_cast<float>((now - began) / time));
}

/// Between equals nothing varies, not even in the last bit: what stands still is not drawn again.
template <class T>
T between(const T& from, const T& to, float part) {
  return from == to ? to : glm::mix(from, to, part);
}

}  // namespace

state::Camera camera_between(const state::Camera& from, const state::Camera& to, float part) {
  if (part >= 1.0F || from.prone != to.prone) return to;  // who lies down does so at once
  state::Camera camera = to;
  camera.azimuth = from.azimuth + part * std::remainder(to.azimuth - from.azimuth, 360.0F);
  camera.elevation = between(from.elevation, to.elevation, part);
  camera.target = between(from.target, to.target, part);
  if (from.distance != to.distance) camera.distance = from.distance * std::pow(to.distance / from.distance, part);
  camera.field_of_view = between(from.field_of_view, to.field_of_view, part);
  return camera;
}

void Motion::go_to(const state::State& state, double now, bool by_hand) {
  const bool at_once = by_hand || state.reduced_motion;
  const state::State here = shown(now);
  if (!(state.camera == to_.camera)) {
    from_.camera = at_once ? state.camera : here.camera;
    flight_began_ = now;
  }
  if (!(state.depth == to_.depth) || state.explode != to_.explode) {
    from_.depth = at_once ? state.depth : here.depth;
    from_.explode = at_once ? state.explode : here.explode;
    leaving_began_ = now;
  }
  std::erase_if(arc_began_, [&](const auto& arc) { return !state.triggers->contains(arc.first) || now - arc.second >= growing_time + fading_time; });
  if (!state.reduced_motion && state.arcs && state.zones) {
    const bool all = !to_.arcs || !to_.zones;
    for (const std::string& id : *state.triggers)
      if (all || !to_.triggers->contains(id)) arc_began_[id] = now;
  }
  to_ = state;
  if (state.reduced_motion) {
    from_ = state;
    arc_began_.clear();
  }
}

state::State Motion::shown(double now) const {
  state::State state = to_;
  state.camera = camera_between(from_.camera, to_.camera, eased(now, flight_began_, flight_time));
  if (const float part = eased(now, leaving_began_, leaving_time); part < 1.0F) {
    state.depth.left = between(from_.depth.left, to_.depth.left, part);
    state.depth.right = between(from_.depth.right, to_.depth.right, part);
    state.explode = between(from_.explode, to_.explode, part);
  }
  return state;
}

Moment Motion::moment(double now) const {
  Moment moment;
  if (flows()) moment.fibre_flow = static_cast<float>(std::fmod(now * static_cast<double>(flow_speed), 1.0e4));
  for (const auto& [id, began] : arc_began_)
    if (now - began < growing_time + fading_time) moment.growing[id] = eased(now, began, growing_time) + eased(now, began + growing_time, fading_time);
  return moment;
}

bool Motion::on_the_way(double now) const {
  const bool flies = now - flight_began_ < flight_time && !(from_.camera == to_.camera);
  const bool leaves = now - leaving_began_ < leaving_time && !(from_.depth == to_.depth && from_.explode == to_.explode);
  return flies || leaves ||
         std::any_of(arc_began_.begin(), arc_began_.end(), [now](const auto& arc) { return now - arc.second < growing_time + fading_time; });
}

bool Motion::flows() const { return ((to_.fibres && !to_.selected.empty()) || (to_.movers && !to_.pose->empty())) && !to_.reduced_motion; }

}  // namespace dorsum::picture
