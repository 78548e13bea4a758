#include "legend_pass.h"

#include <algorithm>

#include "shader_library.h"

namespace dorsum::render {
namespace {

// What legend.frag is to draw.
constexpr int kind_paper = 0, kind_skin = 1, kind_bone = 2, kind_mark = 3, kind_colour = 4;
constexpr float paper_opacity = 0.86F;
constexpr float lit_mark = 0.52F, unlit_mark = 0.34F;  ///< ems from the middle to the edge

}  // namespace

Result<LegendPass> LegendPass::create() {
  LegendPass pass;
  auto program = load_program("legend.vert", "legend.frag");
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  return pass;
}

void LegendPass::lay_out(const Shot& shot, const LabelsPass& labels) {
  const glm::ivec2 size(shot.viewport.width, shot.viewport.height);
  if (layout_.of == shot.scene.legend && layout_.size == size) return;
  layout_ = {.of = shot.scene.legend, .size = size, .signs = {}, .strokes = {}};
  const drawing::Legend& legend = *layout_.of;
  const auto widest_at = [&](float em) {
    float widest = 0.0F;
    for (const drawing::LegendLine& line : legend.lines) widest = std::max(widest, labels.width(line.words, em));
    return widest + (drawing::legend_sign.x + drawing::legend_gap + 2.0F * drawing::legend_padding) * em;
  };
  // A small picture keeps room for what the legend is about.
  constexpr float most_wide = 0.62F, most_high = 0.72F;
  const auto width = static_cast<float>(size.x), height = static_cast<float>(size.y);
  const float shrunk = std::min({1.0F, most_wide * width / widest_at(legend.em), most_high * height / drawing::height_of(legend)});
  const float em = layout_.em = legend.em * shrunk;
  layout_.high = glm::vec2(width, height) - drawing::legend_margin * em;
  layout_.low = layout_.high - glm::vec2(widest_at(em), (static_cast<float>(legend.lines.size()) * drawing::legend_row + 2.0F * drawing::legend_padding) * em);
  glm::vec2 sign = layout_.low + drawing::legend_padding * em;
  sign.y += 0.5F * (drawing::legend_row - drawing::legend_sign.y) * em;
  for (const drawing::LegendLine& line : legend.lines) {
    layout_.signs.push_back(sign);
    const glm::vec2 middle = sign + 0.5F * em * drawing::legend_sign;
    for (drawing::Stroke stroke : line.sign.strokes) {
      for (drawing::StrokePoint& point : stroke.points) {
        point.at = middle + em * point.at;
        point.half_width *= em;
      }
      stroke.dash *= em;
      layout_.strokes.push_back(std::move(stroke));
    }
    sign.y += drawing::legend_row * em;
  }
}

void LegendPass::draw_box(const Shot& shot, glm::vec2 low, glm::vec2 high, int kind) const {
  program_.set("viewport", glm::vec2(static_cast<float>(shot.viewport.width), static_cast<float>(shot.viewport.height)));
  program_.set("low", low);
  program_.set("high", high);
  program_.set("kind", kind);
  nothing_.bind();
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void LegendPass::draw_sign(const Shot& shot, const drawing::LegendSign& sign, glm::vec2 low) const {
  using Kind = drawing::LegendSign::Kind;
  const float em = layout_.em;
  glm::vec2 high = low + em * drawing::legend_sign;
  switch (sign.kind) {
    case Kind::skin:
      program_.set("colour", shot.scene.skin_colour);
      program_.set("scalars", sign.scalars);
      program_.set("patterns", sign.patterns);
      draw_box(shot, low, high, kind_skin);
      break;
    case Kind::bone:
      program_.set("colour", sign.ends.x >= sign.ends.y ? shot.scene.origin_colour : shot.scene.insertion_colour);
      program_.set("ends", sign.ends);
      draw_box(shot, low, high, kind_bone);
      break;
    case Kind::mark:
      // Beside its number, as on the body.
      if (!sign.text.empty()) high.x -= 0.9F * em;
      program_.set("lit_mark", sign.lit);
      program_.set("mark_size", (sign.lit ? lit_mark : unlit_mark) * em);
      program_.set("opacity", sign.covered ? 0.42F : 1.0F);
      draw_box(shot, low, high, kind_mark);
      break;
    case Kind::patch:
      program_.set("colour", sign.colour);
      program_.set("opacity", sign.opacity);
      draw_box(shot, low, high, kind_colour);
      break;
    case Kind::strokes:
    case Kind::text: break;
  }
}

void LegendPass::draw(const Shot& shot, StrokesPass& strokes, LabelsPass& labels) {
  if (!shot.scene.legend || shot.scene.legend->lines.empty() || !labels.can_write()) return;
  lay_out(shot, labels);
  const drawing::LabelStyle& style = shot.scene.label_style;
  {
    const Enabled blend(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    program_.use();
    program_.set("colour", style.paper);
    program_.set("opacity", paper_opacity);
    draw_box(shot, layout_.low, layout_.high, kind_paper);
    for (std::size_t i = 0; i < layout_.signs.size(); ++i) draw_sign(shot, layout_.of->lines[i].sign, layout_.signs[i]);
  }
  strokes.draw(shot, layout_.strokes);

  const float em = layout_.em, baseline = 0.5F * drawing::legend_sign.y * em + 0.62F * GlyphAtlas::x_height(em);
  const glm::vec3 ink = seen(style.ink);
  std::vector<LabelsPass::Text> texts;
  for (std::size_t i = 0; i < layout_.signs.size(); ++i) {
    const drawing::LegendLine& line = layout_.of->lines[i];
    const glm::vec2 low = layout_.signs[i];
    texts.push_back({line.words, GlyphAtlas::Face::upright, low + glm::vec2((drawing::legend_sign.x + drawing::legend_gap) * em, baseline), em, ink});
    if (line.sign.text.empty()) continue;
    const bool beside = line.sign.kind == drawing::LegendSign::Kind::mark;
    const float x = beside ? 1.45F * em : 0.5F * (drawing::legend_sign.x * em - labels.width(line.sign.text, em));
    texts.push_back({line.sign.text, GlyphAtlas::Face::upright, low + glm::vec2(x, baseline), em, ink});
  }
  labels.write(shot, texts);
}

}  // namespace dorsum::render
