#include "pass.h"

#include <algorithm>
#include <cmath>

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

void draw_screen(const gl::VertexArray& nothing) {
  nothing.bind();
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace dorsum::render
