#pragma once
// Where names stand beside the figure: two columns, sorted by height, nothing over anything, no leader across
// another. Works on rectangles and points in pixels (origin top left) alone.

#include <glm/vec2.hpp>
#include <vector>

namespace dorsum::picture {

/// A name that wants a place.
struct LabelWish {
  glm::vec2 anchor{0.0F};  ///< the spot it names
  float height = 0.0F;     ///< of its text
  float weight = 0.0F;     ///< the lightest go where room lacks
};

/// One column: leaders leave it at `edge`, names stand between `top` and `bottom`.
struct LabelColumn {
  float edge = 0.0F, top = 0.0F, bottom = 0.0F;
  float gap = 0.0F;        ///< least room between two names
  std::size_t most = 12;   ///< names at most
};

struct LabelPlace {
  std::size_t wish = 0;    ///< index into the wishes
  float middle = 0.0F;     ///< height of the text's middle
};

/// Places from the top down. The same wishes in any order get the same places.
[[nodiscard]] std::vector<LabelPlace> lay_out(const std::vector<LabelWish>& wishes, const LabelColumn& column);

/// Whether two leaders, from a column's edge to their anchors, cross.
[[nodiscard]] bool leaders_cross(glm::vec2 edge_a, glm::vec2 anchor_a, glm::vec2 edge_b, glm::vec2 anchor_b);

}  // namespace dorsum::picture
