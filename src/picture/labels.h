#pragma once
// Names beside the figure: which structures are named at the present depth, the visible spot each leader
// points to, and where the names stand.

#include <span>

#include "dorsum/picture/scene.h"
#include "label_anchors.h"
#include "picture_plane.h"

namespace dorsum::picture {

/// Size and colours of text in the picture.
[[nodiscard]] drawing::LabelStyle label_style_of(const state::State& state, drawing::Viewport viewport);

/// What names may point to: spots of the surfaces, and the faces that a section has cut.
struct NameSpots {
  const LabelAnchors& anchors;
  std::span<const drawing::SectionCut> cuts;
};

/// `foot`: pixels at the foot of the right column that something else takes.
[[nodiscard]] std::vector<drawing::Label> labels_of(const state::State& state, const body::Body& body, const NameSpots& spots,
                                           const PicturePlane& plane, const drawing::LabelStyle& style, const words::Catalogue& words, float foot = 0.0F);

/// A name in one line, or in two of like length where it is long.
[[nodiscard]] std::vector<std::string> in_lines(const std::string& name);

}  // namespace dorsum::picture
