#pragma once
// The hollows of the body, in which a cut lays bare what no structure fills.

#include <cstdint>
#include <glm/vec3.hpp>
#include <optional>

#include "dorsum/body/stance.h"

namespace dorsum::body {

enum class Hollow : std::uint8_t { skull, spinal_canal, chest, belly, pelvis };

/// The hollow that a point lies in, told by the bones and the muscles of the trunk's wall on all sides of it. None between
/// muscles, under the skin, and in the limbs.
[[nodiscard]] std::optional<Hollow> hollow_at(const Stance& stance, glm::vec3 point);

}  // namespace dorsum::body
