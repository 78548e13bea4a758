#pragma once
// Measures the landmark vocabulary on a pack's own bones and skin, by the rule that each landmark has
// (content README section 2), both sides. What can't be measured gets the rule's fallback formula, or is left out and named.

#include <string>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::body {

struct MeasuredLandmarks {
  atlas::Landmarks landmarks;
  std::vector<std::string> missing;  ///< "rib-tip:12:L: the pack has no rib-12.L"
};

/// `meshes` are those of `structures`, in the same order.
[[nodiscard]] MeasuredLandmarks measure_landmarks(const std::vector<atlas::Structure>& structures,
                                                  const std::vector<geometry::TriangleMesh>& meshes);

}  // namespace dorsum::body
