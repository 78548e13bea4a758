#include "pass.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/exponential.hpp>
#include <glm/geometric.hpp>
#include <limits>

namespace dorsum::render {

void set_common(const gl::Program& program, const Shot& shot) { set_common(program, shot.scene, shot.view_projection); }

void set_common(const gl::Program& program, const drawing::Scene& scene, const glm::mat4& view_projection) {
  program.offer("view_projection", view_projection);
  program.offer("eye", scene.camera.eye);
  program.offer("key_direction", scene.key.direction);
  program.offer("key_colour", scene.key.colour);
  program.offer("fill_direction", scene.fill.direction);
  program.offer("fill_colour", scene.fill.colour);
  program.offer("accent", scene.accent);
  program.offer("section", scene.section.value_or(glm::vec4(0.0F, 0.0F, 0.0F, 1.0F)));
  program.offer("axis", scene.axis);
  const drawing::LensCone lens = scene.lens.value_or(drawing::LensCone{});
  program.offer("lens_eye", lens.origin);
  program.offer("lens_axis", lens.axis);
  program.offer("lens_slope", lens.slope);
}

void set_place(const gl::Program& program, const drawing::DrawItem& item) { set_place(program, item.moved, item.outside_lens); }

void set_place(const gl::Program& program, const geometry::Displacement& moved, bool opened_by_lens) {
  program.offer("lift", moved.lift);
  program.offer("offset", moved.offset);
  program.offer("opened_by_lens", opened_by_lens);
}

void set_opening(const gl::Program& program, const drawing::Scene& scene) {
  // Infinity is kept out of shaders: differences of it are no numbers.
  const auto finite = [](float edge) { return std::clamp(edge, -1.0e5F, 1.0e5F); };
  program.offer("opening", glm::vec2(finite(scene.opening.left), finite(scene.opening.right)));
  program.offer("midline", scene.midline);
}

void set_shadow(const gl::Program& program, const Shot& shot) {
  constexpr int unit = 3;
  if (shot.shadow.map == nullptr) return;
  shot.shadow.map->bind(unit);
  program.offer("shadow_map", unit);
  program.offer("to_shadow", shot.shadow.to_map);
  program.offer("shadow_texel", shot.shadow.texel);
  program.offer("shadow_step", glm::vec2(shot.shadow.step));
  program.offer("shadow_turn", static_cast<float>(shot.sample) * 2.3999632F);
}

void set_eye_space(const gl::Program& program, const Shot& shot) {
  // From the projection's own entries (OpenGL clip space). Perspective: near = p32 / (p22 - 1), far = p32 / (p22 + 1);
  // parallel: near = (p32 + 1) / p22, far = (p32 - 1) / p22. Distance = (x + y z) / (z + w z) of `eye_depth`.
  const glm::mat4& p = shot.projection;
  const bool perspective = p[2][3] != 0.0F;
  const float near = perspective ? p[3][2] / (p[2][2] - 1.0F) : (p[3][2] + 1.0F) / p[2][2];
  const float far = perspective ? p[3][2] / (p[2][2] + 1.0F) : (p[3][2] - 1.0F) / p[2][2];
  program.offer("eye_depth", perspective ? glm::vec4(near * far, 0.0F, far, near - far) : glm::vec4(near, far - near, 1.0F, 0.0F));
  program.offer("perspective", perspective);
  program.offer("field_scale", glm::vec2(1.0F / p[0][0], 1.0F / p[1][1]));
  program.offer("field_shift", perspective ? glm::vec2(p[2][0], p[2][1]) : glm::vec2(-p[3][0], -p[3][1]));
}

glm::ivec4 busy_rectangle(const drawing::Scene& scene, const glm::mat4& to_clip, drawing::Viewport viewport,
                          float line_width) {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  const glm::ivec4 everything(0, 0, viewport.width, viewport.height);
  const bool perspective = scene.camera.projection[2][3] != 0.0F;
  glm::vec2 low(infinity), high(-infinity);
  for (const drawing::DrawItem& item : scene.items) {
    const geometry::Bounds& box = item.bounds;
    for (int corner = 0; corner < 8; ++corner) {
      const glm::vec3 p((corner & 1) != 0 ? box.high.x : box.low.x, (corner & 2) != 0 ? box.high.y : box.low.y, (corner & 4) != 0 ? box.high.z : box.low.z);
      const glm::vec4 clip = to_clip * glm::vec4(p, 1.0F);
      if (perspective && clip.w <= 1.0F) return everything;  // reaches behind the eye
      low = glm::min(low, glm::vec2(clip) / clip.w);
      high = glm::max(high, glm::vec2(clip) / clip.w);
    }
  }
  if (low.x > high.x) return glm::ivec4(0);
  const int margin = 5 + static_cast<int>(line_width);  // room for smoothed edges and the outline
  const glm::vec2 size(static_cast<float>(viewport.width), static_cast<float>(viewport.height));
  const glm::ivec2 from = glm::max(glm::ivec2(glm::clamp(low * 0.5F + 0.5F, 0.0F, 1.0F) * size) - margin, glm::ivec2(0));
  const glm::ivec2 to = glm::min(glm::ivec2(glm::clamp(high * 0.5F + 0.5F, 0.0F, 1.0F) * size) + margin, glm::ivec2(size));
  return {from, to - from};
}

LaidOver::LaidOver(const Shot& shot) : cut_(shot) {
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glDepthMask(GL_FALSE);
}

Within::Within(const Shot& shot, int divisor, glm::ivec2 corner) {
  const glm::ivec4 busy = shot.busy / divisor;
  glScissor(corner.x + busy.x, corner.y + busy.y, busy.z + 1, busy.w + 1);
}

glm::vec3 seen(glm::vec3 linear) { return glm::pow(linear, glm::vec3(1.0F / 2.2F)); }

bool Shot::lens_opens_skin() const {
  return std::any_of(scene.items.begin(), scene.items.end(), [&](const drawing::DrawItem& item) { return is_skin(item) && item.outside_lens; });
}

float Shot::stray(const drawing::DrawItem& item) const {
  // What is cut must meet its cut face, and what lies on bone is made of the bone's own triangles.
  const bool on_bone = scene.attachments && !scene.attachments->empty() && item.material == drawing::Material::bone;
  const bool fine = quality == Quality::high;
  if ((fine && item.opacity >= 1.0F) || scene.section || on_bone) return 0.0F;
  // While things move, less than the eye follows; what one sees through is drawn once for each layer of it, so that
  // its triangles count tenfold, and its edges are faint.
  const float pixels = fine ? 0.5F : 0.7F;
  const geometry::Bounds& bounds = item.bounds;
  const glm::vec3 eye = scene.camera.eye;
  const bool parallel = projection[3][3] == 1.0F;
  return pixels * pixel_angle() * (parallel ? 1.0F : glm::distance(eye, glm::clamp(eye, bounds.low, bounds.high)));
}

void draw_screen(const gl::VertexArray& nothing) {
  nothing.bind();
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace dorsum::render
