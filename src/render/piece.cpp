#include "piece.h"

#include <algorithm>
#include <glm/ext/matrix_transform.hpp>

#include "dorsum/render/renderer.h"

namespace dorsum::render {
namespace {

float radical_inverse(int index, int base) {
  float part = 1.0F, sum = 0.0F;
  for (int rest = index; rest > 0; rest /= base) {
    part /= static_cast<float>(base);
    sum += part * static_cast<float>(rest % base);
  }
  return sum;
}

}  // namespace

glm::mat4 projection_of(const Piece& piece, const glm::mat4& whole, drawing::Viewport viewport) {
  const glm::vec2 all(viewport.width, viewport.height), size(piece.width, piece.height);
  const glm::vec2 middle = glm::vec2(piece.left, piece.bottom) + 0.5F * size + piece.jitter;
  const glm::vec2 centre = middle / all * 2.0F - 1.0F;  // in device coordinates of the whole
  glm::mat4 narrowed(1.0F);
  narrowed[0][0] = all.x / size.x;
  narrowed[1][1] = all.y / size.y;
  // Clip space: the shift grows with w.
  narrowed[3][0] = -centre.x * narrowed[0][0];
  narrowed[3][1] = -centre.y * narrowed[1][1];
  return narrowed * whole;
}

float rounding_of(int sample) {
  return radical_inverse(sample, 2) + 0.5F / static_cast<float>(Renderer::full_samples);
}

glm::vec2 jitter_of(int sample) {
  return glm::vec2(radical_inverse(sample + 1, 2), radical_inverse(sample + 1, 3)) - 0.5F;
}

std::vector<Tile> tiles_of(drawing::Viewport viewport, int side, int margin) {
  std::vector<Tile> tiles;
  for (int bottom = 0; bottom < viewport.height; bottom += side) {
    for (int left = 0; left < viewport.width; left += side) {
      Tile tile{left, bottom, std::min(side, viewport.width - left), std::min(side, viewport.height - bottom), {}};
      const int from_x = std::max(0, left - margin), from_y = std::max(0, bottom - margin);
      const int to_x = std::min(viewport.width, left + tile.width + margin), to_y = std::min(viewport.height, bottom + tile.height + margin);
      tile.drawn = {.left = from_x, .bottom = from_y, .width = to_x - from_x, .height = to_y - from_y};
      tiles.push_back(tile);
    }
  }
  return tiles;
}

}  // namespace dorsum::render
