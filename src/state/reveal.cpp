#include "reveal.h"

#include <algorithm>

namespace dorsum::state {

float bare_depth(const atlas::Atlas& atlas, const atlas::Structure& structure) {
  if (structure.leaves_at == atlas::never_leaves) return static_cast<float>(atlas::deepest_layer);
  float depth = 0.0F;
  for (const atlas::Structure& other : atlas.structures) {
    if (other.leaves_at < structure.leaves_at) depth = std::max(depth, other.leaves_at);
  }
  return depth;
}

void peel_to(State& state, const atlas::Atlas& atlas, const atlas::Structure& structure) {
  const float depth = bare_depth(atlas, structure);
  if (structure.side() != Side::right) state.depth.left = depth;
  if (structure.side() != Side::left) state.depth.right = depth;
  if (state.depth.left != state.depth.right) state.sides_apart = true;
}

}  // namespace dorsum::state
