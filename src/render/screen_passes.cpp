#include "screen_passes.h"

#include <algorithm>
#include <glm/exponential.hpp>

#include "shader_library.h"

namespace dorsum::render {
namespace {

glm::vec2 pixel_of(int width, int height) {
  return {1.0F / static_cast<float>(width), 1.0F / static_cast<float>(height)};
}

}  // namespace

Result<BackgroundPass> BackgroundPass::create() {
  BackgroundPass pass;
  auto program = load_program("background.vert", "background.frag");
  if (!program) return Failure(program.error());
  pass.program_ = std::move(*program);
  return pass;
}

void BackgroundPass::draw(const Frame& frame) const {
  glClear(GL_DEPTH_BUFFER_BIT);
  program_.use();
  program_.set("top", glm::pow(frame.scene.background_top, glm::vec3(1.0F / 2.2F)));
  program_.set("bottom", glm::pow(frame.scene.background_bottom, glm::vec3(1.0F / 2.2F)));
  draw_screen(nothing_);
}

Result<ShadePass> ShadePass::create() {
  ShadePass pass;
  auto gather = load_program("screen.vert", "shade.frag");
  if (!gather) return Failure(gather.error());
  auto blur = load_program("screen.vert", "shade_blur.frag");
  if (!blur) return Failure(blur.error());
  auto apply = load_program("screen.vert", "shade_apply.frag");
  if (!apply) return Failure(apply.error());
  pass.gather_ = std::move(*gather);
  pass.blur_ = std::move(*blur);
  pass.apply_ = std::move(*apply);
  return pass;
}

void ShadePass::draw(const Frame& frame) const {
  constexpr float reach = 34.0F;  // mm: the depth of the furrow between two muscles and a bit more
  const glm::mat4& projection = frame.scene.camera.projection;
  const Targets& targets = frame.targets;
  const glm::vec2 pixel = pixel_of(targets.shade_width(), targets.shade_height());
  // From the projection's own entries (OpenGL clip space): near = p32 / (p22 - 1), far = p32 / (p22 + 1).
  const glm::vec2 near_far(projection[3][2] / (projection[2][2] - 1.0F), projection[3][2] / (projection[2][2] + 1.0F));
  const auto begin = [&](const gl::Program& program) {
    program.use();
    program.set("depth", 0);
    program.set("shade", 1);
    program.set("pixel", pixel);
    program.set("near_far", near_far);
  };
  targets.resolve_depth();
  targets.depth().bind(0);

  // Outside the busy rectangle nothing is gathered: there it is open sky.
  glClearColor(1.0F, 1.0F, 1.0F, 1.0F);
  targets.draw_shade();
  glClear(GL_COLOR_BUFFER_BIT);
  targets.draw_gathered_shade();
  glClear(GL_COLOR_BUFFER_BIT);
  begin(gather_);
  gather_.set("half_field", glm::vec2(1.0F / projection[0][0], 1.0F / projection[1][1]));
  gather_.set("reach", reach);
  gather_.set("reach_pixels", reach * projection[1][1] * 0.5F);
  gather_.set("taps", frame.quality == Quality::high ? 18 : 8);
  {
    const Within busy(frame, targets.shade_divisor());
    draw_screen(nothing_);
    targets.draw_shade();
    targets.gathered_shade().bind(1);
    begin(blur_);
    draw_screen(nothing_);
  }
  if (!targets.multisampled()) return;
  targets.draw_picture();
  const Within busy(frame, 1);
  const Enabled blend(GL_BLEND);
  glBlendFuncSeparate(GL_DST_COLOR, GL_ZERO, GL_ZERO, GL_ONE);
  targets.shade().bind(1);
  begin(apply_);
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
  targets.copy_colour_to(frame.output, frame.viewport);
  const bool outlined = OutlinePass::needed(frame);
  if (targets.multisampled() && !outlined) return;

  glBindFramebuffer(GL_FRAMEBUFFER, frame.output);
  glViewport(frame.viewport.left, frame.viewport.bottom, frame.viewport.width, frame.viewport.height);
  const Within busy(frame, 1, {frame.viewport.left, frame.viewport.bottom});
  program_.use();
  targets.colour().bind(0);
  targets.mask().bind(1);
  targets.shade().bind(2);
  program_.set("picture", 0);
  program_.set("marked", 1);
  program_.set("shade", 2);
  program_.set("shaded", !targets.multisampled());
  program_.set("smooth_edges", !targets.multisampled());
  program_.set("outlined", outlined);
  program_.set("pixel", pixel_of(targets.width(), targets.height()));
  program_.set("accent", frame.scene.accent);
  program_.set("outline_width", std::max(1.5F, static_cast<float>(targets.height()) / 520.0F));
  draw_screen(nothing_);
}

}  // namespace dorsum::render
