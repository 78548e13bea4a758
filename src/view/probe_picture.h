#pragma once
// The depth probe in the picture: a needle at its place, and beside it a ruler of depth with the names of what lies
// there, in order.

#include "dorsum/body/probe.h"
#include "dorsum/view/scene.h"
#include "picture_plane.h"

namespace dorsum::view {

struct ProbePicture {
  std::vector<Stroke> strokes;
  std::vector<Label> labels;
};

[[nodiscard]] ProbePicture picture_of(const body::Probe& probe, const app::State& state, const body::Body& body,
                                      const PicturePlane& plane, const LabelStyle& style);

}  // namespace dorsum::view
