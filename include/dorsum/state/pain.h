#pragma once
// The client's pain: strokes and chosen regions as paint on the skin.

#include <vector>

#include "dorsum/body/painted_skin.h"
#include "dorsum/state/state.h"

namespace dorsum::state {

/// Lays one stroke on what is painted already (empty: nothing yet).
[[nodiscard]] Result<void> lay(const PainStroke& stroke, const body::Body& body, body::PaintedSkin& painted);

/// The paint of a list of strokes that mostly grows at its end: only what is new is laid. For one body.
class PaintedStrokes {
 public:
  /// Strokes that can't be laid on this body are passed over: the command that made them has said why.
  const body::PaintedSkin& of(const std::vector<PainStroke>& strokes, const body::Body& body);

 private:
  std::vector<PainStroke> strokes_;
  body::PaintedSkin painted_;
};

}  // namespace dorsum::state
