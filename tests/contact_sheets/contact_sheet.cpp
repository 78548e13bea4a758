// contact_sheet OUT.png COLUMNS [PICTURE.png CAPTION]...: pictures in rows with their captions under them. `-` for a
// picture leaves its place empty.

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
  if (count < 5 || count % 2 == 0) {
    fmt::print(stderr, "usage: contact_sheet OUT.png COLUMNS [PICTURE.png CAPTION]...\n");
    return 2;
  }
  const int columns = std::max(1, std::stoi(words[2]));
  std::vector<Entry> entries;
  int width = 1, height = 1;
  for (int i = 3; i + 1 < count; i += 2) {
    Entry entry{{}, words[i + 1]};
    if (std::string(words[i]) != "-") {
      auto picture = dorsum::io::read_image(words[i]);
      if (!picture) {
        fmt::print(stderr, "{}\n", picture.error().message());
        return 1;
      }
      entry.picture = std::move(*picture);
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
