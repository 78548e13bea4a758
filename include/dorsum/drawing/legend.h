#pragma once
// What the signs on the picture mean: in its corner, each sign as the picture has it and the words beside it.

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <string>
#include <vector>

#include "dorsum/drawing/stroke.h"

namespace dorsum::drawing {

/// A small piece of picture, `legend_sign` ems large.
struct LegendSign {
  enum class Kind : std::uint8_t {
    skin,     ///< with `scalars` and `patterns` as the scene's skin has them, dotted where scalars.y says so
    bone,     ///< with the tint of `ends`, as TintVertex has them
    mark,     ///< a trigger point's: lit, covered, `text` beside it
    patch,    ///< `colour`, as strong as `opacity` says
    strokes,  ///< pixels are ems here, from the sign's middle
    text      ///< `text` alone
  };
  Kind kind = Kind::text;
  glm::vec4 scalars{0.0F}, patterns{0.0F};
  glm::vec2 ends{0.0F};
  glm::vec3 colour{0.0F};  ///< linear RGB
  float opacity = 1.0F;
  bool lit = false, covered = false;
  std::vector<Stroke> strokes;
  std::string text;  ///< UTF-8
  friend bool operator==(const LegendSign&, const LegendSign&) = default;
};

struct LegendLine {
  LegendSign sign;
  std::string words;  ///< UTF-8
  friend bool operator==(const LegendLine&, const LegendLine&) = default;
};

struct Legend {
  std::vector<LegendLine> lines;
  float em = 13.0F;  ///< pixels
};

// In ems of the legend.
inline constexpr glm::vec2 legend_sign{2.3F, 1.15F};
inline constexpr float legend_row = 1.6F, legend_padding = 0.7F, legend_margin = 0.9F, legend_gap = 0.7F;

/// Pixels that a legend takes at the picture's foot.
[[nodiscard]] inline float height_of(const Legend& legend) {
  return (static_cast<float>(legend.lines.size()) * legend_row + 2.0F * legend_padding + legend_margin) * legend.em;
}

}  // namespace dorsum::drawing
