#pragma once
// Arrows along the selected muscle's fibres, the way it pulls.

#include "dorsum/picture/scene.h"
#include "label_anchors.h"
#include "picture_plane.h"

namespace dorsum::picture {

/// A line along a muscle's fibres, from insertion toward origin, on its surface.
struct FibreLine {
  std::vector<body::Place> points;   ///< `fibre_step` mm apart
  std::size_t seed = 0;              ///< index of the spot that it was begun at
};
inline constexpr float fibre_step = 2.5F;  ///< mm

/// Lines through spots spread over a mesh, the first few already span it; fewer where fibres are short or their coordinates
/// say nothing. `spots` are of that structure.
[[nodiscard]] std::vector<FibreLine> fibre_lines(const body::Body& body, std::size_t structure, const std::vector<body::Place>& spots);

/// Arrows that are whole, in sight from end to end and far enough apart to be told from each other; as long as a few letters
/// wherever the eye is, `most` of them. None for what has no fibres or shows too small.
[[nodiscard]] std::vector<drawing::Stroke> fibre_arrows_of(const std::vector<FibreLine>& lines, const PicturePlane& plane, const drawing::LabelStyle& style, float flow, std::size_t most);

}  // namespace dorsum::picture
