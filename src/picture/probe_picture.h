#pragma once
// The depth probe in the picture: a needle at its place, and beside it a ruler of depth with the names of what lies
// there, in order.

#include "dorsum/body/probe.h"
#include "dorsum/picture/scene.h"
#include "picture_plane.h"

namespace dorsum::picture {

struct ProbePicture {
  std::vector<drawing::Stroke> strokes;
  std::vector<drawing::Label> labels;
};

/// `foot`: pixels at the picture's foot, on its right side, that something else takes.
[[nodiscard]] ProbePicture picture_of(const body::Probe& probe, const state::State& state, const body::Body& body,
                                      const PicturePlane& plane, const drawing::LabelStyle& style, const words::Catalogue& words, float foot = 0.0F);

}  // namespace dorsum::picture
