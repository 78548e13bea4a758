#include "markers_pass.h"

#include <algorithm>

#include "shader_library.h"
#include "vertex_inputs.h"

namespace dorsum::render {
namespace {

struct Mark {
  glm::vec3 centre;
  glm::vec3 look;  ///< x on, y covered, z unused
};

}  // namespace

Result<MarkersPass> MarkersPass::create() {
  MarkersPass pass;
  auto program = load_program("marker.vert", "marker.frag");
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  const gl::Attribute attributes[] = {{.location = location_of("centre"), .components = 3, .offset = offsetof(Mark, centre), .divisor = 1},
                                      {.location = location_of("look"), .components = 3, .offset = offsetof(Mark, look), .divisor = 1}};
  pass.array_.read(pass.buffer_, sizeof(Mark), attributes);
  return pass;
}

void MarkersPass::draw(const Shot& shot) {
  std::vector<Mark> marks;
  for (const drawing::Marker& marker : shot.scene.markers) {
    if (marker.covered && !marker.on) continue;
    marks.push_back({marker.position, {marker.on ? 1.0F : 0.0F, marker.covered ? 1.0F : 0.0F, 0.0F}});
  }
  if (marks.empty()) return;
  // Those that are on come last, on top.
  std::stable_partition(marks.begin(), marks.end(), [](const Mark& mark) { return mark.look.x < 0.5F; });
  buffer_.fill(std::span<const Mark>(marks), GL_DYNAMIC_DRAW);

  const Enabled blend(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  program_.use();
  program_.set("view_projection", shot.view_projection);
  program_.set("viewport", glm::vec2(static_cast<float>(shot.viewport.width), static_cast<float>(shot.viewport.height)));
  program_.set("size", shot.scene.label_style.mark);
  array_.bind();
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(marks.size()));
}

}  // namespace dorsum::render
