#include "screen_passes.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/exponential.hpp>
#include <glm/mat3x3.hpp>

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

void BackgroundPass::draw(const Shot& shot) const {
  glClear(GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
  if (shot.transparent) {
    glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    return;
  }
  program_.use();
  program_.set("top", seen(shot.scene.background_top));
  program_.set("bottom", seen(shot.scene.background_bottom));
  program_.set("alpha", AmbientObscurancePass::applied_before_overlays(shot) ? 1.0F : 0.0F);
  draw_screen(nothing_);
}

Result<AmbientObscurancePass> AmbientObscurancePass::create() {
  AmbientObscurancePass pass;
  auto gather = load_program("screen.vert", "shade.frag");
  if (!gather) return Failure(gather.error());
  auto with_shadow = load_program("screen.vert", "shade.frag", {"SHADOWED"});
  if (!with_shadow) return Failure(with_shadow.error());
  auto blur = load_program("screen.vert", "shade_blur.frag");
  if (!blur) return Failure(blur.error());
  auto apply = load_program("screen.vert", "shade_apply.frag");
  if (!apply) return Failure(apply.error());
  pass.gather_ = std::move(*gather);
  pass.gather_with_shadow_ = std::move(*with_shadow);
  pass.blur_ = std::move(*blur);
  pass.apply_ = std::move(*apply);
  return pass;
}

void AmbientObscurancePass::draw(const Shot& shot) const {
  constexpr float reach = 34.0F;  // mm: the depth of the furrow between two muscles and a bit more
  const glm::mat4& projection = shot.projection;
  const Targets& targets = shot.targets;
  const glm::vec2 pixel = pixel_of(targets.shade_width(), targets.shade_height());
  const auto begin = [&](const gl::Program& program) {
    program.use();
    program.offer("depth", 0);
    program.offer("shade", 1);
    program.offer("pixel", pixel);
    set_eye_space(program, shot);
  };
  targets.depth().bind(0);

  // Outside the busy rectangle nothing is gathered: there it is open sky.
  glClearColor(1.0F, 1.0F, 1.0F, 1.0F);
  targets.draw_shade();
  glClear(GL_COLOR_BUFFER_BIT);
  targets.draw_gathered_shade();
  glClear(GL_COLOR_BUFFER_BIT);
  const bool high = shot.quality == Quality::high;
  const gl::Program& gather = high ? gather_ : gather_with_shadow_;
  begin(gather);
  gather.set("reach", reach);
  gather.set("reach_pixels", reach * projection[1][1] * 0.5F);
  gather.set("disc_limit", 0.2F * projection[1][1] / shot.scene.camera.projection[1][1]);
  gather.set("taps", high ? 16 : 8);
  gather.set("turned", static_cast<float>(shot.sample) * 2.3999632F);
  if (!high) gather.set("key_seen", glm::mat3(shot.scene.camera.view) * shot.scene.key.direction);
  {
    const Within busy(shot, targets.shade_divisor());
    draw_screen(nothing_);
    targets.draw_shade();
    targets.gathered_shade().bind(1);
    begin(blur_);
    draw_screen(nothing_);
  }
  if (!applied_before_overlays(shot)) return;
  targets.draw_colour();  // the depth is read
  const Within busy(shot, 1);
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

bool OutlinePass::needed(const Shot& shot) {
  return std::any_of(shot.scene.items.begin(), shot.scene.items.end(), [&](const drawing::DrawItem& item) {
    return (item.selected || item.hovered) && !shot.is_skin(item);
  });
}

void OutlinePass::draw(const Shot& shot) const {
  if (!needed(shot)) return;
  shot.targets.draw_mask();
  glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  const CutBySection cut(shot);
  const Enabled blend(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE);
  glDepthMask(GL_FALSE);
  glDepthFunc(GL_LEQUAL);
  program_.use();
  set_common(program_, shot);
  shot.meshes.bind();
  const auto draw_marked = [&](glm::vec2 selected, glm::vec2 hovered) {
    for (const drawing::DrawItem& item : shot.scene.items) {
      if (!(item.selected || item.hovered) || shot.is_skin(item)) continue;
      const glm::vec2 s = item.selected ? selected : glm::vec2(0.0F), h = item.hovered ? hovered : glm::vec2(0.0F);
      program_.set("mark", glm::vec4(s.x, h.x, s.y, h.y));
      set_place(program_, item);
      shot.meshes.draw(item.mesh, shot.stray(item));
    }
  };
  draw_marked({1.0F, 0.0F}, {1.0F, 0.0F});
  {
    const Enabled depth_test(GL_DEPTH_TEST);
    draw_marked({0.0F, 1.0F}, {0.0F, 1.0F});
  }
  glDepthFunc(GL_LESS);
  glDepthMask(GL_TRUE);
}

Result<PresentPass> PresentPass::create() {
  PresentPass pass;
  for (std::size_t i = 0; i < pass.programs_.size(); ++i) {
    auto program = load_program("screen.vert", "present.frag",
                                {(i & 1U) != 0 ? "SMOOTHED" : "SAMPLED", (i & 2U) != 0 ? "SHADED" : "UNSHADED", (i & 4U) != 0 ? "OUTLINED" : "PLAIN"});
    if (!program) return Failure(program.error());
    pass.programs_[i] = std::move(*program);
  }
  auto mean = load_program("screen.vert", "mean.frag");
  if (!mean) return Failure(mean.error());
  pass.mean_ = std::move(*mean);
  return pass;
}

const gl::Program& PresentPass::begin(const Shot& shot) const {
  const Targets& targets = shot.targets;
  const std::size_t smoothed = shot.quality == Quality::low ? 1 : 0, shaded = AmbientObscurancePass::applied_before_overlays(shot) ? 0 : 2,
                    outlined = OutlinePass::needed(shot) ? 4 : 0;
  const gl::Program& program = programs_[smoothed + shaded + outlined];
  program.use();
  targets.colour().bind(0);
  targets.mask().bind(1);
  targets.shade().bind(2);
  program.set("picture", 0);
  program.set("marked", 1);
  program.set("shade", 2);
  program.set("pixel", pixel_of(targets.width(), targets.height()));
  program.set("accent", shot.scene.accent);
  program.set("outline_width", shot.line_width);
  return program;
}

void PresentPass::show(const Shot& shot, unsigned int framebuffer, drawing::Viewport where) const {
  // The busy rectangle, in pixels of where it is shown.
  const glm::vec2 scale(static_cast<float>(where.width) / static_cast<float>(shot.viewport.width),
                        static_cast<float>(where.height) / static_cast<float>(shot.viewport.height));
  const glm::ivec2 low(glm::floor(glm::vec2(shot.busy.x, shot.busy.y) * scale));
  const glm::ivec2 size(glm::ceil(glm::vec2(shot.busy.z, shot.busy.w) * scale));
  const glm::ivec2 most(where.width, where.height), from = glm::clamp(low, glm::ivec2(0), most), to = glm::clamp(low + size + 1, from, most);
  const Enabled scissor(GL_SCISSOR_TEST);
  glClearColor(0.0F, 0.0F, 0.0F, 1.0F);
  // Around it there is nothing but background, whose alpha is set right: below, above, left, right.
  const glm::ivec4 strips[] = {{0, 0, most.x, from.y}, {0, to.y, most.x, most.y - to.y}, {0, from.y, from.x, to.y - from.y}, {to.x, from.y, most.x - to.x, to.y - from.y}};
  for (const glm::ivec4& strip : strips) {
    if (strip.z <= 0 || strip.w <= 0) continue;
    glScissor(where.left + strip.x, where.bottom + strip.y, strip.z, strip.w);
    shot.targets.copy_colour_to(framebuffer, where);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    glClear(GL_COLOR_BUFFER_BIT);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  }
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glViewport(where.left, where.bottom, where.width, where.height);
  glScissor(where.left + from.x, where.bottom + from.y, to.x - from.x, to.y - from.y);
  begin(shot);
  draw_screen(nothing_);
}

void PresentPass::add_to(Accumulation& accumulation, const Shot& shot) const {
  accumulation.draw_into();
  const Enabled blend(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE);
  const gl::Program& program = begin(shot);
  program.set("steps", static_cast<float>(Accumulation::steps));
  program.set("rounding", rounding_of(shot.sample));
  draw_screen(nothing_);
  accumulation.count_sample();
}

void PresentPass::show_mean(const Accumulation& accumulation, unsigned int framebuffer, const Tile& tile) const {
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glViewport(tile.drawn.left, tile.drawn.bottom, tile.drawn.width, tile.drawn.height);
  const Enabled scissor(GL_SCISSOR_TEST);
  glScissor(tile.left, tile.bottom, tile.width, tile.height);
  mean_.use();
  accumulation.sum().bind(0);
  mean_.set("sum", 0);
  mean_.set("part", 1.0F / static_cast<float>(Accumulation::steps * std::max(1, accumulation.samples())));
  draw_screen(nothing_);
}

}  // namespace dorsum::render
