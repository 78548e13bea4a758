#pragma once
// Text in the picture: names and the numbers beside marks.

#include <cstddef>
#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

namespace dorsum::drawing {

/// One line of a name: plain names stand upright, Latin ones in italics.
struct LabelLine {
  std::string text;  ///< UTF-8
  bool italic = false;
};

/// A name beside the figure with a leader to a visible spot of what it names, or a short one on the spot
/// itself. Pixels, origin top left.
struct Label {
  enum class Side : std::uint8_t { left, right, spot };
  Side side = Side::spot;
  std::vector<LabelLine> lines;
  glm::vec2 place{0.0F};   ///< middle of the text's edge that faces the figure; of the text for a spot
  glm::vec2 anchor{0.0F};  ///< where the leader ends
  static constexpr std::size_t of_none = static_cast<std::size_t>(-1);
  std::size_t structure = 0;  ///< whose it is, or of_none: nothing is drawn by it
  bool selected = false;
  float size = 1.0F;  ///< of its letters, in LabelStyle::em; a spot's are a little smaller
};

inline constexpr float label_line_height = 1.2F;  ///< ems from line to line
inline constexpr float label_leader_gap = 0.45F;   ///< ems between a name and its leader

/// How text in the picture looks.
struct LabelStyle {
  float em = 13.0F;        ///< pixels
  float mark = 8.0F;       ///< pixels from a trigger point's mark's middle to its edge
  float mark_em = 13.0F;   ///< pixels, of the numbers beside marks
  glm::vec3 ink{0.0F};     ///< linear RGB
  glm::vec3 paper{1.0F};   ///< linear RGB of the halo that keeps text legible on the figure
};

}  // namespace dorsum::drawing
