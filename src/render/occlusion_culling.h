#pragma once
// Occlusion culling: which items are wholly hidden by others, so that they need not be drawn. Boxes around them are tested
// against the depth of what has been drawn (after Bittner and others, "Coherent Hierarchical Culling", Eurographics 2004,
// with a single level), and what the card finds counts from the next picture on: nobody waits for it. Until it is known
// everything counts as seen, and so again when anything but the eye has changed. Small neighbours share a box, since a
// question costs as much as some thousand triangles (on llvmpipe it goes to every tile of the picture).
//
// In high quality nothing that shows is ever missing. While the eye moves, boxes are wider by what it has moved: what a
// faster turn lays bare comes a picture later.

#include <optional>
#include <vector>

#include "dorsum/gl/query.h"
#include "pass.h"

namespace dorsum::render {

class OcclusionCulling {
 public:
  using Items = std::vector<const drawing::DrawItem*>;

  [[nodiscard]] static Result<OcclusionCulling> create();
  /// The meshes are others than before.
  void forget() { setting_ = {}; }
  /// Those of `items` that may show, in their order.
  [[nodiscard]] Items showing(const Shot& shot, const Items& items);
  /// Asks which of `items` show over the depth drawn so far. The depth test must be on.
  void ask(const Shot& shot, const Items& items);

 private:
  OcclusionCulling() = default;

  /// What hides or bares besides the eye.
  struct Setting {
    struct Solid {
      std::uint32_t mesh;
      geometry::Displacement moved;
      std::uint64_t bent;
      bool outside_lens;
      friend bool operator==(const Solid&, const Solid&) = default;
    };
    std::vector<Solid> solids;
    drawing::SkinOpening opening;
    bool skin_hides = false;  ///< it is there and solid
    bool skin_has_lens = false;
    std::optional<glm::vec4> lens_axis, lens_eye;  ///< null without one; w of the axis: its slope
    friend bool operator==(const Setting&, const Setting&) = default;
  };
  struct Question {
    gl::AnySamplesQuery query;
    std::vector<std::uint32_t> meshes;
    bool open = false;  ///< not answered yet
  };
  [[nodiscard]] static Setting setting_of(const Shot& shot, const Items& items);
  void take_answers();
  void begin_anew(std::size_t meshes);

  gl::Program box_;
  gl::VertexArray nothing_;
  std::vector<Question> questions_;
  std::vector<bool> hidden_;       ///< by mesh
  Setting setting_;
  glm::vec3 asked_from_{0.0F};     ///< the eye of the open questions
  glm::vec3 known_from_{0.0F};     ///< the eye that hidden_ is of
  glm::vec3 last_eye_{0.0F};
};

}  // namespace dorsum::render
