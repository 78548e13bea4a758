#include "glyph_atlas.h"

// The one place of the module that meets stb_truetype; it reads OpenType's cubic outlines too.
#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#include <stb_truetype.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>

#include "dorsum/core/letters.h"

namespace dorsum::render {

/// A face as stb_truetype reads it in place.
struct Font {
  std::vector<std::byte> bytes;
  stbtt_fontinfo info{};

  [[nodiscard]] static std::unique_ptr<Font> read(std::vector<std::byte> bytes) {
    auto font = std::make_unique<Font>();
    font->bytes = std::move(bytes);
    const auto* data = reinterpret_cast<const unsigned char*>(font->bytes.data());
    if (font->bytes.size() < 1024 || stbtt_GetFontOffsetForIndex(data, 0) < 0) return nullptr;
    if (stbtt_InitFont(&font->info, data, stbtt_GetFontOffsetForIndex(data, 0)) == 0) return nullptr;
    return font;
  }
};

namespace {

constexpr int places_in_pixel = 4;
constexpr int texture_width = 2048;
constexpr std::size_t most_pixels = 32U << 20U;  ///< then it begins anew

/// Calls visit(glyph, x) for each letter, x in pixels from the start; returns the text's width.
template <class Visit>
float walk(const Font& font, std::string_view text, float em, const Visit& visit) {
  const float scale = stbtt_ScaleForMappingEmToPixels(&font.info, em);
  float x = 0.0F;
  int before = 0;
  while (!text.empty()) {
    const int glyph = stbtt_FindGlyphIndex(&font.info, static_cast<int>(take_letter(text)));
    if (glyph == 0) continue;
    if (before != 0) x += scale * static_cast<float>(stbtt_GetGlyphKernAdvance(&font.info, before, glyph));
    visit(glyph, x);
    int advance = 0, bearing = 0;
    stbtt_GetGlyphHMetrics(&font.info, glyph, &advance, &bearing);
    x += scale * static_cast<float>(advance);
    before = glyph;
  }
  return x;
}

}  // namespace

struct GlyphAtlas::Impl {
  struct Key {
    int face, glyph, em_64ths, place;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  struct Kept {
    int left = 0, top = 0, width = 0, height = 0;  ///< in the texture
    int offset_x = 0, offset_y = 0;                ///< from the pen to its upper left corner
  };

  std::array<std::unique_ptr<Font>, 2> fonts;
  std::map<Key, Kept> kept;
  std::vector<unsigned char> pixels;  ///< two bytes each
  int height = 0, shelf_top = 0, shelf_height = 0, shelf_x = 0;
  gl::Texture texture;
  bool stale = false;

  [[nodiscard]] const Font* font(Face face) const {
    const auto& italic = fonts[1];
    return face == Face::italic && italic ? italic.get() : fonts[0].get();
  }
  void clear() {
    kept.clear();
    pixels.clear();
    height = shelf_top = shelf_height = shelf_x = 0;
  }
  const Kept& letter(const Font& font, Face face, int glyph, float em, int place);
  void shelve(Kept& room);
};

/// Finds room for a picture of its size.
void GlyphAtlas::Impl::shelve(Kept& room) {
  if (shelf_x + room.width > texture_width) {
    shelf_top += shelf_height;
    shelf_x = shelf_height = 0;
  }
  room.left = shelf_x;
  room.top = shelf_top;
  shelf_x += room.width;
  shelf_height = std::max(shelf_height, room.height);
  if (shelf_top + shelf_height > height) {
    height = std::max(256, 2 * (shelf_top + shelf_height));
    pixels.resize(static_cast<std::size_t>(texture_width) * static_cast<std::size_t>(height) * 2, 0);
  }
}

const GlyphAtlas::Impl::Kept& GlyphAtlas::Impl::letter(const Font& font, Face face, int glyph, float em, int place) {
  const Key key{static_cast<int>(face), glyph, static_cast<int>(std::lround(em * 64.0F)), place};
  if (const auto found = kept.find(key); found != kept.end()) return found->second;

  const float scale = stbtt_ScaleForMappingEmToPixels(&font.info, em);
  const float shift = static_cast<float>(place) / static_cast<float>(places_in_pixel);
  int left = 0, top = 0, right = 0, bottom = 0;
  stbtt_GetGlyphBitmapBoxSubpixel(&font.info, glyph, scale, scale, shift, 0.0F, &left, &top, &right, &bottom);
  const float reach = std::max(2.0F, em * 0.13F);
  const int pad = static_cast<int>(std::ceil(reach)) + 1;
  Kept room{0, 0, std::min(right - left + 2 * pad, texture_width), bottom - top + 2 * pad, left - pad, top - pad};
  if (right <= left || bottom <= top) return kept.emplace(key, Kept{}).first->second;  // a space
  shelve(room);

  const auto width = static_cast<std::size_t>(room.width), rows = static_cast<std::size_t>(room.height);
  std::vector<unsigned char> ink(width * rows, 0);
  stbtt_MakeGlyphBitmapSubpixel(&font.info, ink.data() + static_cast<std::size_t>(pad) * width + static_cast<std::size_t>(pad),
                                right - left, bottom - top, room.width, scale, scale, shift, 0.0F, glyph);
  // The halo: full near the ink, fading over `reach`.
  std::vector<unsigned char> halo(width * rows, 0);
  for (int dy = -pad; dy <= pad; ++dy) {
    for (int dx = -pad; dx <= pad; ++dx) {
      const float strength = std::clamp((reach - std::hypot(static_cast<float>(dx), static_cast<float>(dy))) / (reach * 0.55F), 0.0F, 1.0F);
      if (strength <= 0.0F) continue;
      const auto weight = static_cast<unsigned>(strength * 256.0F);
      for (int y = std::max(0, dy); y < std::min(room.height, room.height + dy); ++y) {
        for (int x = std::max(0, dx); x < std::min(room.width, room.width + dx); ++x) {
          const unsigned value = ink[static_cast<std::size_t>(y - dy) * width + static_cast<std::size_t>(x - dx)] * weight >> 8U;
          unsigned char& here = halo[static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)];
          here = static_cast<unsigned char>(std::max<unsigned>(here, value));
        }
      }
    }
  }
  for (std::size_t y = 0; y < rows; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      const std::size_t at = ((static_cast<std::size_t>(room.top) + y) * texture_width + static_cast<std::size_t>(room.left) + x) * 2;
      pixels[at] = ink[y * width + x];
      pixels[at + 1] = halo[y * width + x];
    }
  }
  stale = true;
  return kept.emplace(key, room).first->second;
}

GlyphAtlas::GlyphAtlas() : impl_(std::make_unique<Impl>()) {}
GlyphAtlas::~GlyphAtlas() = default;
GlyphAtlas::GlyphAtlas(GlyphAtlas&&) noexcept = default;
GlyphAtlas& GlyphAtlas::operator=(GlyphAtlas&&) noexcept = default;

void GlyphAtlas::set_fonts(std::vector<std::byte> upright, std::vector<std::byte> italic) {
  impl_->clear();
  impl_->fonts = {Font::read(std::move(upright)), Font::read(std::move(italic))};
}

bool GlyphAtlas::has_font() const { return impl_->fonts[0] != nullptr; }

std::vector<GlyphAtlas::Letter> GlyphAtlas::set(std::string_view text, Face face, float em, float fraction) {
  std::vector<Letter> letters;
  const Font* font = impl_->font(face);
  if (font == nullptr) return letters;
  walk(*font, text, em, [&](int glyph, float x) {
    const auto quarters = static_cast<int>(std::floor((x + fraction) * static_cast<float>(places_in_pixel) + 0.5F));
    const int place = ((quarters % places_in_pixel) + places_in_pixel) % places_in_pixel;
    const Impl::Kept& room = impl_->letter(*font, face, glyph, em, place);
    if (room.width == 0) return;
    const glm::vec2 low(static_cast<float>((quarters - place) / places_in_pixel + room.offset_x), static_cast<float>(room.offset_y));
    const glm::vec2 from(static_cast<float>(room.left), static_cast<float>(room.top));
    const glm::vec2 extent(static_cast<float>(room.width), static_cast<float>(room.height));
    letters.push_back({low, low + extent, from, from + extent});
  });
  return letters;
}

float GlyphAtlas::width(std::string_view text, Face face, float em) const {
  const Font* font = impl_->font(face);
  return font == nullptr ? 0.0F : walk(*font, text, em, [](int, float) {});
}

void GlyphAtlas::bind(unsigned int unit) {
  Impl& my = *impl_;
  if (my.stale) {
    my.texture = gl::Texture(texture_width, my.height, GL_RG8, GL_NEAREST);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, texture_width, my.height, GL_RG, GL_UNSIGNED_BYTE, my.pixels.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    my.stale = false;
  }
  my.texture.bind(unit);
  // Sizes come and go as a window is resized: begin anew before they fill the memory. What was just set stays
  // in the texture until the next letter is made.
  if (my.pixels.size() > most_pixels) my.clear();
}

glm::vec2 GlyphAtlas::size() const { return {static_cast<float>(texture_width), static_cast<float>(impl_->height)}; }

}  // namespace dorsum::render
