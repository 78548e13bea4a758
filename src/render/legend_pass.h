#pragma once
// The legend in the picture's lower right corner, over all else.

#include "labels_pass.h"
#include "pass.h"
#include "strokes_pass.h"

namespace dorsum::render {

class LegendPass {
 public:
  [[nodiscard]] static Result<LegendPass> create();
  /// Its lines are drawn by `strokes` and its words by `labels`.
  void draw(const Shot& shot, StrokesPass& strokes, LabelsPass& labels);

 private:
  LegendPass() = default;
  /// Where everything stands, in pixels from the picture's upper left corner; kept while the legend and the picture's size do.
  struct Layout {
    std::shared_ptr<const drawing::Legend> of;
    glm::ivec2 size{0};
    glm::vec2 low{0.0F}, high{0.0F};      ///< of the paper
    std::vector<glm::vec2> signs;         ///< upper left corner of each line's sign
    std::vector<drawing::Stroke> strokes;
    float em = 0.0F;
  };
  void lay_out(const Shot& shot, const LabelsPass& labels);
  void draw_box(const Shot& shot, glm::vec2 low, glm::vec2 high, int kind) const;
  void draw_sign(const Shot& shot, const drawing::LegendSign& sign, glm::vec2 low) const;

  Layout layout_;
  gl::Program program_;
  gl::VertexArray nothing_;
};

}  // namespace dorsum::render
