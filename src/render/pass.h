#pragma once
// What every pass is given, and the few uniforms that most of them share.

#include "dorsum/gl/program.h"
#include "dorsum/render/renderer.h"
#include "gpu_meshes.h"
#include "targets.h"

namespace dorsum::render {

/// Where the key light doesn't reach (shadow_pass.h).
struct Shadow {
  const gl::Texture* map = nullptr;  ///< its depth picture; null where nothing asks for it
  glm::mat4 to_map{1.0F};            ///< body mm to place and depth in it, 0 to 1
  float texel = 1.0F;                ///< mm
  float step = 1.0F;                 ///< one texel as a part of the map
};

/// One sample of the picture or of a tile of it; for what is drawn over the finished picture, all of it.
struct Shot {
  const drawing::Scene& scene;
  drawing::Viewport viewport;  ///< of what is drawn
  Quality quality;
  const GpuMeshes& meshes;
  const Targets& targets;
  glm::mat4 projection;     ///< of what is drawn: the scene's, narrowed to a tile and moved by a part of a pixel
  glm::mat4 view_projection;
  glm::ivec4 busy;          ///< left, bottom, width, height: the pixels that the body can cover
  int sample = 0;           ///< number of this sample of the picture
  float line_width = 1.5F;  ///< pixels of the outline: it grows with the whole picture
  Shadow shadow = {};
  bool transparent = false; ///< no background: alpha says how much the body covers

  [[nodiscard]] bool is_skin(const drawing::DrawItem& item) const { return static_cast<int>(item.mesh) == meshes.skin(); }
  /// Whether skin is gone within the lens; what is drawn on it stays there as on air.
  [[nodiscard]] bool lens_opens_skin() const;
  /// How far in mm an item may be drawn from its true surface.
  [[nodiscard]] float stray(const drawing::DrawItem& item) const;
  /// Millimetres a pixel spans at 1 mm from the eye.
  [[nodiscard]] float pixel_angle() const { return 2.0F / projection[1][1] / static_cast<float>(viewport.height); }
};

// What follows is set where a program's shaders have it.
/// Light, eye, section and matrices.
void set_common(const gl::Program& program, const Shot& shot);
void set_common(const gl::Program& program, const drawing::Scene& scene, const glm::mat4& view_projection);
/// Where an item is drawn and whether the lens opens it (moved.glsl, lens.glsl).
void set_place(const gl::Program& program, const drawing::DrawItem& item);
void set_place(const gl::Program& program, const geometry::Displacement& moved, bool opened_by_lens);
/// The opening (skin_window.glsl).
void set_opening(const gl::Program& program, const drawing::Scene& scene);
/// The shadow's map (shadow_map.glsl).
void set_shadow(const gl::Program& program, const Shot& shot);
/// How depth and place in the picture turn into millimetres before the eye (eye_distance.glsl).
void set_eye_space(const gl::Program& program, const Shot& shot);
/// A linear colour as the picture keeps it, for what is drawn over the finished picture.
[[nodiscard]] glm::vec3 seen(glm::vec3 linear);
/// One triangle over the whole picture, for programs that use screen.vert.
void draw_screen(const gl::VertexArray& nothing);

/// The rectangle of the picture that the items' bounds project to, a little wider.
[[nodiscard]] glm::ivec4 busy_rectangle(const drawing::Scene& scene, const glm::mat4& view_projection,
                                        drawing::Viewport viewport, float line_width);

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

/// Cuts by the scene's section, if it has one, for the life of a scope (cut_vertex.glsl; OpenGL ES has no clip distances).
class CutBySection {
 public:
  explicit CutBySection(const Shot& shot) : clip_(GL_CLIP_DISTANCE0, shot.scene.section.has_value()) {}

 private:
  Enabled clip_;
};

/// Mixes what is drawn into the surfaces that are there, for the life of a scope: by its alpha, tested against their depth, cut as
/// they are, from the front alone. Their depth stays.
class LaidOver {
 public:
  explicit LaidOver(const Shot& shot);
  ~LaidOver() { glDepthMask(GL_TRUE); }
  LaidOver(const LaidOver&) = delete;
  LaidOver& operator=(const LaidOver&) = delete;
  LaidOver(LaidOver&&) = delete;
  LaidOver& operator=(LaidOver&&) = delete;

 private:
  CutBySection cut_;
  Enabled depth_test_{GL_DEPTH_TEST}, blend_{GL_BLEND}, cull_{GL_CULL_FACE};
};

/// Keeps passes over the picture to its busy rectangle, `divisor` times smaller, for the life of a scope.
class Within {
 public:
  Within(const Shot& shot, int divisor, glm::ivec2 corner = glm::ivec2(0));

 private:
  Enabled scissor_{GL_SCISSOR_TEST};
};

}  // namespace dorsum::render
