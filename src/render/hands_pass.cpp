#include "hands_pass.h"

#include "shader_library.h"
#include "vertex_inputs.h"

namespace dorsum::render {

Result<HandsPass> HandsPass::create() {
  HandsPass pass;
  auto program = load_program("hands.vert", "hands.frag");
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  using drawing::HandVertex;
  const gl::Attribute attributes[] = {{.location = location_of("position"), .components = 3, .offset = offsetof(HandVertex, position)},
                                      {.location = location_of("normal"), .components = 3, .offset = offsetof(HandVertex, normal)},
                                      {.location = location_of("mark"), .components = 4, .offset = offsetof(HandVertex, mark)}};
  pass.array_.read(pass.buffer_, sizeof(HandVertex), attributes);
  return pass;
}

void HandsPass::draw(const Shot& shot) {
  const auto& hands = shot.scene.hands;
  if (!hands || hands->empty()) return;
  if (sent_ != hands) {
    buffer_.fill(std::span<const drawing::HandVertex>(*hands), GL_STATIC_DRAW);
    sent_ = hands;
  }
  const Enabled depth_test(GL_DEPTH_TEST);
  const CutBySection cut(shot);
  const Enabled blend(GL_BLEND);
  const Enabled cull(GL_CULL_FACE);
  const Enabled nearer(GL_POLYGON_OFFSET_FILL);  // the skin itself may be there
  glPolygonOffset(-1.0F, -2.0F);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glDepthMask(GL_FALSE);
  program_.use();
  set_common(program_, shot);
  program_.set("hand_colour", shot.scene.hand_colour);
  program_.set("where_not_colour", shot.scene.where_not_colour);
  program_.set("opacity", 1.0F);
  array_.bind();
  glDepthFunc(GL_LEQUAL);
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(hands->size()));
  glDepthMask(GL_TRUE);
  glDepthFunc(GL_LESS);
}

}  // namespace dorsum::render
