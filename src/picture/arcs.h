#pragma once
// Arcs over the body from a trigger point to each place where its pain is felt: far away is felt as far away.

#include "dorsum/picture/scene.h"
#include "picture_plane.h"

namespace dorsum::picture {

/// One for each zone of a point that is on, up to its edge, but for zones that lie at the point itself. Solid to main areas, dashed
/// to what some feel, too; faint where the body hides them.
[[nodiscard]] std::vector<drawing::Stroke> arcs_of(const state::State& state, const body::Body& body, const PicturePlane& plane,
                                          const drawing::LabelStyle& style, const Moment& moment);

/// The lens's rim: a circle that faces the eye.
[[nodiscard]] drawing::Stroke rim_of(const state::Lens& lens, const PicturePlane& plane, const drawing::LabelStyle& style, glm::vec3 colour);

}  // namespace dorsum::picture
