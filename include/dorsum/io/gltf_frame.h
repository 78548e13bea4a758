#pragma once
// The one place where the body's frame meets glTF's. Body: mm, +X left, +Y posterior, +Z superior.
// glTF 2.0 section 3.4: metres, +Y up, the front of an asset faces +Z. A rotation and a scale, no mirror.

#include <glm/vec3.hpp>

namespace dorsum::io {

[[nodiscard]] constexpr glm::vec3 direction_to_gltf(glm::vec3 v) { return {v.x, v.z, -v.y}; }
[[nodiscard]] constexpr glm::vec3 direction_from_gltf(glm::vec3 v) { return {v.x, -v.z, v.y}; }

[[nodiscard]] constexpr glm::vec3 position_to_gltf(glm::vec3 mm) { return direction_to_gltf(mm) / 1000.0F; }
[[nodiscard]] constexpr glm::vec3 position_from_gltf(glm::vec3 metres) { return direction_from_gltf(metres) * 1000.0F; }

}  // namespace dorsum::io
