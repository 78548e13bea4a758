#include "rim_pass.h"

#include <algorithm>

#include "shader_library.h"

namespace dorsum::render {

Result<RimPass> RimPass::create() {
  RimPass pass;
  auto program = load_program("rim.vert", "rim.frag");
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  const gl::Attribute attributes[] = {{.location = 0, .components = 3, .offset = offsetof(view::RimVertex, position)},
                                      {.location = 1, .components = 3, .offset = offsetof(view::RimVertex, normal)},
                                      {.location = 2, .components = 1, .offset = offsetof(view::RimVertex, depth)}};
  pass.array_.read(pass.buffer_, sizeof(view::RimVertex), attributes);
  return pass;
}

void RimPass::take(const view::Scene& scene) {
  if (taken_ == scene.skin_rim) return;
  taken_ = scene.skin_rim;
  if (taken_) buffer_.fill(std::span<const view::RimVertex>(*taken_), GL_DYNAMIC_DRAW);
}

void RimPass::draw(const Frame& frame) const {
  if (!taken_ || taken_->empty()) return;
  // The rim belongs to skin that is there and solid.
  const auto& items = frame.scene.items;
  const auto skin = std::find_if(items.begin(), items.end(), [&](const view::DrawItem& item) { return frame.is_skin(item) && item.opacity >= 1.0F; });
  if (skin == items.end()) return;
  const Enabled depth_test(GL_DEPTH_TEST);
  const Enabled clip(GL_CLIP_DISTANCE0, frame.scene.section.has_value());
  program_.use();
  set_common(program_, frame);
  set_place(program_, *skin);
  program_.set("skin_thickness", view::skin_thickness);
  array_.bind();
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(taken_->size()));
}

}  // namespace dorsum::render
