#pragma once
// Pictures: 8-bit RGBA, rows from the top.

#include <cstdint>
#include <filesystem>
#include <vector>

#include "dorsum/core/result.h"

namespace dorsum::io {

struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;  ///< width * height * 4
};

/// Refuses what is not an image, is damaged, or is larger than 16384 on a side.
[[nodiscard]] Result<Image> read_image(const std::filesystem::path& file);
/// Written whole or not at all.
[[nodiscard]] Result<void> write_png(const std::filesystem::path& file, const Image& image);

struct ImageDifference {
  double maximum = 0.0;  ///< largest difference of any channel of any pixel, 0..255
  double mean = 0.0;     ///< mean over all channels and pixels, 0..255
};
/// Fails when sizes differ.
[[nodiscard]] Result<ImageDifference> difference_of(const Image& a, const Image& b);
/// |a - b|, scaled so that small differences can be seen.
[[nodiscard]] Result<Image> difference_picture(const Image& a, const Image& b);

}  // namespace dorsum::io
