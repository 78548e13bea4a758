#pragma once
// How much of each structure is there in a state: peeling, hiding, isolating.

#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/state/state.h"

namespace dorsum::state {

/// How much of a structure is left at a depth: 1 whole to 0 gone, over the last half before `leaves_at`.
[[nodiscard]] float presence(float leaves_at, float depth);
/// The same for one of several that leave with a layer: `turn` 0 goes first, 1 last, all within the layer's stretch.
[[nodiscard]] float presence(float leaves_at, float depth, float turn);

class Presence {
 public:
  /// Keeps references to both.
  Presence(const State& state, const body::Body& body);
  /// 1 whole to 0 gone.
  [[nodiscard]] float of(std::size_t structure) const;

 private:
  const State* state_;
  const body::Body* body_;
  std::vector<float> turns_;  ///< when in its layer's stretch each structure leaves, outermost first; empty: nothing is on its way
};

}  // namespace dorsum::state
