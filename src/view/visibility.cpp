#include "visibility.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace dorsum::view {
namespace {

constexpr float leaving_stretch = 0.5F;  ///< depth over which a layer leaves; layer 4 has no more (4 to 4.5)
constexpr float skin_opens_from = 0.3F, skin_open_at = 1.0F;
constexpr float infinity = std::numeric_limits<float>::infinity();

float smooth(float t) { return t * t * (3.0F - 2.0F * t); }

/// The window distance beyond which skin is gone at a depth: the opening grows from the middle of the back
/// to its authored edge (0), or, when the whole skin is to leave, on over the body to its far end.
float opening_edge(float depth, app::SkinMode mode, float innermost, float outermost) {
  const float t = std::clamp((depth - skin_opens_from) / (skin_open_at - skin_opens_from), 0.0F, 1.0F);
  if (t <= 0.0F) return infinity;
  if (mode == app::SkinMode::window) return innermost * (1.0F - smooth(t));
  return t >= 1.0F ? -infinity : innermost + (outermost - innermost) * smooth(t);
}

glm::vec4 plane_of(const app::Section& section) {
  // Cut away: the body's left, what lies behind, what lies above (design.md).
  switch (section.plane) {
    case app::Plane::sagittal: return {-1.0F, 0.0F, 0.0F, section.at};
    case app::Plane::frontal: return {0.0F, -1.0F, 0.0F, section.at};
    case app::Plane::transverse: return {0.0F, 0.0F, -1.0F, section.at};
  }
  return {0.0F, 0.0F, 0.0F, 1.0F};
}

}  // namespace

float presence(float leaves_at, float depth) { return smooth(std::clamp((leaves_at - depth) / leaving_stretch, 0.0F, 1.0F)); }

Visibility::Visibility(const app::State& state, const body::Body& body) : state_(&state), body_(&body) {
  if (const auto seventh = body.atlas().landmarks.find("spinous-process:C7"); seventh != body.atlas().landmarks.end()) {
    midline_ = seventh->second.position.x;
  }
  if (state.section) section_ = plane_of(*state.section);
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
  const auto [low, high] = std::minmax_element(body.skin_window().begin(), body.skin_window().end());
  const float innermost = low == body.skin_window().end() ? 0.0F : *high;
  const float outermost = low == body.skin_window().end() ? 0.0F : *low;
  // An isolated skin is wanted whole.
  if (state.isolated->empty()) {
    opening_ = {opening_edge(state.depth.left, state.skin, innermost, outermost),
                opening_edge(state.depth.right, state.skin, innermost, outermost)};
  }
  only_skin_ = opening_.closed() && !section_ && opacity_of(*skin) >= 1.0F;
}

float Visibility::presence_of(std::size_t structure) const {
  const atlas::Structure& what = body_->atlas().structures[structure];
  if (state_->hidden->contains(what.id)) return 0.0F;
  // What is isolated shows at any depth: that is what it was asked for.
  if (!state_->isolated->empty()) return state_->isolated->contains(what.id) ? 1.0F : 0.0F;
  if (what.kind == atlas::Kind::skin) return 1.0F;  // it opens instead of leaving
  return presence(what.leaves_at, state_->depth.on(what.side()));
}

float Visibility::opacity_of(std::size_t structure) const {
  const float present = presence_of(structure);
  const atlas::Structure& what = body_->atlas().structures[structure];
  if (!state_->xray || present <= 0.0F || what.id == state_->selected || what.leaves_at > selected_leaves_at_) return present;
  return present * (what.kind == atlas::Kind::skin ? 0.16F : 0.30F);
}

bool Visibility::skin_is_open_at(const geometry::SurfacePoint& point) const {
  const bool left = point.position.x > midline_;
  const float edge = left ? opening_.left : opening_.right;
  if (std::isinf(edge)) return edge < 0.0F;
  const auto& corners = body_->mesh(point.mesh).triangles[point.triangle];
  float distance = 0.0F;
  for (int i = 0; i < 3; ++i) {
    const std::size_t vertex = corners[static_cast<std::size_t>(i)];
    if (vertex >= body_->skin_window().size()) return false;
    distance += body_->skin_window()[vertex] * point.barycentric[i];
  }
  return distance > edge;
}

bool Visibility::stops(const geometry::SurfacePoint& point) const {
  if (only_skin_ && body_->skin() != point.mesh) return false;
  if (section_ && glm::dot(glm::vec3(*section_), point.position) + section_->w < 0.0F) return false;
  if (opacity_of(point.mesh) < 0.5F) return false;
  return body_->skin() != point.mesh || !skin_is_open_at(point);
}

}  // namespace dorsum::view
