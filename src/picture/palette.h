#pragma once
// Colours of the picture. Written as they are seen (sRGB), handed out linear.

#include <glm/vec3.hpp>

#include "dorsum/atlas/structure.h"
#include "dorsum/atlas/tissue_colour.h"  // a structure's own colour
#include "dorsum/drawing/item.h"
#include "dorsum/picture/attachments.h"
#include "dorsum/state/state.h"

namespace dorsum::picture {

[[nodiscard]] drawing::Material material_of(atlas::Kind kind);

/// Of the arcs to where pain is felt.
[[nodiscard]] glm::vec3 arc_colour(state::Theme theme);

/// Of the ribbons of strokes, and of skin that no hand presses; neither is like pain's red.
[[nodiscard]] glm::vec3 hand_colour();
[[nodiscard]] glm::vec3 where_not_colour();

struct Backdrop {
  glm::vec3 top, bottom, accent;
  glm::vec3 ink, paper;  ///< of text in the picture, and of its halo
};
[[nodiscard]] Backdrop backdrop_of(state::Theme theme);

}  // namespace dorsum::picture
