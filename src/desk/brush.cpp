#include "dorsum/desk/brush.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

namespace dorsum::desk {
namespace {

constexpr float dab_spacing = 0.5F;  ///< of the radius: closer adds nothing that is seen
constexpr int most_dabs = 40;        ///< in one frame: a leap across the screen is no stroke
constexpr float size_per_notch = 1.15F;
constexpr int rim_points = 48;

state::Command dab(const char* what, glm::vec3 at, float radius) {
  return {"pain", {what, at, radius}};
}

/// Pixels for a millimetre at a place.
float pixels_per_mm(const state::State& state, const body::Stance& stance, drawing::Viewport viewport, glm::vec3 at) {
  const drawing::CameraMatrices camera = picture::matrices_of(state.camera, viewport, stance.bounds());
  const glm::vec3 up(camera.view[0][1], camera.view[1][1], camera.view[2][1]);
  return glm::distance(glm::vec2(drawing::project(camera, viewport, at)), glm::vec2(drawing::project(camera, viewport, at + up)));
}

}  // namespace

std::optional<geometry::SurfaceHit> skin_under(glm::vec2 pixel, const state::State& state, const body::Stance& stance, drawing::Viewport viewport) {
  const auto skin = stance.body().skin();
  if (!skin) return std::nullopt;
  const picture::Ray ray = picture::ray_under(state.camera, viewport, pixel);
  return stance.surfaces().first_hit(ray.origin, ray.direction, {}, [skin](std::size_t structure) { return structure == *skin; });
}

bool Brush::press(glm::vec2 pixel, const state::State& state, const body::Stance& stance, drawing::Viewport viewport, int gesture) {
  if (!skin_under(pixel, state, stance, viewport)) return false;
  held_ = waiting_ = true;
  gesture_ = gesture;
  now_ = pixel;
  last_.reset();
  return true;
}

void Brush::move(glm::vec2 pixel) {
  if (!held_) return;
  now_ = pixel;
  waiting_ = true;
}

std::vector<state::Command> Brush::take(const state::State& state, const body::Stance& stance, drawing::Viewport viewport) {
  std::vector<state::Command> dabs;
  if (!waiting_) return dabs;
  waiting_ = false;
  const state::Brush& brush = state.brush;
  const auto lay = [&](glm::vec2 pixel) {
    const auto skin = skin_under(pixel, state, stance, viewport);
    if (!skin) return;
    // Paint is said by where the skin rests, whichever way it stands.
    const glm::vec3 at = stance.place_at(*skin, skin->position).rest;
    const char* what = brush.erase ? "erase" : "at";
    dabs.push_back(dab(what, at, brush.radius));
    if (brush.mirror) dabs.push_back(dab(what, {2.0F * stance.body().skin_regions().midline - at.x, at.y, at.z}, brush.radius));
  };
  if (!last_) {
    lay(now_);
    last_ = now_;
    return dabs;
  }
  const auto here = skin_under(now_, state, stance, viewport);
  const float scale = here ? pixels_per_mm(state, stance, viewport, here->position) : 1.0F;
  const float spacing = std::max(1.0F, dab_spacing * brush.radius * scale), way = glm::distance(*last_, now_);
  const int count = std::min(most_dabs, static_cast<int>(way / spacing));
  const glm::vec2 from = *last_, step = way > 0.0F ? (now_ - from) / way * spacing : glm::vec2(0.0F);
  for (int i = 1; i <= count; ++i) {
    last_ = from + step * static_cast<float>(i);
    lay(*last_);
  }
  return dabs;
}

std::vector<glm::vec2> rim_under(glm::vec2 pixel, const state::State& state, const body::Stance& stance, drawing::Viewport viewport) {
  std::vector<glm::vec2> rim;
  const auto skin = skin_under(pixel, state, stance, viewport);
  if (!skin) return rim;
  const glm::vec3 out = stance.facing(*skin);
  if (out == glm::vec3(0.0F)) return rim;
  const glm::vec3 along = glm::normalize(glm::cross(out, std::abs(out.z) < 0.9F ? glm::vec3(0.0F, 0.0F, 1.0F) : glm::vec3(1.0F, 0.0F, 0.0F)));
  const glm::vec3 across = glm::cross(out, along);
  const drawing::CameraMatrices camera = picture::matrices_of(state.camera, viewport, stance.bounds());
  for (int i = 0; i < rim_points; ++i) {
    const float angle = 2.0F * std::numbers::pi_v<float> * static_cast<float>(i) / rim_points;
    const glm::vec3 at = skin->position + state.brush.radius * (std::cos(angle) * along + std::sin(angle) * across);
    rim.emplace_back(drawing::project(camera, viewport, at));
  }
  return rim;
}

state::Command resized_by(const state::Brush& brush, float notches) {
  const float radius = std::clamp(brush.radius * std::pow(size_per_notch, notches), state::least_hand_brush, state::most_hand_brush);
  return {"brush", {"size", radius}};
}

}  // namespace dorsum::desk
