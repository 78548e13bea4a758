#pragma once
// What every pass is given, and the few uniforms that most of them share.

#include "dorsum/gl/program.h"
#include "dorsum/render/renderer.h"
#include "gpu_meshes.h"
#include "targets.h"

namespace dorsum::render {

struct Frame {
  const view::Scene& scene;
  view::Viewport viewport;
  Quality quality;
  const GpuMeshes& meshes;
  const Targets& targets;
  glm::mat4 view_projection;
  unsigned int output;  ///< framebuffer of the finished picture
  glm::ivec4 busy;      ///< left, bottom, width, height: the pixels that the body can cover

  [[nodiscard]] bool is_skin(const view::DrawItem& item) const { return static_cast<int>(item.mesh) == meshes.skin(); }
};

/// Light, eye, section and matrices for programs that use surface.vert or skin.vert.
void set_common(const gl::Program& program, const Frame& frame);
/// The opening, for programs that use skin_window.glsl.
void set_opening(const gl::Program& program, const Frame& frame);
/// One triangle over the whole picture, for programs that use screen.vert.
void draw_screen(const gl::VertexArray& nothing);

/// The rectangle of the picture that the items' bounds project to, a little wider.
[[nodiscard]] glm::ivec4 busy_rectangle(const view::Scene& scene, const GpuMeshes& meshes, view::Viewport viewport);

/// Sets a capability for the life of a scope.
class Enabled {
 public:
  explicit Enabled(GLenum capability, bool wanted = true) : capability_(wanted ? capability : GL_NONE) {
    if (capability_ != GL_NONE) glEnable(capability_);
  }
  ~Enabled() {
    if (capability_ != GL_NONE) glDisable(capability_);
  }
  Enabled(const Enabled&) = delete;
  Enabled& operator=(const Enabled&) = delete;
  Enabled(Enabled&&) = delete;
  Enabled& operator=(Enabled&&) = delete;

 private:
  GLenum capability_;
};

/// Keeps passes over the picture to its busy rectangle, `divisor` times smaller, for the life of a scope.
class Within {
 public:
  Within(const Frame& frame, int divisor, glm::ivec2 corner = glm::ivec2(0));

 private:
  Enabled scissor_{GL_SCISSOR_TEST};
};

}  // namespace dorsum::render
