#pragma once
// An area of skin, told by landmarks (content.h, practice.h).

#include <string>
#include <vector>

namespace dorsum::atlas {

/// The side of the body from which an anchor is carried onto the skin.
enum class Face { dorsal, ventral, lateral, medial, top };

struct SkinArea {
  bool path = false;   ///< false: a spot (one anchor); true: a polyline of anchors
  std::vector<std::string> anchors;  ///< formulas, right side
  float radius_mm = 0.0F;            ///< disc radius or half-width of the band, before body_scale
  Face face = Face::dorsal;
};

}  // namespace dorsum::atlas
