#include "dorsum/terminal/fonts.h"

#include <fmt/format.h>

#include <cstdio>

#include "dorsum/opening/places.h"

namespace dorsum::terminal {

void give_fonts(render::Renderer& renderer) {
  opening::FontBytes fonts = opening::read_fonts();
  if (fonts.upright.empty()) {
    fmt::print(stderr, "dorsum: the font Inter is not there: names in the picture are left out (install fonts-inter)\n");
  }
  renderer.set_fonts(std::move(fonts.upright), std::move(fonts.italic));
}

}  // namespace dorsum::terminal
