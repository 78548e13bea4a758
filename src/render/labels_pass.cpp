#include "labels_pass.h"

#include <algorithm>
#include <cmath>
#include <glm/exponential.hpp>
#include <glm/geometric.hpp>

#include "dorsum/drawing/camera.h"
#include "shader_library.h"
#include "vertex_inputs.h"

namespace dorsum::render {
namespace {

// What label.frag is to draw.
constexpr float shape_ink = 0.0F, shape_halo = 1.0F, shape_line = 2.0F, shape_dot = 3.0F;

}  // namespace

Result<LabelsPass> LabelsPass::create() {
  LabelsPass pass;
  auto program = load_program("label.vert", "label.frag");
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  const gl::Attribute attributes[] = {{.location = location_of("at"), .components = 2, .offset = offsetof(Corner, at)},
                                      {.location = location_of("local_at"), .components = 2, .offset = offsetof(Corner, local)},
                                      {.location = location_of("ink"), .components = 4, .offset = offsetof(Corner, colour)},
                                      {.location = location_of("kind"), .components = 2, .offset = offsetof(Corner, shape)}};
  pass.array_.read(pass.buffer_, sizeof(Corner), attributes);
  return pass;
}

void LabelsPass::add_quad(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d, const std::array<glm::vec2, 4>& local, glm::vec4 colour,
                          glm::vec2 shape) {
  const std::array corners{Corner{a, local[0], colour, shape}, Corner{b, local[1], colour, shape}, Corner{c, local[2], colour, shape},
                           Corner{d, local[3], colour, shape}};
  for (const std::size_t i : {0U, 1U, 2U, 0U, 2U, 3U}) corners_.push_back(corners[i]);
}

void LabelsPass::add_line(glm::vec2 from, glm::vec2 to, float half_width, glm::vec4 colour) {
  const float length = glm::distance(from, to);
  if (length <= 0.0F) return;
  const float reach = half_width + 1.0F;  // room for the smooth edge
  const glm::vec2 along = (to - from) / length, across = glm::vec2(-along.y, along.x) * reach;
  add_quad(from - across, to - across, to + across, from + across, {{{0, -reach}, {0, -reach}, {0, reach}, {0, reach}}}, colour,
           {shape_line, half_width});
}

void LabelsPass::add_dot(glm::vec2 at, float radius, glm::vec4 colour) {
  const float r = radius + 1.0F;
  add_quad(at + glm::vec2(-r, -r), at + glm::vec2(r, -r), at + glm::vec2(r, r), at + glm::vec2(-r, r), {{{-r, -r}, {r, -r}, {r, r}, {-r, r}}},
           colour, {shape_dot, radius});
}

void LabelsPass::add_texts(const std::vector<Text>& texts, glm::vec3 paper) {
  // All halos lie under all ink: no letter pales its neighbour.
  for (const float shape : {shape_halo, shape_ink}) {
    for (const Text& text : texts) {
      const glm::vec2 start(std::floor(text.start.x), std::round(text.start.y));
      const glm::vec4 colour(shape == shape_ink ? text.ink : paper, 1.0F);
      for (const GlyphAtlas::Letter& l : glyphs_.set(text.words, text.face, text.em, text.start.x - start.x)) {
        const glm::vec2 low = start + l.low, high = start + l.high;
        add_quad(low, {high.x, low.y}, high, {low.x, high.y}, {{l.from, {l.to.x, l.from.y}, l.to, {l.from.x, l.to.y}}}, colour, {shape, 0.0F});
      }
    }
  }
}

void LabelsPass::add_names(const Shot& shot, std::vector<Text>& texts) {
  const drawing::LabelStyle& style = shot.scene.label_style;
  const glm::vec3 ink = seen(style.ink), paper = seen(style.paper), accent = seen(shot.scene.accent);
  const float em = style.em, hair = std::max(0.5F, em * 0.035F), dot = em * 0.15F;
  // Leaders first, their pale edges below all of them.
  for (const bool edges : {true, false}) {
    for (const drawing::Label& label : shot.scene.labels) {
      if (label.side == drawing::Label::Side::spot) continue;
      const glm::vec4 colour = edges ? glm::vec4(paper, 0.55F) : glm::vec4(label.selected ? accent : ink, 0.9F);
      const float outward = label.side == drawing::Label::Side::left ? 1.0F : -1.0F;
      const glm::vec2 from = label.place + glm::vec2(outward * em * drawing::label_leader_gap, 0.0F);
      add_line(from, label.anchor, edges ? hair * 2.6F : hair, colour);
      add_dot(label.anchor, edges ? dot * 1.6F : dot, edges ? glm::vec4(paper, 0.9F) : glm::vec4(label.selected ? accent : ink, 1.0F));
    }
  }
  for (const drawing::Label& label : shot.scene.labels) {
    const bool spot = label.side == drawing::Label::Side::spot;
    const float size = label.size * (spot ? em * 0.86F : em);
    float baseline = label.place.y - 0.5F * drawing::label_line_height * size * static_cast<float>(label.lines.size() - 1);
    for (const drawing::LabelLine& line : label.lines) {
      const auto face = line.italic ? GlyphAtlas::Face::italic : GlyphAtlas::Face::upright;
      const float width = glyphs_.width(line.text, face, size);
      const float left = spot ? 0.5F * width : label.side == drawing::Label::Side::left ? width : 0.0F;
      texts.push_back({line.text, face, {label.place.x - left, baseline + 0.62F * GlyphAtlas::x_height(size)}, size, label.selected ? accent : ink});
      baseline += drawing::label_line_height * size;
    }
  }
}

void LabelsPass::add_numbers(const Shot& shot, std::vector<Text>& texts) const {
  const float em = shot.scene.label_style.mark_em;
  for (const drawing::Marker& marker : shot.scene.markers) {
    if (!marker.numbered || marker.label.empty() || (marker.covered && !marker.on)) continue;
    const glm::vec3 at = drawing::project(shot.scene.camera, shot.viewport, marker.position);
    if (at.z <= 0.0F || at.z >= 1.0F) continue;
    const float beside = shot.scene.label_style.mark + 0.12F * em;
    texts.push_back({marker.label, GlyphAtlas::Face::upright, {at.x + beside, at.y + 0.66F * GlyphAtlas::x_height(em)}, em,
                     seen(shot.scene.label_style.ink)});
  }
}

void LabelsPass::draw(const Shot& shot) {
  if (!glyphs_.has_font()) return;
  corners_.clear();
  std::vector<Text> texts;
  add_names(shot, texts);
  add_numbers(shot, texts);
  if (texts.empty()) return;
  add_texts(texts, seen(shot.scene.label_style.paper));
  draw_corners(shot);
}

void LabelsPass::write(const Shot& shot, const std::vector<Text>& texts) {
  if (!can_write() || texts.empty()) return;
  corners_.clear();
  add_texts(texts, seen(shot.scene.label_style.paper));
  draw_corners(shot);
}

void LabelsPass::draw_corners(const Shot& shot) {
  buffer_.fill(std::span<const Corner>(corners_), GL_DYNAMIC_DRAW);

  const Enabled blend(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  program_.use();
  program_.set("letters", 0);
  program_.set("viewport", glm::vec2(static_cast<float>(shot.viewport.width), static_cast<float>(shot.viewport.height)));
  program_.set("letters_size", glyphs_.size());
  glyphs_.bind(0);
  array_.bind();
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(corners_.size()));
}

}  // namespace dorsum::render
