#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "dorsum/io/image.h"

namespace dorsum::io {
namespace {

constexpr int gain = 8;  ///< a difference of 32 of 255 is shown at full strength

Result<void> check_sizes(const Image& a, const Image& b) {
  if (a.width == b.width && a.height == b.height && a.rgba.size() == b.rgba.size() && !a.rgba.empty()) return {};
  return bad_input({}, to_fill("the pictures are {width} x {height} and {other_width} x {other_height} pixels", fmt::arg("width", a.width), fmt::arg("height", a.height), fmt::arg("other_width", b.width), fmt::arg("other_height", b.height)),
                   to_say("compare pictures of one size"));
}

}  // namespace

Result<ImageDifference> difference_of(const Image& a, const Image& b) {
  if (const auto same = check_sizes(a, b); !same) return Failure(same.error());
  int maximum = 0;
  double sum = 0.0;
  for (std::size_t i = 0; i < a.rgba.size(); ++i) {
    const int difference = std::abs(int{a.rgba[i]} - int{b.rgba[i]});
    maximum = std::max(maximum, difference);
    sum += difference;
  }
  return ImageDifference{static_cast<double>(maximum), sum / static_cast<double>(a.rgba.size())};
}

Result<Image> difference_picture(const Image& a, const Image& b) {
  if (const auto same = check_sizes(a, b); !same) return Failure(same.error());
  Image picture{a.width, a.height, std::vector<std::uint8_t>(a.rgba.size(), 255)};
  for (std::size_t i = 0; i < a.rgba.size(); ++i) {
    if (i % 4 == 3) continue;  // alpha stays opaque, or nothing would be seen
    picture.rgba[i] = static_cast<std::uint8_t>(std::min(255, gain * std::abs(int{a.rgba[i]} - int{b.rgba[i]})));
  }
  return picture;
}

}  // namespace dorsum::io
