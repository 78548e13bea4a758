#include "surfaces_pass.h"

#include <algorithm>
#include <glm/geometric.hpp>

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
  auto hidden = HiddenItems::create();
  if (!hidden) return Failure(hidden.error());
  SurfacesPass pass(std::move(*hidden));
  constexpr auto peeling = "PEELING";
  struct Wanted {
    gl::Program* program;
    const char *vertex, *fragment, *define;
  };
  const Wanted all[] = {{&pass.opaque_.flesh, "surface.vert", "flesh.frag", ""}, {&pass.peeled_.flesh, "surface.vert", "flesh.frag", peeling},
                        {&pass.opaque_.hard, "surface.vert", "hard.frag", ""},   {&pass.peeled_.hard, "surface.vert", "hard.frag", peeling},
                        {&pass.opaque_.skin, "skin.vert", "skin.frag", ""},      {&pass.peeled_.skin, "skin.vert", "skin.frag", peeling},
                        {&pass.patch_, "skin.vert", "skin_patch.frag", ""}};
  for (const Wanted& wanted : all) {
    auto program = load_program(wanted.vertex, wanted.fragment, wanted.define);
    if (!program) return Failure(program.error());
    *wanted.program = std::move(*program);
  }
  return pass;
}

void SurfacesPass::draw_item(const Frame& frame, const view::DrawItem& item, const Looks& looks, const gl::Program& program) const {
  const bool skin = frame.is_skin(item);
  program.set("colour", item.colour);
  program.set("opacity", item.opacity);
  set_place(program, item);
  program.set("glow", glow_of(item));
  program.set("striation", frame.meshes.has_fibres(item.mesh) ? 1.0F : 0.0F);
  if (&program == &looks.hard) {
    const glm::vec2 gloss = gloss_of(item.material);
    program.set("gloss", gloss.x);
    program.set("shine", gloss.y);
    program.set("grain", static_cast<int>(item.material));
  }
  // Closed solids hide their own back faces; skin that is open and what a section has cut do not.
  const bool open = frame.scene.section.has_value() || (skin && !frame.scene.opening.closed());
  const Enabled cull(GL_CULL_FACE, item.opacity < 1.0F || !open);
  if (skin) {
    frame.meshes.bind_skin();
    frame.meshes.draw_skin();
  } else {
    frame.meshes.bind();
    frame.meshes.draw(item.mesh);
  }
}

void SurfacesPass::draw_solids(const Frame& frame, const HiddenItems::Items& items) const {
  // One program after the other: changing programs costs more than overdraw saves between kinds.
  const auto draw_kind = [&](const gl::Program& program, auto&& of_kind) {
    program.use();
    set_common(program, frame);
    for (const view::DrawItem* item : items) {
      if (of_kind(item->material)) draw_item(frame, *item, opaque_, program);
    }
  };
  const auto is_flesh = [](view::Material m) { return m == view::Material::flesh; };
  draw_kind(opaque_.flesh, is_flesh);
  draw_kind(opaque_.hard, [&](view::Material m) { return !is_flesh(m); });
}

void SurfacesPass::draw_opaque(const Frame& frame) {
  const Enabled depth_test(GL_DEPTH_TEST);
  const Enabled clip(GL_CLIP_DISTANCE0, frame.scene.section.has_value());
  // The skin first: what it covers is then hidden before it is shaded.
  HiddenItems::Items solids;
  for (const view::DrawItem& item : frame.scene.items) {
    if (item.opacity < 1.0F) continue;
    if (!frame.is_skin(item)) {
      solids.push_back(&item);
      continue;
    }
    opaque_.skin.use();
    set_common(opaque_.skin, frame);
    set_opening(opaque_.skin, frame);
    draw_item(frame, item, opaque_, opaque_.skin);
  }
  if (frame.scene.section) {  // the plane cuts boxes open, too
    draw_solids(frame, solids);
    return;
  }
  // Nearer ones first: what they cover is not shaded.
  const auto distance = [&](const view::DrawItem* item) {
    const geometry::Bounds& bounds = frame.meshes.bounds(item->mesh);
    return glm::distance(0.5F * (bounds.low + bounds.high), frame.scene.camera.eye);
  };
  std::stable_sort(solids.begin(), solids.end(), [&](const auto* a, const auto* b) { return distance(a) < distance(b); });
  draw_solids(frame, hidden_.shown_before(solids));
  draw_solids(frame, hidden_.come_to_light(frame, solids));
}

std::vector<const view::DrawItem*> SurfacesPass::translucent(const Frame& frame) {
  std::vector<const view::DrawItem*> items;
  for (const view::DrawItem& item : frame.scene.items) {
    if (item.opacity < 1.0F && item.opacity > 0.004F) items.push_back(&item);
  }
  return items;
}

void SurfacesPass::draw_layer(const Frame& frame, const std::vector<const view::DrawItem*>& items, const gl::Texture* peeled) const {
  const Enabled depth_test(GL_DEPTH_TEST);
  const Enabled clip(GL_CLIP_DISTANCE0, frame.scene.section.has_value());
  if (peeled != nullptr) peeled->bind(0);
  const auto draw_kind = [&](const gl::Program& program, auto&& of_kind) {
    program.use();
    set_common(program, frame);
    set_opening(program, frame);
    program.set("peeled", 0);
    program.set("first_layer", peeled == nullptr);
    for (const view::DrawItem* item : items) {
      if (of_kind(*item)) draw_item(frame, *item, peeled_, program);
    }
  };
  const auto is_skin = [&](const view::DrawItem& item) { return frame.is_skin(item); };
  const auto is_flesh = [&](const view::DrawItem& item) { return item.material == view::Material::flesh; };
  draw_kind(peeled_.skin, is_skin);
  draw_kind(peeled_.flesh, is_flesh);
  draw_kind(peeled_.hard, [&](const view::DrawItem& item) { return !is_skin(item) && !is_flesh(item); });
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
  set_place(patch_, view::DrawItem{});
  frame.meshes.bind_skin();
  frame.meshes.draw_skin();
  glDepthMask(GL_TRUE);
}

}  // namespace dorsum::render
