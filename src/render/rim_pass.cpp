#include "rim_pass.h"

#include <algorithm>

#include "shader_library.h"
#include "vertex_inputs.h"

namespace dorsum::render {

Result<RimPass> RimPass::create() {
  RimPass pass;
  auto program = load_program("rim.vert", "rim.frag", {"PLAIN"});
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  auto shadowed = load_program("rim.vert", "rim.frag", {"FINE"});
  if (!shadowed) return Failure(shadowed.error());
  pass.fine_ = std::move(*shadowed);
  const gl::Attribute attributes[] = {{.location = location_of("position"), .components = 3, .offset = offsetof(drawing::RimVertex, position)},
                                      {.location = location_of("normal"), .components = 3, .offset = offsetof(drawing::RimVertex, normal)},
                                      {.location = location_of("depth_below"), .components = 1, .offset = offsetof(drawing::RimVertex, depth)}};
  pass.array_.read(pass.buffer_, sizeof(drawing::RimVertex), attributes);
  return pass;
}

void RimPass::take(const drawing::Scene& scene) {
  if (taken_ == scene.skin_rim) return;
  taken_ = scene.skin_rim;
  if (taken_) buffer_.fill(std::span<const drawing::RimVertex>(*taken_), GL_DYNAMIC_DRAW);
}

void RimPass::draw(const Shot& shot) const {
  if (!taken_ || taken_->empty()) return;
  // The rim belongs to skin that is there and solid.
  const auto& items = shot.scene.items;
  const auto skin = std::find_if(items.begin(), items.end(), [&](const drawing::DrawItem& item) { return shot.is_skin(item) && item.opacity >= 1.0F; });
  if (skin == items.end()) return;
  const Enabled depth_test(GL_DEPTH_TEST);
  const CutBySection cut(shot);
  const gl::Program& program = shot.quality == Quality::high ? fine_ : program_;
  program.use();
  set_common(program, shot);
  set_shadow(program, shot);
  set_place(program, *skin);
  program.set("skin_thickness", drawing::skin_thickness);
  array_.bind();
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(taken_->size()));
}

}  // namespace dorsum::render
