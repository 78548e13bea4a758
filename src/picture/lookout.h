#pragma once
// Which spots of the structures the eye sees, and how much of each structure.

#include <optional>

#include "label_anchors.h"
#include "picture_plane.h"
#include "section_cuts.h"

namespace dorsum::picture {

/// How a structure presents itself to the eye.
struct Sighting {
  glm::vec2 anchor{0.0F};   ///< pixels: the spot in sight nearest to the middle of what is in sight
  glm::vec2 outermost{0.0F};  ///< pixels: the spot in sight farthest from the picture's middle line
  bool outer_end = false;   ///< `outermost` is nearly as far out as the structure reaches
  float area = 0.0F;        ///< mm2 of surface in sight, about
};

/// The part of the picture where a leader may end.
struct Field {
  glm::vec2 low{0.0F}, high{0.0F};
  [[nodiscard]] bool holds(glm::vec3 p) const {
    return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y && p.z > 0.0F && p.z < 1.0F;
  }
};

class Lookout {
 public:
  Lookout(const body::Body& body, const PicturePlane& plane, Field field) : body_(body), plane_(plane), field_(field) {}

  /// What is in sight of a structure, unless it only peeps out; one that is `wanted` may peep out.
  [[nodiscard]] std::optional<Sighting> find(std::size_t structure, const LabelAnchors& anchors, bool wanted) const;
  /// The same of its cut face, which counts as in sight when the spot on it is.
  [[nodiscard]] std::optional<Sighting> find(std::size_t structure, const CutSpot& face) const;
  /// Where a point on closed skin falls, if it is in sight.
  [[nodiscard]] std::optional<glm::vec2> on_skin(glm::vec3 point, glm::vec3 outward) const;

 private:
  [[nodiscard]] bool sees(std::size_t structure, glm::vec3 spot, glm::vec3 facing) const;

  const body::Body& body_;
  const PicturePlane& plane_;
  Field field_;
};

}  // namespace dorsum::picture
