#pragma once
// The legend: a line for each kind of sign that is on the picture, and none for what isn't.

#include "dorsum/picture/scene.h"
#include "picture_plane.h"
#include "skin_scalars.h"

namespace dorsum::picture {

/// Lines of what the scene has so far. `memo` has the samples of what is painted on its skin.
[[nodiscard]] std::vector<drawing::LegendLine> legend_lines(const drawing::Scene& scene, const state::State& state, const body::Body& body,
                                                            const PicturePlane& plane, const SceneMemo& memo, const words::Catalogue& words);

/// A legend of these lines, the one before where it says the same; null when there are none.
[[nodiscard]] std::shared_ptr<const drawing::Legend> legend_of(std::vector<drawing::LegendLine> lines, float em,
                                                               const std::shared_ptr<const drawing::Legend>& before);

}  // namespace dorsum::picture
