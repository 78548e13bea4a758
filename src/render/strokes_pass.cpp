#include "strokes_pass.h"

#include <glm/exponential.hpp>
#include <glm/geometric.hpp>

#include "shader_library.h"
#include "vertex_inputs.h"

namespace dorsum::render {
namespace {

glm::vec2 direction_of(glm::vec2 from, glm::vec2 to) {
  const float length = glm::distance(from, to);
  return length > 1e-4F ? (to - from) / length : glm::vec2(0.0F);
}

}  // namespace

Result<StrokesPass> StrokesPass::create() {
  StrokesPass pass;
  auto program = load_program("stroke.vert", "stroke.frag");
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  const gl::Attribute attributes[] = {{.location = location_of("at"), .components = 2, .offset = offsetof(Corner, at)},
                                      {.location = location_of("across_at"), .components = 2, .offset = offsetof(Corner, across)},
                                      {.location = location_of("along_at"), .components = 2, .offset = offsetof(Corner, along)},
                                      {.location = location_of("ink"), .components = 4, .offset = offsetof(Corner, colour)}};
  pass.array_.read(pass.buffer_, sizeof(Corner), attributes);
  return pass;
}

void StrokesPass::add(const drawing::Stroke& stroke, glm::vec4 colour, float wider) {
  const auto& points = stroke.points;
  // Two corners a point, on the line that halves the angle there.
  std::vector<Corner> left, right;
  float walked = 0.0F;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0) walked += glm::distance(points[i].at, points[i - 1].at);
    const glm::vec2 in = i > 0 ? direction_of(points[i - 1].at, points[i].at) : glm::vec2(0.0F);
    const glm::vec2 out = i + 1 < points.size() ? direction_of(points[i].at, points[i + 1].at) : glm::vec2(0.0F);
    const glm::vec2 along = glm::length(in + out) > 1e-3F ? glm::normalize(in + out) : glm::vec2(1.0F, 0.0F);
    const float half = points[i].half_width + wider, reach = half + 1.0F;
    const glm::vec2 aside = glm::vec2(-along.y, along.x) * reach;
    const glm::vec4 ink(glm::vec3(colour), colour.a * points[i].opacity);
    left.push_back({points[i].at + aside, {reach, half}, {walked, stroke.dash}, ink});
    right.push_back({points[i].at - aside, {-reach, half}, {walked, stroke.dash}, ink});
  }
  for (std::size_t i = 1; i < points.size(); ++i)
    for (const Corner& corner : {left[i - 1], right[i - 1], right[i], left[i - 1], right[i], left[i]}) corners_.push_back(corner);
}

void StrokesPass::draw(const Shot& shot, const std::vector<drawing::Stroke>& strokes) {
  corners_.clear();
  const glm::vec3 paper = seen(shot.scene.label_style.paper);
  const float halo = 0.09F * shot.scene.label_style.em;
  for (const drawing::Stroke& stroke : strokes)
    if (stroke.halo) add(stroke, glm::vec4(paper, 0.75F), halo);
  for (const drawing::Stroke& stroke : strokes) add(stroke, glm::vec4(seen(stroke.colour), 1.0F), 0.0F);
  if (corners_.empty()) return;
  buffer_.fill(std::span<const Corner>(corners_), GL_DYNAMIC_DRAW);

  const Enabled blend(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  program_.use();
  program_.set("viewport", glm::vec2(static_cast<float>(shot.viewport.width), static_cast<float>(shot.viewport.height)));
  array_.bind();
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(corners_.size()));
}

}  // namespace dorsum::render
