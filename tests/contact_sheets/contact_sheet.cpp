// contact_sheet OUT.png COLUMNS PARTS [PICTURE.png CAPTION]...: pictures in rows with their captions under them, each
// made so many times smaller. `-` for a picture leaves its place empty.

#include <fmt/format.h>
#include <stb/stb_easy_font.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "dorsum/io/image.h"

namespace {

using dorsum::io::Image;

constexpr int caption_height = 22;  // pixels
constexpr int font_scale = 1;       // stb_easy_font's letters are about 7 pixels high

struct Entry {
  Image picture;
  std::string caption;
};

void put(Image& sheet, int x, int y, std::uint8_t grey) {
  if (x < 0 || y < 0 || x >= sheet.width || y >= sheet.height) return;
  std::uint8_t* const pixel = &sheet.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(sheet.width) + static_cast<std::size_t>(x))];
  pixel[0] = pixel[1] = pixel[2] = grey;
  pixel[3] = 255;
}

void draw_picture(Image& sheet, const Image& picture, int left, int top) {
  for (int y = 0; y < picture.height; ++y) {
    const auto from = static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) * 4;
    const auto to = (static_cast<std::size_t>(top + y) * static_cast<std::size_t>(sheet.width) + static_cast<std::size_t>(left)) * 4;
    std::memcpy(&sheet.rgba[to], &picture.rgba[from], static_cast<std::size_t>(picture.width) * 4);
  }
}

/// The mean of `parts` by `parts` pixels for each.
Image made_smaller(const Image& picture, int parts) {
  Image small{picture.width / parts, picture.height / parts, {}};
  const auto step = static_cast<std::size_t>(parts), width = static_cast<std::size_t>(picture.width);
  for (std::size_t y = 0; y < static_cast<std::size_t>(small.height); ++y) {
    for (std::size_t i = 0; i < 4 * static_cast<std::size_t>(small.width); ++i) {
      std::size_t sum = 0;
      for (std::size_t k = 0; k < step * step; ++k) sum += picture.rgba[4 * ((y * step + k / step) * width + i / 4 * step + k % step) + i % 4];
      small.rgba.push_back(static_cast<std::uint8_t>(sum / (step * step)));
    }
  }
  return small;
}

/// The font comes as rectangles.
void draw_caption(Image& sheet, std::string text, int left, int top) {
  struct Corner {
    float x, y, z;
    unsigned char colour[4];
  };
  std::vector<Corner> corners(text.size() * 120 + 4);
  const int quads = stb_easy_font_print(0.0F, 0.0F, text.data(), nullptr, corners.data(), static_cast<int>(corners.size() * sizeof(Corner)));
  for (int q = 0; q < quads; ++q) {
    const Corner& low = corners[static_cast<std::size_t>(4 * q)];
    const Corner& high = corners[static_cast<std::size_t>(4 * q + 2)];
    for (int y = static_cast<int>(low.y) * font_scale; y < static_cast<int>(high.y) * font_scale; ++y)
      for (int x = static_cast<int>(low.x) * font_scale; x < static_cast<int>(high.x) * font_scale; ++x) put(sheet, left + x, top + y, 20);
  }
}

int run(int count, char** words) {
  if (count < 6 || count % 2 == 1) {
    fmt::print(stderr, "usage: contact_sheet OUT.png COLUMNS PARTS [PICTURE.png CAPTION]...\n");
    return 2;
  }
  const int columns = std::max(1, std::stoi(words[2])), parts = std::max(1, std::stoi(words[3]));
  std::vector<Entry> entries;
  int width = 1, height = 1;
  for (int i = 4; i + 1 < count; i += 2) {
    Entry entry{{}, words[i + 1]};
    if (std::string(words[i]) != "-") {
      auto picture = dorsum::io::read_image(words[i]);
      if (!picture) {
        fmt::print(stderr, "{}\n", picture.error().message());
        return 1;
      }
      entry.picture = made_smaller(*picture, parts);
    }
    width = std::max(width, entry.picture.width);
    height = std::max(height, entry.picture.height);
    entries.push_back(std::move(entry));
  }
  const int rows = (static_cast<int>(entries.size()) + columns - 1) / columns;
  Image sheet{columns * width, rows * (height + caption_height), {}};
  sheet.rgba.assign(static_cast<std::size_t>(sheet.width) * static_cast<std::size_t>(sheet.height) * 4, 255);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const int left = static_cast<int>(i) % columns * width;
    const int top = static_cast<int>(i) / columns * (height + caption_height);
    draw_picture(sheet, entries[i].picture, left, top);
    draw_caption(sheet, entries[i].caption, left + 6, top + height + 7);
  }
  const auto written = dorsum::io::write_png(words[1], sheet);
  if (!written) fmt::print(stderr, "{}\n", written.error().message());
  return written ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  try {
    return run(count, words);
  } catch (const std::exception& problem) {
    fmt::print(stderr, "contact_sheet: {}\n", problem.what());
    return 1;
  }
}
