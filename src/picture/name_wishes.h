#pragma once
// Names that want a place beside the figure.

#include "dorsum/picture/scene.h"
#include "lookout.h"

namespace dorsum::picture {

struct NameWish {
  std::vector<drawing::LabelLine> lines;
  glm::vec2 anchor{0.0F};
  std::size_t structure = 0;
  float weight = 0.0F;    ///< the lightest go where room lacks
  bool selected = false;
  bool right = false;     ///< stands in the right column
};

/// Which column a name stands in: decided by where a spot lies that is fixed to the body, so that it changes at one moment of a turn, not to and fro with what is in sight. What lies in the midline stays on the right
/// until it is clearly left of the middle.
[[nodiscard]] bool stands_right(float spot_x, bool in_midline, drawing::Viewport viewport);

/// Bony landmarks under closed skin, by which a hand finds its way: a paired one once.
[[nodiscard]] std::vector<NameWish> skin_names(const state::State& state, const body::Stance& stance, const Lookout& lookout,
                                               drawing::Viewport viewport, const words::Catalogue& words);

/// Level tags down the spine, on the tips of the spinous processes that face the eye, and the numbers of the ribs at
/// their outer ends. Where tags would touch, those between go.
[[nodiscard]] std::vector<drawing::Label> spine_levels(const LabelAnchors& anchors, const PicturePlane& plane, Field field, float em);

struct RibInSight {
  std::size_t structure = 0;
  int number = 0;
  Sighting sighting;
};
/// Numbers the ribs of the side that shows more of them, at their outer ends, and names them once together.
[[nodiscard]] std::vector<drawing::Label> rib_numbers(const std::vector<RibInSight>& ribs, const body::Body& body, const PicturePlane& plane,
                                             float em, std::vector<NameWish>& wishes, state::Names style, const words::Catalogue& words);

[[nodiscard]] std::vector<drawing::LabelLine> lines_of(state::Names style, const std::string& plain, const std::string& latin);

}  // namespace dorsum::picture
