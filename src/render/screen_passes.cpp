#include "screen_passes.h"

#include <algorithm>
#include <glm/matrix.hpp>

#include "shader_library.h"

namespace dorsum::render {
namespace {

glm::vec2 pixel_of(int width, int height) {
  return {1.0F / static_cast<float>(width), 1.0F / static_cast<float>(height)};
}

}  // namespace

Result<BackgroundPass> BackgroundPass::create() {
  BackgroundPass pass;
  auto program = load_program("screen.vert", "background.frag");
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  return pass;
}

void BackgroundPass::draw(const Frame& frame) const {
  glClear(GL_DEPTH_BUFFER_BIT);
  program_.use();
  program_.set("top", frame.scene.background_top);
  program_.set("bottom", frame.scene.background_bottom);
  draw_screen(nothing_);
}

Result<ShadePass> ShadePass::create() {
  ShadePass pass;
  auto gather = load_program("screen.vert", "shade.frag");
  if (!gather) return Failure(gather.error());
  auto apply = load_program("screen.vert", "shade_apply.frag");
  if (!apply) return Failure(apply.error());
  pass.gather_ = std::move(*gather);
  pass.apply_ = std::move(*apply);
  return pass;
}

void ShadePass::draw(const Frame& frame) const {
  constexpr float reach = 34.0F;  // mm: the depth of the furrow between two muscles and a bit more
  const glm::mat4& projection = frame.scene.camera.projection;
  const Targets& targets = frame.targets;
  const int divisor = targets.shade_divisor();
  const glm::vec2 pixel =
      pixel_of(std::max(1, targets.width() / divisor), std::max(1, targets.height() / divisor));
  targets.resolve_depth();

  targets.draw_shade();
  gather_.use();
  targets.depth().bind(0);
  gather_.set("depth", 0);
  gather_.set("from_clip", glm::inverse(projection));
  gather_.set("pixel", pixel);
  gather_.set("reach", reach);
  gather_.set("reach_pixels", reach * projection[1][1] * 0.5F);
  gather_.set("taps", frame.quality == Quality::high ? 18 : 8);
  draw_screen(nothing_);

  targets.draw_over_picture();
  const Enabled blend(GL_BLEND);
  glBlendFuncSeparate(GL_DST_COLOR, GL_ZERO, GL_ZERO, GL_ONE);
  apply_.use();
  targets.depth().bind(0);
  targets.shade().bind(1);
  apply_.set("depth", 0);
  apply_.set("shade", 1);
  apply_.set("pixel", pixel);
  // From the projection's own entries (OpenGL clip space): near = p32 / (p22 - 1), far = p32 / (p22 + 1).
  apply_.set("near_far", glm::vec2(projection[3][2] / (projection[2][2] - 1.0F), projection[3][2] / (projection[2][2] + 1.0F)));
  draw_screen(nothing_);
}

Result<OutlinePass> OutlinePass::create() {
  OutlinePass pass;
  auto program = load_program("surface.vert", "mask.frag");
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  return pass;
}

bool OutlinePass::needed(const Frame& frame) {
  return std::any_of(frame.scene.items.begin(), frame.scene.items.end(), [&](const view::DrawItem& item) {
    return (item.selected || item.hovered) && !frame.is_skin(item);
  });
}

void OutlinePass::draw(const Frame& frame) const {
  if (!needed(frame)) return;
  frame.targets.draw_mask();
  glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  const Enabled clip(GL_CLIP_DISTANCE0, frame.scene.section.has_value());
  const Enabled blend(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE);
  program_.use();
  set_common(program_, frame);
  frame.meshes.bind();
  for (const view::DrawItem& item : frame.scene.items) {
    if (!(item.selected || item.hovered) || frame.is_skin(item)) continue;
    program_.set("mark", glm::vec4(item.selected ? 1.0F : 0.0F, item.hovered ? 1.0F : 0.0F, 0.0F, 0.0F));
    program_.set("lift", item.lift);
    frame.meshes.draw(item.mesh);
  }
}

Result<PresentPass> PresentPass::create() {
  PresentPass pass;
  auto program = load_program("screen.vert", "present.frag");
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  return pass;
}

void PresentPass::draw(const Frame& frame) const {
  const Targets& targets = frame.targets;
  targets.resolve_colour();
  glBindFramebuffer(GL_FRAMEBUFFER, frame.output);
  glViewport(frame.viewport.left, frame.viewport.bottom, frame.viewport.width, frame.viewport.height);
  program_.use();
  targets.colour().bind(0);
  targets.mask().bind(1);
  program_.set("picture", 0);
  program_.set("marked", 1);
  program_.set("smooth_edges", !targets.multisampled());
  program_.set("outlined", OutlinePass::needed(frame));
  program_.set("pixel", pixel_of(targets.width(), targets.height()));
  program_.set("accent", frame.scene.accent);
  program_.set("outline_width", std::max(1.5F, static_cast<float>(targets.height()) / 520.0F));
  draw_screen(nothing_);
}

}  // namespace dorsum::render
