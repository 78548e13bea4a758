#pragma once
// How a body stands in a state: what leaves lifts off, and the layers are drawn apart.

#include <memory>

#include "dorsum/body/stance.h"
#include "dorsum/state/state.h"

namespace dorsum::state {

/// How far a structure is moved whole where the layers are drawn apart, mm: `gap` from each layer to the next.
[[nodiscard]] glm::vec3 drawn_apart(const atlas::Structure& structure, float gap);

/// The stance of a body in a state; `before` again where the body still stands so. The body must outlive it.
[[nodiscard]] std::shared_ptr<const body::Stance> stance_of(const State& state, const body::Body& body, const std::shared_ptr<const body::Stance>& before = {});

/// The last stance, kept while the body stands so. For one body after the other; not for many threads at once.
class StanceMemo {
 public:
  const body::Stance& of(const State& state, const body::Body& body) { return *(last_ = stance_of(state, body, last_)); }
  /// Before another body comes.
  void forget() { last_.reset(); }

 private:
  std::shared_ptr<const body::Stance> last_;
};

}  // namespace dorsum::state
