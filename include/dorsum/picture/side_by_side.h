#pragma once
// Two trigger points side by side: two pictures of one body, with one camera.

#include <vector>

#include "dorsum/picture/scene.h"

namespace dorsum::picture {

/// The states to draw, left to right: the state itself or, while two points are compared, each alone.
[[nodiscard]] std::vector<state::State> pictures_of(const state::State& state);

/// The part of a picture of width x height pixels that one of `count` pictures side by side has.
[[nodiscard]] drawing::Viewport part_of(int width, int height, std::size_t count, std::size_t which);

}  // namespace dorsum::picture
