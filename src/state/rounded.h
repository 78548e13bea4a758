#pragma once
// Lengths and angles as people read them.

#include <cmath>
#include <glm/vec3.hpp>

namespace dorsum::state {

[[nodiscard]] inline float to_tenths(float value) { return std::round(value * 10.0F) / 10.0F; }
[[nodiscard]] inline float to_hundredths(float value) { return std::round(value * 100.0F) / 100.0F; }
[[nodiscard]] inline glm::vec3 to_tenths(glm::vec3 place) { return {to_tenths(place.x), to_tenths(place.y), to_tenths(place.z)}; }

}  // namespace dorsum::state
