#pragma once
// A rectangle of the picture that is drawn at once, a fraction of a pixel aside: pictures are antialiased by
// the mean of many such samples, and large ones are made of tiles.

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <vector>

#include "dorsum/drawing/scene.h"

namespace dorsum::render {

struct Piece {
  int left = 0, bottom = 0;  ///< pixels of the whole picture
  int width = 1, height = 1;
  glm::vec2 jitter{0.0F};    ///< pixels, -0.5 to 0.5
};

/// The whole picture's projection, narrowed to a piece.
[[nodiscard]] glm::mat4 projection_of(const Piece& piece, const glm::mat4& whole, drawing::Viewport viewport);

/// Where in its pixel a sample lies: the Halton sequence in bases 2 and 3 (Halton 1960), which covers the
/// pixel evenly however many samples are taken.
[[nodiscard]] glm::vec2 jitter_of(int sample);

/// What is added to a sample before it is rounded down, in parts of a step: evenly spread from 0 to 1, however many samples are
/// taken, so that their mean is finer than the steps.
[[nodiscard]] float rounding_of(int sample);

/// What a tile shows, and what is drawn for it: a margin around it for passes that look at neighbouring pixels.
struct Tile {
  int left = 0, bottom = 0, width = 1, height = 1;
  Piece drawn;
};
/// Tiles of at most `side` pixels that cover the picture.
[[nodiscard]] std::vector<Tile> tiles_of(drawing::Viewport viewport, int side, int margin);

}  // namespace dorsum::render
