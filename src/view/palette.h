#pragma once
// Colours of the picture. Written as they are seen (sRGB), handed out linear.

#include <glm/vec3.hpp>

#include "dorsum/app/state.h"
#include "dorsum/atlas/structure.h"
#include "dorsum/view/scene.h"

namespace dorsum::view {

[[nodiscard]] Material material_of(atlas::Kind kind);
/// Muscles are warm reds, deeper ones deeper; neighbours differ a little. Both sides are alike.
[[nodiscard]] glm::vec3 colour_of(const atlas::Structure& structure);

/// Where the selected muscle begins and where it ends on the bones.
[[nodiscard]] glm::vec3 origin_colour();
[[nodiscard]] glm::vec3 insertion_colour();

/// Of the arcs to where pain is felt.
[[nodiscard]] glm::vec3 arc_colour(app::Theme theme);

struct Backdrop {
  glm::vec3 top, bottom, accent;
  glm::vec3 ink, paper;  ///< of text in the picture, and of its halo
};
[[nodiscard]] Backdrop backdrop_of(app::Theme theme);

}  // namespace dorsum::view
