#pragma once
// Lines over the picture.

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace dorsum::drawing {

/// A line over the picture, as wide as its points say.
struct StrokePoint {
  glm::vec2 at{0.0F};        ///< pixels, origin top left
  float half_width = 1.0F;   ///< pixels
  float opacity = 1.0F;
  friend bool operator==(const StrokePoint&, const StrokePoint&) = default;
};
struct Stroke {
  std::vector<StrokePoint> points;
  glm::vec3 colour{0.0F};  ///< linear RGB
  float dash = 0.0F;       ///< pixels of a dash and its gap together; 0: solid
  bool halo = true;        ///< a pale edge keeps it legible on the figure
  enum class Of : std::uint8_t { nothing, arc, lens, needle, ruler, mark, fibres };
  Of of = Of::nothing;     ///< what it is, for the legend: nothing is drawn by it
  friend bool operator==(const Stroke&, const Stroke&) = default;
};

}  // namespace dorsum::drawing
