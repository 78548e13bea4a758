#pragma once
// How far a point lies outside or inside a closed surface.

#include <cstdint>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

/// Distances to a closed mesh that winds outward. The sign is that of the angle-weighted normal at the nearest
/// point (Baerentzen and Aanaes 2005, "Signed distance computation using the angle weighted pseudonormal"), which is
/// right at edges and corners too. Vertices at exactly the same place count as one.
class SignedDistance {
 public:
  /// Keeps what it needs of the mesh, which may be dropped afterwards.
  explicit SignedDistance(const TriangleMesh& mesh);
  ~SignedDistance();
  SignedDistance(SignedDistance&&) noexcept;
  SignedDistance& operator=(SignedDistance&&) noexcept;

  struct Nearest {
    float distance = 0.0F;        ///< mm, negative inside
    glm::vec3 position{0.0F};     ///< the nearest point of the surface, mm
    glm::vec3 outward{0.0F};      ///< unit: where the distance grows
    std::uint32_t triangle = 0;
    glm::vec3 barycentric{0.0F};  ///< of `position` in it
  };
  /// Nothing where the surface is farther than `radius` mm, whichever side.
  [[nodiscard]] std::optional<Nearest> at(glm::vec3 point, float radius) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dorsum::geometry
