#pragma once
// Under a spot of the skin: which trigger points a thumb that presses there can reach.

#include <vector>

#include "dorsum/body/probe.h"

namespace dorsum::body {

inline constexpr float thumb_reach = 22.0F;  ///< mm aside of the needle, before scaling: a thumb's pad and its roll

struct ReachedPoint {
  std::size_t trigger = 0;  ///< index into body.triggers()
  float aside = 0.0F;       ///< mm from the needle's line
  float depth = 0.0F;       ///< mm under the skin, along the needle
};

/// The points of the muscles that a probe meets (by name: of any of their parts) within a thumb's reach of its line,
/// nearest to the line first. Points without a numbered map of their own come last.
[[nodiscard]] std::vector<ReachedPoint> points_in_reach(const Body& body, const Probe& probe);

}  // namespace dorsum::body
