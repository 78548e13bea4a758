#include "surfaces_pass.h"

#include <algorithm>

#include "shader_library.h"

namespace dorsum::render {
namespace {

/// How the pale materials shine: exponent and strength.
glm::vec2 gloss_of(view::Material material) {
  switch (material) {
    case view::Material::cartilage: return {40.0F, 0.14F};
    case view::Material::fascia:
    case view::Material::ligament: return {30.0F, 0.10F};
    default: return {14.0F, 0.035F};
  }
}

float glow_of(const view::DrawItem& item) { return (item.hovered ? 1.0F : 0.0F) + (item.selected ? 0.7F : 0.0F); }

}  // namespace

Result<SurfacesPass> SurfacesPass::create() {
  SurfacesPass pass;
  struct Wanted {
    gl::Program* program;
    const char *vertex, *fragment;
  };
  const Wanted all[] = {{&pass.flesh_, "surface.vert", "flesh.frag"},      {&pass.hard_, "surface.vert", "hard.frag"},
                        {&pass.skin_, "skin.vert", "skin.frag"},           {&pass.patch_, "skin.vert", "skin_patch.frag"},
                        {&pass.depth_, "surface.vert", "depth_only.frag"}, {&pass.skin_depth_, "skin.vert", "skin_depth.frag"}};
  for (const Wanted& wanted : all) {
    auto program = load_program(wanted.vertex, wanted.fragment);
    if (!program) return Failure(program.error());
    *wanted.program = std::move(*program);
  }
  return pass;
}

void SurfacesPass::draw_item(const Frame& frame, const view::DrawItem& item, const gl::Program& program) const {
  program.set("colour", item.colour);
  program.set("opacity", item.opacity);
  program.set("lift", item.lift);
  program.set("glow", glow_of(item));
  if (&program == &flesh_) program.set("striation", frame.meshes.has_fibres(item.mesh) ? 1.0F : 0.0F);
  if (&program == &hard_) {
    const glm::vec2 gloss = gloss_of(item.material);
    program.set("gloss", gloss.x);
    program.set("shine", gloss.y);
  }
  // Closed solids hide their own back faces; the open skin and what a section has cut do not.
  const Enabled cull(GL_CULL_FACE, !frame.scene.section && !frame.is_skin(item));
  if (frame.is_skin(item)) {
    frame.meshes.bind_skin();
    frame.meshes.draw_skin();
  } else {
    frame.meshes.bind();
    frame.meshes.draw(item.mesh);
  }
}

void SurfacesPass::draw_opaque(const Frame& frame) const {
  const Enabled depth_test(GL_DEPTH_TEST);
  const Enabled clip(GL_CLIP_DISTANCE0, frame.scene.section.has_value());
  // One program after the other: changing programs costs more than overdraw saves between kinds.
  const auto draw_kind = [&](const gl::Program& program, auto&& of_kind) {
    program.use();
    set_common(program, frame);
    for (const view::DrawItem& item : frame.scene.items) {
      if (item.opacity >= 1.0F && !frame.is_skin(item) && of_kind(item.material)) draw_item(frame, item, program);
    }
  };
  const auto is_flesh = [](view::Material m) { return m == view::Material::flesh; };
  // The skin first: what it covers is then hidden before it is shaded.
  for (const view::DrawItem& item : frame.scene.items) {
    if (item.opacity < 1.0F || !frame.is_skin(item)) continue;
    const Enabled coverage(GL_SAMPLE_ALPHA_TO_COVERAGE, frame.targets.multisampled());
    skin_.use();
    set_common(skin_, frame);
    set_opening(skin_, frame);
    draw_item(frame, item, skin_);
  }
  draw_kind(flesh_, is_flesh);
  draw_kind(hard_, [&](view::Material m) { return !is_flesh(m); });
}

void SurfacesPass::draw_translucent(const Frame& frame) const {
  std::vector<const view::DrawItem*> items;
  for (const view::DrawItem& item : frame.scene.items) {
    if (item.opacity < 1.0F && item.opacity > 0.004F) items.push_back(&item);
  }
  if (items.empty()) return;
  std::stable_sort(items.begin(), items.end(), [](const auto* a, const auto* b) { return a->shell < b->shell; });

  const Enabled depth_test(GL_DEPTH_TEST);
  const Enabled clip(GL_CLIP_DISTANCE0, frame.scene.section.has_value());
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  const auto draw_shell = [&](std::size_t from, std::size_t to, bool depth_only) {
    for (std::size_t i = from; i < to; ++i) {
      const view::DrawItem& item = *items[i];
      const bool skin = frame.is_skin(item);
      const gl::Program& program = depth_only ? (skin ? skin_depth_ : depth_)
                                   : skin     ? skin_
                                   : item.material == view::Material::flesh ? flesh_ : hard_;
      program.use();
      set_common(program, frame);
      if (skin) set_opening(program, frame);
      draw_item(frame, item, program);
    }
  };
  for (std::size_t from = 0; from < items.size();) {
    std::size_t to = from;
    while (to < items.size() && items[to]->shell == items[from]->shell) ++to;
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    draw_shell(from, to, true);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDepthFunc(GL_EQUAL);
    {
      const Enabled blend(GL_BLEND);
      draw_shell(from, to, false);
    }
    glDepthFunc(GL_LESS);
    from = to;
  }
}

void SurfacesPass::draw_patches(const Frame& frame) const {
  if (frame.meshes.skin() < 0 || frame.scene.opening.closed() || !frame.scene.skin_patches) return;
  const Enabled depth_test(GL_DEPTH_TEST);
  const Enabled clip(GL_CLIP_DISTANCE0, frame.scene.section.has_value());
  const Enabled blend(GL_BLEND);
  const Enabled cull(GL_CULL_FACE);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glDepthMask(GL_FALSE);
  patch_.use();
  set_common(patch_, frame);
  set_opening(patch_, frame);
  patch_.set("colour", frame.scene.skin_colour);
  patch_.set("lift", 0.0F);
  frame.meshes.bind_skin();
  frame.meshes.draw_skin();
  glDepthMask(GL_TRUE);
}

}  // namespace dorsum::render
