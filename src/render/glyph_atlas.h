#pragma once
// Letters of a font as pictures in one texture: red is the ink, green a soft halo around it. Made at the sizes
// and places within a pixel that are asked for, so that small text is crisp.

#include <cstddef>
#include <glm/vec2.hpp>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "dorsum/gl/framebuffer.h"

namespace dorsum::render {

class GlyphAtlas {
 public:
  enum class Face : unsigned char { upright, italic };

  GlyphAtlas();
  ~GlyphAtlas();
  GlyphAtlas(GlyphAtlas&&) noexcept;
  GlyphAtlas& operator=(GlyphAtlas&&) noexcept;

  /// Takes the bytes of OpenType or TrueType fonts; one that can't be read is passed over. Italic text falls
  /// back on the upright face.
  void set_fonts(std::vector<std::byte> upright, std::vector<std::byte> italic);
  [[nodiscard]] bool has_font() const;

  /// One letter's rectangle in the picture and in the texture.
  struct Letter {
    glm::vec2 low{0.0F}, high{0.0F};    ///< pixels from the text's start on its baseline, y down
    glm::vec2 from{0.0F}, to{0.0F};     ///< pixels of the texture
  };
  /// Sets UTF-8 text at `em` pixels, its start `fraction` of a pixel right of a whole one; letters it lacks are
  /// left out. The texture may be remade larger until `bind`; letters' places in it stay.
  [[nodiscard]] std::vector<Letter> set(std::string_view text, Face face, float em, float fraction = 0.0F);
  /// Pixels that text is wide.
  [[nodiscard]] float width(std::string_view text, Face face, float em) const;
  /// Pixels from the baseline up to the top of an x, about.
  [[nodiscard]] static float x_height(float em) { return 0.53F * em; }

  /// Sends what is new to the texture and binds it to a unit.
  void bind(unsigned int unit);
  [[nodiscard]] glm::vec2 size() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dorsum::render
