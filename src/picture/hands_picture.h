#pragma once
// The ribbons of strokes and the hatching of places not to press, as triangles over the skin.

#include <memory>
#include <vector>

#include "dorsum/picture/hands.h"
#include "dorsum/picture/scene.h"
#include "picture_plane.h"

namespace dorsum::picture {

/// Kept in the memo while strokes, places and skin stay as they are; null where nothing is shown.
[[nodiscard]] std::shared_ptr<const std::vector<drawing::HandVertex>> hands_picture(const state::State& state, const body::Stance& stance, const answers::Answers& answers,
                                                                                    SceneMemo& memo);

/// Words for what a lying body's picture would leave in doubt: left, right, head and feet at its edges.
[[nodiscard]] std::vector<drawing::Label> lying_words(const state::State& state, const body::Stance& stance, const PicturePlane& plane, const drawing::LabelStyle& style,
                                                      const words::Catalogue& words);

/// The hands of a still picture: each stroke's own, a third of the way along.
[[nodiscard]] std::vector<drawing::Stroke> still_hands(const massage::Laid& laid, const PicturePlane& plane, const drawing::LabelStyle& style, glm::vec3 colour);

}  // namespace dorsum::picture
