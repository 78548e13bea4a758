#pragma once
// Spots of each structure that a leader line may point to, spread evenly over its surface, coarse to fine.

#include <glm/vec3.hpp>
#include <vector>

#include "dorsum/body/body.h"

namespace dorsum::picture {

struct AnchorSpot {
  glm::vec3 position{0.0F};  ///< mm, a triangle's centre
  glm::vec3 normal{0.0F};    ///< unit, outward
};

/// Depends on the body alone; made once for a body.
struct LabelAnchors {
  std::vector<std::vector<AnchorSpot>> spots;  ///< by structure; the first few already span it
  std::vector<float> area;                     ///< by structure, mm2
};

[[nodiscard]] LabelAnchors label_anchors(const body::Body& body);

}  // namespace dorsum::picture
