#include "rim_pass.h"

#include <algorithm>

#include "shader_library.h"

namespace dorsum::render {

Result<RimPass> RimPass::create() {
  RimPass pass;
  auto program = load_program("rim.vert", "rim.frag", {"PLAIN"});
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  auto shadowed = load_program("rim.vert", "rim.frag", {"FINE"});
  if (!shadowed) return Failure(shadowed.error());
  pass.fine_ = std::move(*shadowed);
  const gl::Attribute attributes[] = {{.location = 0, .components = 3, .offset = offsetof(picture::RimVertex, position)},
                                      {.location = 1, .components = 3, .offset = offsetof(picture::RimVertex, normal)},
                                      {.location = 2, .components = 1, .offset = offsetof(picture::RimVertex, depth)}};
  pass.array_.read(pass.buffer_, sizeof(picture::RimVertex), attributes);
  return pass;
}

void RimPass::take(const picture::Scene& scene) {
  if (taken_ == scene.skin_rim) return;
  taken_ = scene.skin_rim;
  if (taken_) buffer_.fill(std::span<const picture::RimVertex>(*taken_), GL_DYNAMIC_DRAW);
}

void RimPass::draw(const Frame& frame) const {
  if (!taken_ || taken_->empty()) return;
  // The rim belongs to skin that is there and solid.
  const auto& items = frame.scene.items;
  const auto skin = std::find_if(items.begin(), items.end(), [&](const picture::DrawItem& item) { return frame.is_skin(item) && item.opacity >= 1.0F; });
  if (skin == items.end()) return;
  const Enabled depth_test(GL_DEPTH_TEST);
  const Enabled clip(GL_CLIP_DISTANCE0, frame.scene.section.has_value());
  const gl::Program& program = frame.quality == Quality::high ? fine_ : program_;
  program.use();
  set_common(program, frame);
  set_shadow(program, frame);
  set_place(program, *skin);
  program.set("skin_thickness", picture::skin_thickness);
  array_.bind();
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(taken_->size()));
}

}  // namespace dorsum::render
