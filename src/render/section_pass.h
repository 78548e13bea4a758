#pragma once
// The cut faces of a section. The outlines where the plane cuts the meshes come with the scene; what lies within
// an outline is counted in the stencil buffer by its winding number, so that no outline needs to be put in
// order or triangulated. Structures are painted in the scene's order, outer ones first: what lies within another
// is painted over it.

#include <memory>
#include <vector>

#include "dorsum/geometry/plane_section.h"
#include "pass.h"

namespace dorsum::render {

class SectionPass {
 public:
  [[nodiscard]] static Result<SectionPass> create();
  /// Sends the outlines to the GPU when they are others than last time.
  void take(const drawing::Scene& scene);
  /// Cut faces of what is opaque; they hide what lies behind them.
  void draw_opaque(const Shot& shot) const;
  void draw_translucent(const Shot& shot) const;

 private:
  SectionPass() = default;
  struct Cut {
    std::uint32_t mesh = 0;
    GLint first = 0;      ///< vertex in the buffer
    GLsizei count = 0;
    glm::vec3 pivot{0.0F};
    glm::vec4 extent{0.0F};  ///< lowest and highest along the plane's two axes
  };
  struct Stroke {
    float width;  ///< mm on the inner side of the outline
    float pixels; ///< at least
    glm::vec3 colour;
  };
  void draw_items(const Shot& shot, bool opaque) const;
  void draw_item(const Shot& shot, const drawing::DrawItem& item, const Cut& cut) const;
  void draw_face(const Shot& shot, const Cut& cut) const;
  void draw_strokes(const Shot& shot, const Cut& cut, const Stroke& stroke, bool erase) const;
  [[nodiscard]] const Cut* cut_of(std::uint32_t mesh) const;

  std::shared_ptr<const std::vector<drawing::SectionCut>> taken_;  ///< kept, so that another is known by its address
  std::vector<Cut> cuts_;
  geometry::PlaneSheet sheet_;
  gl::Buffer buffer_{GL_ARRAY_BUFFER};
  gl::VertexArray array_, nothing_;
  gl::Program count_, stroke_, face_;
};

}  // namespace dorsum::render
