#pragma once
// The plane that cuts the body: its words in commands, and where it lies.

#include <glm/vec3.hpp>

#include "dorsum/state/command.h"
#include "dorsum/state/state.h"

namespace dorsum::state {

/// Unit, at right angles to the plane, towards what is cut away.
[[nodiscard]] glm::vec3 cut_direction(const Section& section);

/// The plane that faces a camera and goes through what it looks at.
[[nodiscard]] Section facing(const Camera& camera);

/// The cut turned to look another way, about the place where it meets the line through `pivot` at right angles to it.
[[nodiscard]] Section turned(const Section& section, float azimuth, float elevation, glm::vec3 pivot);

/// What the command that makes this cut says: `{"oblique", 30, 10, 600}`.
[[nodiscard]] Arguments arguments_of(const Section& section);

}  // namespace dorsum::state
