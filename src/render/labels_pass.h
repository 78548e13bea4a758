#pragma once
// Names and numbers over the finished picture: text with a halo, thin leaders, a dot at each leader's end.

#include <array>
#include <string_view>
#include <vector>

#include "glyph_atlas.h"
#include "pass.h"

namespace dorsum::render {

class LabelsPass {
 public:
  [[nodiscard]] static Result<LabelsPass> create();
  void set_fonts(std::vector<std::byte> upright, std::vector<std::byte> italic) {
    glyphs_.set_fonts(std::move(upright), std::move(italic));
  }
  void draw(const Shot& shot);

  struct Text {
    std::string_view words;
    GlyphAtlas::Face face;
    glm::vec2 start;  ///< pixels, origin top left; on the baseline
    float em;
    glm::vec3 ink;    ///< as seen
  };
  /// Texts of others, over all that is there.
  void write(const Shot& shot, const std::vector<Text>& texts);
  [[nodiscard]] bool can_write() const { return glyphs_.has_font(); }
  /// Pixels that upright text is wide.
  [[nodiscard]] float width(std::string_view words, float em) const { return glyphs_.width(words, GlyphAtlas::Face::upright, em); }

 private:
  LabelsPass() = default;

  /// A corner of what is drawn. What it means depends on `shape.x` (label.frag).
  struct Corner {
    glm::vec2 at;     ///< pixels, origin top left
    glm::vec2 local;
    glm::vec4 colour;
    glm::vec2 shape;
  };
  void add_quad(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d, const std::array<glm::vec2, 4>& local, glm::vec4 colour, glm::vec2 shape);
  void add_line(glm::vec2 from, glm::vec2 to, float half_width, glm::vec4 colour);
  void add_dot(glm::vec2 at, float radius, glm::vec4 colour);
  void add_texts(const std::vector<Text>& texts, glm::vec3 paper);
  void add_names(const Shot& shot, std::vector<Text>& texts);
  void add_numbers(const Shot& shot, std::vector<Text>& texts) const;
  void draw_corners(const Shot& shot);

  std::vector<Corner> corners_;
  GlyphAtlas glyphs_;
  gl::Program program_;
  gl::Buffer buffer_{GL_ARRAY_BUFFER};
  gl::VertexArray array_;
};

}  // namespace dorsum::render
