#include "fibre_arrows_pass.h"

#include <algorithm>

#include "shader_library.h"

namespace dorsum::render {

Result<FibreArrowsPass> FibreArrowsPass::create() {
  FibreArrowsPass pass;
  auto program = load_program("surface.vert", "fibre_arrows.frag");
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  return pass;
}

void FibreArrowsPass::draw(const Shot& shot) const {
  const auto& items = shot.scene.items;
  if (std::none_of(items.begin(), items.end(), [](const drawing::DrawItem& item) { return item.arrows; })) return;
  const Enabled depth_test(GL_DEPTH_TEST);
  const CutBySection cut(shot);
  const Enabled blend(GL_BLEND);
  const Enabled cull(GL_CULL_FACE);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  // surface.vert is invariant: the same surface drawn again has the same depth.
  glDepthFunc(GL_LEQUAL);
  glDepthMask(GL_FALSE);
  program_.use();
  set_common(program_, shot);
  program_.set("flow", shot.scene.fibre_flow);
  shot.meshes.bind();
  for (const drawing::DrawItem& item : items) {
    if (!item.arrows || !shot.meshes.has_fibres(item.mesh)) continue;
    set_place(program_, item);
    program_.set("opacity", item.opacity);
    shot.meshes.draw(item.mesh, shot.stray(item));
  }
  glDepthMask(GL_TRUE);
  glDepthFunc(GL_LESS);
}

}  // namespace dorsum::render
