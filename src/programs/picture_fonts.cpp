#include "picture_fonts.h"

#include <fmt/format.h>

#include <cstddef>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

namespace dorsum::programs {
namespace {

/// A file's bytes; none when it is empty, unreadable or no file.
std::vector<std::byte> bytes_of(const std::string& file) {
  if (file.empty()) return {};
  std::ifstream in(file, std::ios::binary);
  const std::vector<char> read{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const auto bytes = std::as_bytes(std::span(read));
  return {bytes.begin(), bytes.end()};
}

}  // namespace

void give_fonts(render::Renderer& renderer) {
  const opening::FontPlaces fonts = opening::find_fonts();
  std::vector<std::byte> upright = bytes_of(fonts.regular);
  if (upright.empty()) {
    fmt::print(stderr, "dorsum: the font Inter is not there: names in the picture are left out (install fonts-inter)\n");
  }
  renderer.set_fonts(std::move(upright), bytes_of(fonts.italic));
}

}  // namespace dorsum::programs
