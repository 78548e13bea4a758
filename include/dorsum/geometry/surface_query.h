#pragma once
// Rays and closest points against one or many meshes. Embree answers; its types stay in the .cpp.

#include <cstdint>
#include <functional>
#include <glm/vec3.hpp>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "dorsum/geometry/surface_point.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

class SurfaceQuery {
 public:
  /// Keeps its own copy of the positions; meshes may be dropped afterwards. Empty meshes never answer.
  explicit SurfaceQuery(const std::vector<const TriangleMesh*>& meshes);
  ~SurfaceQuery();
  SurfaceQuery(SurfaceQuery&&) noexcept;
  SurfaceQuery& operator=(SurfaceQuery&&) noexcept;
  SurfaceQuery(const SurfaceQuery&) = delete;
  SurfaceQuery& operator=(const SurfaceQuery&) = delete;

  /// Whether a hit counts; lets a pick pass through what is hidden. Called for each candidate.
  using Filter = std::function<bool(const SurfaceHit&)>;

  /// The nearest accepted hit along the ray, if any. `direction` need not be unit; distance is in mm.
  [[nodiscard]] std::optional<SurfaceHit> first_hit(glm::vec3 origin, glm::vec3 direction, const Filter& accept = {}) const;

  /// Every accepted hit along the ray, nearest first; one for each triangle, so an edge that is met counts twice.
  [[nodiscard]] std::vector<SurfaceHit> all_hits(glm::vec3 origin, glm::vec3 direction, const Filter& accept = {}) const;

  /// Whether anything lies along the ray; quicker than first_hit.
  [[nodiscard]] bool is_blocked(glm::vec3 origin, glm::vec3 direction) const;

  /// The nearest surface point within `radius` mm; `mesh` restricts the search to one mesh.
  [[nodiscard]] std::optional<SurfaceHit> closest(glm::vec3 point, float radius = std::numeric_limits<float>::infinity(),
                                                    std::optional<std::uint32_t> mesh = {}) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dorsum::geometry
