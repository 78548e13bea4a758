#include "dorsum/easel/still_picture.h"

#include <utility>
#include <vector>

#include "dorsum/picture/side_by_side.h"

namespace dorsum::easel {
namespace {

/// Pictures of one height, left to right, as one.
render::Pixels side_by_side(std::vector<render::Pixels> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  render::Pixels whole{0, parts.front().height, {}};
  for (const render::Pixels& part : parts) whole.width += part.width;
  for (int y = 0; y < whole.height; ++y) {
    for (const render::Pixels& part : parts) {
      const auto row = static_cast<std::ptrdiff_t>(part.width) * 4;
      whole.rgba.insert(whole.rgba.end(), part.rgba.begin() + y * row, part.rgba.begin() + (y + 1) * row);
    }
  }
  return whole;
}

}  // namespace

Result<render::Pixels> still_picture(render::Renderer& renderer, const state::State& state, const body::Body& body, drawing::Viewport size,
                                     render::Quality quality, render::Ground ground, const words::Catalogue& words) {
  const auto states = picture::pictures_of(state);
  if (static_cast<std::size_t>(size.width) < states.size())
    return bad_input("--size", to_say("the picture is too narrow for two side by side"), to_say("make it wider"));
  std::vector<render::Pixels> parts;
  for (std::size_t i = 0; i < states.size(); ++i) {
    const drawing::Viewport part = picture::part_of(size.width, size.height, states.size(), i);
    auto pixels = renderer.snapshot(picture::make_scene(states[i], body, part, {}, nullptr, {}, words), part, quality, ground);
    if (!pixels) return pixels;
    parts.push_back(*std::move(pixels));
  }
  return side_by_side(std::move(parts));
}

}  // namespace dorsum::easel
