#include "attachments_pass.h"

#include "shader_library.h"
#include "vertex_inputs.h"

namespace dorsum::render {

Result<AttachmentsPass> AttachmentsPass::create() {
  AttachmentsPass pass;
  auto program = load_program("attachment.vert", "attachment.frag");
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  using drawing::TintVertex;
  const gl::Attribute attributes[] = {{.location = location_of("position"), .components = 3, .offset = offsetof(TintVertex, position)},
                                      {.location = location_of("normal"), .components = 3, .offset = offsetof(TintVertex, normal)},
                                      {.location = location_of("origin_insertion"), .components = 2, .offset = offsetof(TintVertex, ends)}};
  pass.array_.read(pass.buffer_, sizeof(TintVertex), attributes);
  return pass;
}

void AttachmentsPass::draw(const Shot& shot) {
  const auto& patches = shot.scene.attachments;
  if (!patches || patches->empty()) return;
  if (sent_ != patches) {
    buffer_.fill(std::span<const drawing::TintVertex>(*patches), GL_DYNAMIC_DRAW);
    sent_ = patches;
  }
  const LaidOver over(shot);
  const Enabled nearer(GL_POLYGON_OFFSET_FILL);  // the bone itself is there already
  glPolygonOffset(-1.0F, -2.0F);
  program_.use();
  set_common(program_, shot);
  program_.set("origin_colour", shot.scene.origin_colour);
  program_.set("insertion_colour", shot.scene.insertion_colour);
  array_.bind();
  struct Look {
    GLenum depth;
    float opacity;
  };
  for (const Look look : {Look{GL_GREATER, 0.30F}, Look{GL_LEQUAL, 1.0F}}) {
    glDepthFunc(look.depth);
    program_.set("opacity", look.opacity);
    glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(patches->size()));
  }
  glDepthFunc(GL_LESS);
}

}  // namespace dorsum::render
