#include "dorsum/state/pain.h"

#include <algorithm>

namespace dorsum::state {

Result<void> lay(const PainStroke& stroke, const body::Body& body, body::PaintedSkin& painted) {
  if (stroke.region.empty()) return body::brush(body, painted, stroke.centre.on, stroke.radius, stroke.erase);
  const auto patch = body::paint_region(body, stroke.region, stroke.side);
  if (!patch) return Failure(patch.error());
  body::add_paint(painted, *patch);
  return {};
}

const body::PaintedSkin& PaintedStrokes::of(const std::vector<PainStroke>& strokes, const body::Body& body) {
  const bool grown = strokes.size() >= strokes_.size() && std::equal(strokes_.begin(), strokes_.end(), strokes.begin());
  if (!grown) {
    strokes_.clear();
    painted_.clear();
  }
  for (std::size_t i = strokes_.size(); i < strokes.size(); ++i) static_cast<void>(lay(strokes[i], body, painted_));
  strokes_ = strokes;
  return painted_;
}

}  // namespace dorsum::state
