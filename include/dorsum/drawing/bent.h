#pragma once
// Meshes that are no longer as the renderer was given them: the same corners at other places.

#include <cstdint>
#include <glm/vec3.hpp>
#include <memory>
#include <span>
#include <vector>

namespace dorsum::drawing {

struct BentMesh {
  std::uint32_t mesh = 0;
  std::span<const glm::vec3> positions;  ///< mm, one a vertex
  std::span<const glm::vec3> normals;    ///< unit, one a vertex
};

struct BentMeshes {
  std::uint64_t number = 0;      ///< another for each: what was made of one is not good for the next
  std::vector<BentMesh> meshes;  ///< by number; all others are as they were given
  std::shared_ptr<const void> owner;  ///< keeps what the spans look at
};

}  // namespace dorsum::drawing
