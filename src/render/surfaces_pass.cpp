#include "surfaces_pass.h"

#include <algorithm>
#include <glm/geometric.hpp>

#include "shader_library.h"

namespace dorsum::render {
namespace {

float glow_of(const drawing::DrawItem& item) { return (item.hovered ? 1.0F : 0.0F) + (item.selected ? 0.7F : 0.0F); }

}  // namespace

Result<void> SurfacesPass::Looks::load(std::string_view quality) {
  struct Wanted {
    gl::Program* program;
    const char *vertex, *fragment, *define;
  };
  const Wanted all[] = {{&flesh, "surface.vert", "flesh.frag", "FLESH"},
                        {&bone, "surface.vert", "hard.frag", "BONE"},
                        {&cartilage, "surface.vert", "hard.frag", "CARTILAGE"},
                        {&fibrous, "surface.vert", "hard.frag", "FIBROUS"},
                        {&moist, "surface.vert", "hard.frag", "MOIST"},
                        {&skin, "skin.vert", "skin.frag", "MARKED"},
                        {&bare_skin, "skin.vert", "skin.frag", "BARE"}};
  for (const Wanted& wanted : all) {
    auto program = load_program(wanted.vertex, wanted.fragment, {wanted.define, quality});
    if (!program) return Failure(program.error());
    *wanted.program = std::move(*program);
  }
  return {};
}

Result<SurfacesPass> SurfacesPass::create() {
  auto culling = OcclusionCulling::create();
  if (!culling) return Failure(culling.error());
  SurfacesPass pass(std::move(*culling));
  if (auto loaded = pass.looks_.load("PLAIN"); !loaded) return Failure(loaded.error());
  if (auto loaded = pass.fine_looks_.load("FINE"); !loaded) return Failure(loaded.error());
  struct Wanted {
    gl::Program* program;
    const char *vertex, *fragment, *define;
  };
  for (const Wanted& wanted : {Wanted{&pass.next_layer_, "surface.vert", "peel.frag", "SOLID"},
                               Wanted{&pass.next_layer_of_skin_, "skin.vert", "peel.frag", "SKIN"},
                               Wanted{&pass.patch_, "skin.vert", "skin_patch.frag", "PATCH"}}) {
    auto program = load_program(wanted.vertex, wanted.fragment, {wanted.define});
    if (!program) return Failure(program.error());
    *wanted.program = std::move(*program);
  }
  return pass;
}

const gl::Program& SurfacesPass::Looks::of(const Shot& shot, const drawing::DrawItem& item) const {
  if (shot.is_skin(item)) return shot.meshes.skin_is_marked() ? skin : bare_skin;
  switch (item.material) {
    case drawing::Material::skin:
    case drawing::Material::flesh: return flesh;
    case drawing::Material::bone: return bone;
    case drawing::Material::cartilage: return cartilage;
    case drawing::Material::ligament:
    case drawing::Material::fascia: return fibrous;
    case drawing::Material::organ:
    case drawing::Material::nerve: return moist;
  }
  return bone;
}

void SurfacesPass::set_look(const Shot& shot, const drawing::DrawItem& item, const gl::Program& program) {
  program.set("colour", item.colour);
  program.set("opacity", item.opacity);
  program.set("glow", glow_of(item));
  program.offer("striation", shot.meshes.has_fibres(item.mesh) ? 1.0F : 0.0F);
  program.offer("depth_of_strands", item.material == drawing::Material::ligament ? 0.34F : 0.22F);
}

void SurfacesPass::draw_item(const Shot& shot, const drawing::DrawItem& item, const gl::Program& program) {
  const bool skin = shot.is_skin(item);
  set_place(program, item);
  // Closed solids hide their own back faces; skin that is open, by window or lens, and what a section has cut do not.
  const bool open = shot.scene.section.has_value() || (skin && (!shot.scene.opening.closed() || item.outside_lens));
  const Enabled cull(GL_CULL_FACE, item.opacity < 1.0F || !open);
  if (skin) {
    shot.meshes.bind_skin();
    shot.meshes.draw_skin(shot.stray(item));
  } else {
    shot.meshes.bind();
    shot.meshes.draw(item.mesh, shot.stray(item));
  }
}

void SurfacesPass::shade(const Shot& shot, const Items& items) const {
  // One program after the other: changing programs costs more than overdraw saves between kinds.
  const Looks& looks = shot.quality == Quality::high ? fine_looks_ : looks_;
  for (const gl::Program* program : {&looks.skin, &looks.bare_skin, &looks.flesh, &looks.bone, &looks.cartilage, &looks.fibrous, &looks.moist}) {
    const auto has_look = [&](const drawing::DrawItem* item) { return &looks.of(shot, *item) == program; };
    if (std::none_of(items.begin(), items.end(), has_look)) continue;
    program->use();
    set_common(*program, shot);
    set_opening(*program, shot.scene);
    set_shadow(*program, shot);
    for (const drawing::DrawItem* item : items) {
      if (!has_look(item)) continue;
      set_look(shot, *item, *program);
      draw_item(shot, *item, *program);
    }
  }
}

void SurfacesPass::draw_opaque(const Shot& shot) {
  const Enabled depth_test(GL_DEPTH_TEST);
  const CutBySection cut(shot);
  Items skin, solids;
  for (const drawing::DrawItem& item : shot.scene.items) {
    if (item.opacity >= 1.0F) (shot.is_skin(item) ? skin : solids).push_back(&item);
  }
  shade(shot, skin);  // first: what it covers is then hidden before it is shaded
  if (shot.scene.section) {  // the plane cuts boxes open, too
    shade(shot, solids);
    return;
  }
  // Nearer ones first: what they cover is not shaded.
  const auto distance = [&](const drawing::DrawItem* item) {
    return glm::distance(centre_of(*item), shot.scene.camera.eye);
  };
  std::stable_sort(solids.begin(), solids.end(), [&](const auto* a, const auto* b) { return distance(a) < distance(b); });
  shade(shot, culling_.showing(shot, solids));
  culling_.ask(shot, solids);
}

bool SurfacesPass::is_translucent(const drawing::DrawItem& item) { return item.opacity < 1.0F && item.opacity > 0.004F; }

SurfacesPass::Items SurfacesPass::translucent(const Shot& shot) {
  Items items;
  for (const drawing::DrawItem& item : shot.scene.items) {
    if (is_translucent(item)) items.push_back(&item);
  }
  return items;
}

void SurfacesPass::find_layer(const Shot& shot, const Items& items, const gl::Texture* peeled) const {
  const Enabled depth_test(GL_DEPTH_TEST);
  const CutBySection cut(shot);
  glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
  if (peeled != nullptr) peeled->bind(0);
  for (const gl::Program* program : {&next_layer_of_skin_, &next_layer_}) {
    program->use();
    set_common(*program, shot);
    set_opening(*program, shot.scene);
    program->set("peeled", 0);
    program->set("first_layer", peeled == nullptr);
    for (const drawing::DrawItem* item : items) {
      if (shot.is_skin(*item) == (program == &next_layer_of_skin_)) draw_item(shot, *item, *program);
    }
  }
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

void SurfacesPass::shade_layer(const Shot& shot, const Items& items) const {
  const Enabled depth_test(GL_DEPTH_TEST);
  const CutBySection cut(shot);
  glDepthFunc(GL_EQUAL);
  shade(shot, items);
  glDepthFunc(GL_LESS);
}

void SurfacesPass::draw_patches(const Shot& shot) const {
  const bool in_lens = shot.lens_opens_skin();
  if (shot.meshes.skin() < 0 || (shot.scene.opening.closed() && !in_lens) || !shot.scene.skin_patches) return;
  const LaidOver over(shot);
  patch_.use();
  set_common(patch_, shot);
  set_opening(patch_, shot.scene);
  patch_.set("colour", shot.scene.skin_colour);
  set_place(patch_, {}, in_lens);  // what is drawn on the skin stays there when it is gone: as it rests
  shot.meshes.bind_skin();
  shot.meshes.draw_skin();
}

}  // namespace dorsum::render
