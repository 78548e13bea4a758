#include "dorsum/state/presence.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>

#include "dorsum/core/assert.h"

namespace dorsum::state {
namespace {

constexpr float leaving_stretch = 0.5F;  ///< depth over which a layer leaves; layer 4 has no more (4 to 4.5)

float eased(float t) { return glm::smoothstep(0.0F, 1.0F, t); }

/// The mean y of some of a mesh's corners: how far back it lies.
float backwardness(const geometry::TriangleMesh& mesh) {
  constexpr std::size_t enough = 48;
  const std::size_t stride = std::max<std::size_t>(1, mesh.positions.size() / enough);
  float sum = 0.0F, count = 0.0F;
  for (std::size_t i = 0; i < mesh.positions.size(); i += stride, ++count) sum += mesh.positions[i].y;
  return count > 0.0F ? sum / count : 0.0F;
}

/// Among those that leave at one depth: 0 the outermost to 1 the innermost.
std::vector<float> turns_of(const body::Body& body, const Depth& depth) {
  const auto& structures = body.atlas().structures;
  // At whole and half depths nothing is on its way: all turns come to the same.
  if (std::fmod(depth.left, 0.5F) == 0.0F && std::fmod(depth.right, 0.5F) == 0.0F) return {};
  std::vector<float> back(structures.size()), turns(structures.size(), 1.0F);
  for (std::size_t i = 0; i < structures.size(); ++i) back[i] = backwardness(body.mesh(i));
  for (std::size_t i = 0; i < structures.size(); ++i) {
    if (std::isinf(structures[i].leaves_at) || structures[i].kind == atlas::Kind::skin) continue;
    float before = 0.0F, others = 0.0F;
    for (std::size_t k = 0; k < structures.size(); ++k) {
      if (k == i || structures[k].leaves_at != structures[i].leaves_at || structures[k].side() != structures[i].side()) continue;
      ++others;
      if (back[k] > back[i]) ++before;
    }
    if (others > 0.0F) turns[i] = before / others;
  }
  return turns;
}

}  // namespace

float presence(float leaves_at, float depth) { return eased(std::clamp((leaves_at - depth) / leaving_stretch, 0.0F, 1.0F)); }

float presence(float leaves_at, float depth, float turn) {
  constexpr float apart = 0.4F;  // of the stretch lie between the first and the last
  const float stretch = leaving_stretch * (1.0F - apart);
  const float gone_at = leaves_at - leaving_stretch * apart * (1.0F - turn);
  return eased(std::clamp((gone_at - depth) / stretch, 0.0F, 1.0F));
}

Presence::Presence(const State& state, const body::Body& body) : state_(&state), body_(&body), turns_(turns_of(body, state.depth)) {}

float Presence::of(std::size_t structure) const {
  assert(structure < body_->atlas().structures.size());
  const atlas::Structure& what = body_->atlas().structures[structure];
  if (state_->hidden->contains(what.id)) return 0.0F;
  // What is isolated shows at any depth: that is what it was asked for.
  if (!state_->isolated->empty()) return state_->isolated->contains(what.id) ? 1.0F : 0.0F;
  if (what.kind == atlas::Kind::skin) return 1.0F;  // it opens instead of leaving
  return presence(what.leaves_at, state_->depth.on(what.side()), turns_.empty() ? 1.0F : turns_[structure]);
}

}  // namespace dorsum::state
