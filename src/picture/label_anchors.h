#pragma once
// Spots of each structure that a leader line may point to, spread evenly over its surface, coarse to fine.

#include <string>
#include <vector>

#include "dorsum/body/body.h"

namespace dorsum::picture {

/// The level of a vertebra, told at the tip of its spinous process.
struct LevelSpot {
  std::string level;  ///< "T6"
  body::Place tip;    ///< in one line down the middle of the back; it goes with the vertebra
};

/// Depends on the body alone; made once for a body.
struct LabelAnchors {
  std::vector<std::vector<body::Place>> spots;  ///< by structure, the middles of triangles; the first few already span it
  std::vector<float> area;                      ///< by structure, mm2
  std::vector<LevelSpot> levels;
};

[[nodiscard]] LabelAnchors label_anchors(const body::Body& body);

}  // namespace dorsum::picture
