#pragma once
// What many more structures cost: a synthetic body with the same triangles in ten times as many pieces.

#include <cstddef>

#include "dorsum/core/result.h"
#include "frames.h"

namespace dorsum::bench {

struct Growth {
  std::size_t structures = 0;  ///< of the synthetic body
  /// A frame of it over one of the body as it is, the median of a turn at the depth where that is worst. The picture
  /// is the same, and so are the triangles to be seen.
  double per_triangle = 0.0;
};

/// Needs a current context.
[[nodiscard]] Result<Growth> measure_growth(const body::Body& body, const Output& output);

}  // namespace dorsum::bench
