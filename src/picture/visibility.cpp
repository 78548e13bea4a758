#include "visibility.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <map>
#include <utility>

#include "dorsum/state/section.h"
#include "lens_cone.h"

namespace dorsum::picture {
namespace {

constexpr float skin_opens_from = 0.3F, skin_open_at = 1.0F;
constexpr float explode_opens_skin = 10.0F;  ///< mm between layers from which the skin's window is open to let them out
constexpr float infinity = std::numeric_limits<float>::infinity();

float smooth(float t) { return glm::smoothstep(0.0F, 1.0F, t); }

/// The window distance beyond which skin is gone at a depth: the opening grows from the middle of the back
/// to its authored edge (0), or, when the whole skin is to leave, on over the body to its far end.
float opening_edge(float depth, state::SkinMode mode, float innermost, float outermost) {
  const float t = std::clamp((depth - skin_opens_from) / (skin_open_at - skin_opens_from), 0.0F, 1.0F);
  if (t <= 0.0F) return infinity;
  if (mode != state::SkinMode::whole) return innermost * (1.0F - smooth(t));
  return t >= 1.0F ? -infinity : innermost + (outermost - innermost) * smooth(t);
}

}  // namespace

body::SkinWindow window_of(state::SkinMode mode) { return mode == state::SkinMode::wide ? body::SkinWindow::wide : body::SkinWindow::back; }

Visibility::Visibility(const state::State& state, const body::Stance& stance) : state_(&state), stance_(&stance), body_(&stance.body()), presence_(state, stance.body()) {
  const body::Body& body = stance.body();
  if (state.lens) lens_ = lens_cone(state.camera, *state.lens, stance);
  if (const auto seventh = body.atlas().landmarks.find("spinous-process:C7"); seventh != body.atlas().landmarks.end()) {
    midline_ = seventh->second.position.x;
  }
  if (state.section) section_ = glm::vec4(-state::cut_direction(*state.section), state.section->at);
  if (const auto selected = body.atlas().index_of(state.selected)) {
    selected_leaves_at_ = body.atlas().structures[*selected].leaves_at;
  } else {
    // Nothing selected: x-ray looks through everything that can be peeled, down to the skeleton.
    selected_leaves_at_ = 5.0F;
  }

  const auto skin = body.skin();
  if (!skin || presence_of(*skin) <= 0.0F) {
    opening_ = {-infinity, -infinity};
    return;
  }
  const std::vector<float>& window = body.skin_window(window_of(state.skin));
  const auto [low, high] = std::minmax_element(window.begin(), window.end());
  const float innermost = low == window.end() ? 0.0F : *high;
  const float outermost = low == window.end() ? 0.0F : *low;
  skin_window_ = window_of(state.skin);
  // An isolated skin is wanted whole.
  if (state.isolated->empty()) {
    const float let_out = std::min(state.explode / explode_opens_skin, skin_open_at);
    opening_ = {opening_edge(std::max(state.depth.left, let_out), state.skin, innermost, outermost),
                opening_edge(std::max(state.depth.right, let_out), state.skin, innermost, outermost)};
  }
  only_skin_ = opening_.closed() && !section_ && !lens_ && opacity_of(*skin) >= 1.0F;
}

float Visibility::opacity_of(std::size_t structure) const {
  const float present = presence_of(structure);
  const atlas::Structure& what = body_->atlas().structures[structure];
  if (!state_->xray || present <= 0.0F || what.id == state_->selected || what.leaves_at > selected_leaves_at_) return present;
  // Nerves and vessels are thin: seen through they would be lost, and solid they hide nothing.
  if (what.kind == atlas::Kind::nerve || what.kind == atlas::Kind::vessel) return present;
  return present * (what.kind == atlas::Kind::skin ? 0.16F : what.kind == atlas::Kind::organ ? 0.5F : 0.30F);
}

float Visibility::within_cut(glm::vec3 point) const {
  return section_ ? glm::dot(glm::vec3(*section_), point) + section_->w : infinity;
}

bool Visibility::opened_by_lens(std::size_t structure) const {
  if (!lens_ || !state_->isolated->empty()) return false;
  return state::presence(body_->atlas().structures[structure].leaves_at, state_->lens->depth) < 0.5F;
}

bool Visibility::skin_is_open_at(const geometry::SurfaceHit& point) const {
  const bool left = point.position.x > midline_;
  const float edge = left ? opening_.left : opening_.right;
  if (std::isinf(edge)) return edge < 0.0F;
  const auto& corners = body_->mesh(point.mesh).triangles[point.triangle];
  const std::vector<float>& window = body_->skin_window(skin_window_);
  float distance = 0.0F;
  for (int i = 0; i < 3; ++i) {
    const std::size_t vertex = corners[static_cast<std::size_t>(i)];
    if (vertex >= window.size()) return false;
    distance += window[vertex] * point.barycentric[i];
  }
  return distance > edge;
}

bool Visibility::stops(const geometry::SurfaceHit& point) const {
  if (only_skin_ && body_->skin() != point.mesh) return false;
  if (within_cut(point.position) < 0.0F) return false;
  if (opacity_of(point.mesh) < 0.5F) return false;
  if (opened_by_lens(point.mesh) && lens_->holds(point.position)) return false;
  return body_->skin() != point.mesh || !skin_is_open_at(point);
}

body::StandingSurfaces::Of Visibility::those_that_stop() const {
  // At rest there is nothing to spare: every surface lies in one search.
  if (stance_->at_rest()) return {};
  return [this](std::size_t structure) { return (!only_skin_ || body_->skin() == structure) && opacity_of(structure) >= 0.5F; };
}

std::optional<geometry::SurfaceHit> Visibility::first_surface(glm::vec3 origin, glm::vec3 direction, const Filter& accept) const {
  const auto shows = [&](const geometry::SurfaceHit& hit) { return stops(hit) && (!accept || accept(hit)); };
  return stance_->surfaces().first_hit(origin, direction, shows, those_that_stop());
}

std::optional<geometry::SurfaceHit> Visibility::cut_face(glm::vec3 origin, glm::vec3 direction, const Filter& accept) const {
  if (!section_) return std::nullopt;
  const float rate = glm::dot(glm::vec3(*section_), direction);
  const float way = rate == 0.0F ? -1.0F : -within_cut(origin) / rate;
  if (way <= 0.0F) return std::nullopt;
  const glm::vec3 crossing = origin + direction * way;

  // Within a solid: out of it the ray comes an odd number of times.
  struct WaysOut {
    int count = 0;
    float last = -1.0F;  ///< mm
    geometry::SurfaceHit first;
  };
  std::map<std::uint32_t, WaysOut> ways_out;
  const auto cut = [&](const geometry::SurfaceHit& hit) { return opacity_of(hit.mesh) >= 0.5F && !(opened_by_lens(hit.mesh) && lens_->holds(crossing)); };
  for (const geometry::SurfaceHit& out : stance_->surfaces().all_hits(crossing, direction, cut, those_that_stop())) {
    constexpr float apart = 1e-3F;  // mm: an edge is met in both its triangles
    WaysOut& ways = ways_out[out.mesh];
    if (ways.count > 0 && out.distance - ways.last < apart) continue;
    if (ways.count++ == 0) ways.first = out;
    ways.last = out.distance;
  }
  std::optional<geometry::SurfaceHit> innermost;
  const auto leaves_at = [&](std::uint32_t mesh) { return body_->atlas().structures[mesh].leaves_at; };
  for (auto& [mesh, ways] : ways_out) {
    if (ways.count % 2 == 0 || (mesh == body_->skin() && fat_is_gone_at(crossing))) continue;
    geometry::SurfaceHit& face = ways.first;
    face.position = crossing;
    face.distance = way * glm::length(direction);
    if (innermost && leaves_at(mesh) < leaves_at(innermost->mesh)) continue;
    if (!accept || accept(face)) innermost = face;
  }
  return innermost;
}

std::optional<geometry::SurfaceHit> Visibility::first_hit(glm::vec3 origin, glm::vec3 direction, const Filter& accept) const {
  const auto surface = first_surface(origin, direction, accept), face = cut_face(origin, direction, accept);
  return face && (!surface || face->distance < surface->distance) ? face : surface;
}

bool Visibility::fat_is_gone_at(glm::vec3 point) const {
  const auto skin = body_->skin();
  if (!skin || opening_.closed()) return false;
  if (opening_.all_off()) return true;
  const auto outside = stance_->surfaces().closest(point, drawing::opened_thickness, static_cast<std::uint32_t>(*skin));
  return outside && skin_is_open_at(*outside);
}

}  // namespace dorsum::picture
