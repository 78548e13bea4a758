#pragma once
// The bone where the selected muscle holds: whether it shows, and in which colours.

#include <glm/vec3.hpp>

#include "dorsum/body/body.h"
#include "dorsum/state/state.h"

namespace dorsum::picture {

/// Whether the picture tints any bone for the selected muscle.
[[nodiscard]] bool attachments_show(const state::State& state, const body::Body& body);

/// Where the selected muscle begins and where it ends on the bones; linear RGB.
[[nodiscard]] glm::vec3 origin_colour();
[[nodiscard]] glm::vec3 insertion_colour();

}  // namespace dorsum::picture
