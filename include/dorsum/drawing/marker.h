#pragma once
// Spots drawn over the picture.

#include <glm/vec3.hpp>
#include <string>

namespace dorsum::drawing {

/// A trigger point's mark.
struct Marker {
  glm::vec3 position{0.0F};  ///< mm
  std::string label;         ///< number as on charts: "3"
  std::string trigger;       ///< whose it is: nothing is drawn by it
  bool on = false;           ///< its zones are lit
  bool covered = false;      ///< something visible lies between it and the eye
  bool numbered = false;     ///< its label is written beside it: it is on, or of the selected muscle
};

}  // namespace dorsum::drawing
