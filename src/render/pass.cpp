#include "pass.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <limits>

namespace dorsum::render {

void set_common(const gl::Program& program, const Frame& frame) {
  const view::Scene& scene = frame.scene;
  program.set("view_projection", frame.view_projection);
  program.set("eye", scene.camera.eye);
  program.set("key_direction", scene.key.direction);
  program.set("key_colour", scene.key.colour);
  program.set("fill_direction", scene.fill.direction);
  program.set("fill_colour", scene.fill.colour);
  program.set("accent", scene.accent);
  program.set("section", scene.section.value_or(glm::vec4(0.0F, 0.0F, 0.0F, 1.0F)));
  program.set("sectioned", scene.section.has_value());
}

void set_opening(const gl::Program& program, const Frame& frame) {
  // Infinity is kept out of shaders: differences of it are no numbers.
  const auto finite = [](float edge) { return std::clamp(edge, -1.0e5F, 1.0e5F); };
  program.set("opening", glm::vec2(finite(frame.scene.opening.left), finite(frame.scene.opening.right)));
  program.set("midline", frame.scene.midline);
}

glm::ivec4 busy_rectangle(const view::Scene& scene, const GpuMeshes& meshes, view::Viewport viewport) {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  const glm::ivec4 everything(0, 0, viewport.width, viewport.height);
  const glm::mat4 to_clip = scene.camera.projection * scene.camera.view;
  glm::vec2 low(infinity), high(-infinity);
  for (const view::DrawItem& item : scene.items) {
    const geometry::Bounds bounds = meshes.bounds(item.mesh);
    for (int corner = 0; corner < 8; ++corner) {
      const glm::vec3 p((corner & 1) != 0 ? bounds.high.x + item.lift : bounds.low.x - item.lift,
                        (corner & 2) != 0 ? bounds.high.y + item.lift : bounds.low.y - item.lift,
                        (corner & 4) != 0 ? bounds.high.z + item.lift : bounds.low.z - item.lift);
      const glm::vec4 clip = to_clip * glm::vec4(p, 1.0F);
      if (clip.w <= 1.0F) return everything;  // reaches behind the eye
      low = glm::min(low, glm::vec2(clip) / clip.w);
      high = glm::max(high, glm::vec2(clip) / clip.w);
    }
  }
  if (low.x > high.x) return glm::ivec4(0);
  constexpr int margin = 6;  // room for smoothed edges and the outline
  const glm::vec2 size(static_cast<float>(viewport.width), static_cast<float>(viewport.height));
  const glm::ivec2 from = glm::max(glm::ivec2(glm::clamp(low * 0.5F + 0.5F, 0.0F, 1.0F) * size) - margin, glm::ivec2(0));
  const glm::ivec2 to = glm::min(glm::ivec2(glm::clamp(high * 0.5F + 0.5F, 0.0F, 1.0F) * size) + margin, glm::ivec2(size));
  return {from, to - from};
}

Within::Within(const Frame& frame, int divisor, glm::ivec2 corner) {
  const glm::ivec4 busy = frame.busy / divisor;
  glScissor(corner.x + busy.x, corner.y + busy.y, busy.z + 1, busy.w + 1);
}

void draw_screen(const gl::VertexArray& nothing) {
  nothing.bind();
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace dorsum::render
