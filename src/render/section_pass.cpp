#include "section_pass.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "shader_library.h"
#include "vertex_inputs.h"

namespace dorsum::render {
namespace {

constexpr GLuint painted = 0x80, counted = 0x7F;  ///< bits of the stencil: a face is there; winding number
constexpr int corners_a_segment = 6;

// As they are mixed in anatomy plates; linear RGB.
constexpr glm::vec3 skin_cut{0.62F, 0.34F, 0.25F}, fat_cut{0.86F, 0.66F, 0.26F}, fat_within{0.90F, 0.76F, 0.46F};
constexpr glm::vec3 ink{0.10F, 0.035F, 0.025F}, cortex{0.86F, 0.76F, 0.55F};
constexpr float skin_width = drawing::skin_thickness, fat_width = drawing::skin_thickness + drawing::fat_thickness;  ///< mm from the outline inward

glm::vec3 face_colour(const drawing::DrawItem& item, bool skin) {
  if (skin) return fat_within;  // what no structure fills is fat and what is as pale
  switch (item.material) {
    case drawing::Material::flesh: return glm::min(item.colour * 1.18F, glm::vec3(1.0F));
    case drawing::Material::bone: return {0.72F, 0.52F, 0.34F};  // spongy bone, full of marrow
    default: return item.colour;
  }
}

/// One corner of what is drawn along a segment.
struct Corner {
  glm::vec4 from, to;
};

}  // namespace

Result<SectionPass> SectionPass::create() {
  SectionPass pass;
  struct Wanted {
    gl::Program* program;
    const char *vertex, *fragment;
  };
  for (const Wanted& wanted : {Wanted{&pass.count_, "section_fan.vert", "nothing.frag"},
                               Wanted{&pass.stroke_, "section_stroke.vert", "section_stroke.frag"},
                               Wanted{&pass.face_, "section_face.vert", "section_face.frag"}}) {
    auto program = load_program(wanted.vertex, wanted.fragment);
    if (!program) return Failure(program.error());
    *wanted.program = std::move(*program);
  }
  const gl::Attribute attributes[] = {{.location = location_of("from"), .components = 4, .offset = offsetof(Corner, from)},
                                      {.location = location_of("to"), .components = 4, .offset = offsetof(Corner, to)}};
  pass.array_.read(pass.buffer_, sizeof(Corner), attributes);
  return pass;
}

void SectionPass::take(const drawing::Scene& scene) {
  if (taken_ == scene.section_cuts) return;
  taken_ = scene.section_cuts;
  cuts_.clear();
  if (!taken_ || !scene.section) return;
  sheet_ = geometry::PlaneSheet(*scene.section);

  std::vector<Corner> corners;
  for (const drawing::SectionCut& cut : *taken_) {
    if (cut.ends.empty()) continue;
    Cut made{.mesh = cut.mesh, .first = static_cast<GLint>(corners.size()), .count = 0, .pivot = glm::vec3(cut.ends.front()), .extent = {}};
    glm::vec2 low(1e9F), high(-1e9F);
    for (std::size_t i = 0; i + 1 < cut.ends.size(); i += 2) {
      for (int corner = 0; corner < corners_a_segment; ++corner) corners.push_back({cut.ends[i], cut.ends[i + 1]});
      const glm::vec2 at = sheet_.on(glm::vec3(cut.ends[i]));
      low = glm::min(low, at);
      high = glm::max(high, at);
    }
    made.extent = glm::vec4(low, high);
    made.count = static_cast<GLsizei>(corners.size()) - made.first;
    cuts_.push_back(made);
  }
  buffer_.fill(std::span<const Corner>(corners), GL_DYNAMIC_DRAW);
}

const SectionPass::Cut* SectionPass::cut_of(std::uint32_t mesh) const {
  const auto found = std::find_if(cuts_.begin(), cuts_.end(), [mesh](const Cut& cut) { return cut.mesh == mesh; });
  return found == cuts_.end() ? nullptr : &*found;
}

void SectionPass::draw_face(const Shot& shot, const Cut& cut) const {
  face_.use();
  face_.set("view_projection", shot.view_projection);
  face_.set("origin", sheet_.origin);
  face_.set("axis_u", sheet_.u);
  face_.set("axis_v", sheet_.v);
  face_.set("extent", cut.extent);
  nothing_.bind();
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void SectionPass::draw_strokes(const Shot& shot, const Cut& cut, const Stroke& stroke, bool erase) const {
  stroke_.use();
  set_common(stroke_, shot);
  set_opening(stroke_, shot.scene);
  stroke_.set("normal", glm::cross(sheet_.u, sheet_.v));
  stroke_.set("width", stroke.width);
  stroke_.set("least_pixels", stroke.pixels);
  stroke_.set("pixel_angle", shot.pixel_angle());
  stroke_.set("colour", stroke.colour);
  stroke_.set("erase", erase);
  array_.bind();
  glDrawArrays(GL_TRIANGLES, cut.first, cut.count);
}

void SectionPass::draw_item(const Shot& shot, const drawing::DrawItem& item, const Cut& cut) const {
  const bool skin = shot.is_skin(item), opaque = item.opacity >= 1.0F;
  // How often the outline winds around each pixel.
  glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
  glDisable(GL_DEPTH_TEST);
  glStencilMask(counted);
  glStencilFunc(GL_ALWAYS, 0, counted);
  glStencilOpSeparate(GL_FRONT, GL_KEEP, GL_KEEP, GL_INCR_WRAP);
  glStencilOpSeparate(GL_BACK, GL_KEEP, GL_KEEP, GL_DECR_WRAP);
  count_.use();
  set_common(count_, shot);
  set_place(count_, item);
  count_.set("pivot", cut.pivot);
  array_.bind();
  glDrawArrays(GL_TRIANGLES, cut.first, cut.count);
  if (skin) {
    // Where the skin is open its fat is gone too.
    glStencilOp(GL_ZERO, GL_ZERO, GL_ZERO);
    draw_strokes(shot, cut, {drawing::opened_thickness, 0.0F, ink}, true);
  }
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glEnable(GL_DEPTH_TEST);

  glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
  glStencilFunc(GL_NOTEQUAL, 0, counted);
  face_.use();
  set_common(face_, shot);
  face_.set("colour", face_colour(item, skin));
  face_.set("opacity", item.opacity);
  face_.set("tissue", skin ? 0 : static_cast<int>(item.material));
  face_.set("pixel_angle", shot.pixel_angle());
  face_.set("glow", (item.hovered ? 1.0F : 0.0F) + (item.selected ? 0.7F : 0.0F));
  draw_face(shot, cut);
  if (opaque) {
    if (skin) {
      draw_strokes(shot, cut, {fat_width, 0.0F, fat_cut}, false);
      draw_strokes(shot, cut, {skin_width, 2.0F, skin_cut}, false);
    } else if (item.material == drawing::Material::bone) {
      draw_strokes(shot, cut, {1.6F, 1.8F, cortex}, false);
    }
    draw_strokes(shot, cut, {0.22F, 0.9F, ink}, false);
  }
  // Clean for the next one; what is painted stays known.
  glStencilMask(counted | painted);
  glStencilFunc(GL_NOTEQUAL, opaque ? painted : 0, counted);
  glStencilOp(GL_KEEP, GL_ZERO, GL_REPLACE);
  glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
  draw_face(shot, cut);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

void SectionPass::draw_items(const Shot& shot, bool opaque) const {
  const Enabled stencil(GL_STENCIL_TEST);
  const Enabled depth_test(GL_DEPTH_TEST);
  const Enabled blend(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glDepthMask(GL_FALSE);
  for (const drawing::DrawItem& item : shot.scene.items) {
    if ((item.opacity >= 1.0F) != opaque || item.opacity < 0.004F) continue;
    if (const Cut* const cut = cut_of(item.mesh)) draw_item(shot, item, *cut);
  }
  glDepthMask(GL_TRUE);
}

void SectionPass::draw_opaque(const Shot& shot) const {
  if (cuts_.empty()) return;
  draw_items(shot, true);

  // All faces lie in one plane: its depth is written once, where any was painted.
  const Enabled stencil(GL_STENCIL_TEST);
  const Enabled depth_test(GL_DEPTH_TEST);
  glStencilMask(0);
  glStencilFunc(GL_EQUAL, painted, painted);
  glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
  glDepthFunc(GL_ALWAYS);
  glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
  for (const Cut& cut : cuts_) draw_face(shot, cut);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glDepthFunc(GL_LESS);
  glStencilMask(0xFF);
}

void SectionPass::draw_translucent(const Shot& shot) const {
  if (cuts_.empty()) return;
  const Enabled nearer(GL_POLYGON_OFFSET_FILL);  // the faces of what is whole have left that plane's depth there
  glPolygonOffset(-1.0F, -2.0F);
  draw_items(shot, false);
  glStencilMask(0xFF);
}

}  // namespace dorsum::render
