#pragma once
// Where a plane cuts a mesh.

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

/// A point of the cut: on the mesh's edge from vertex `a` to vertex `b`, `part` (0 to 1) of the way.
struct CutPoint {
  glm::vec3 position{0.0F};  ///< mm
  std::uint32_t a = 0, b = 0;
  float part = 0.0F;
};

/// A piece of the cut's outline. Seen against the plane's normal, a solid lies on its left.
struct CutSegment {
  CutPoint from, to;
};

/// A plane as a sheet of paper: two unit axes at right angles on it, and the point of it nearest to the origin.
struct PlaneSheet {
  glm::vec3 origin{0.0F};  ///< mm
  glm::vec3 u{0.0F}, v{0.0F};

  PlaneSheet() = default;
  /// Of the plane dot(xyz, p) + w = 0; xyz need not be unit, but not zero. u x v looks the way of xyz.
  explicit PlaneSheet(const glm::vec4& plane);
  [[nodiscard]] glm::vec2 on(glm::vec3 point) const;  ///< mm along u and v
  [[nodiscard]] glm::vec3 at(glm::vec2 point) const { return origin + u * point.x + v * point.y; }
};

/// The cut's outline by the plane dot(xyz, p) + w = 0, in no order. Where the mesh is closed so is the outline,
/// to the last bit: segments that meet share their end exactly, also across vertices that were split.
[[nodiscard]] std::vector<CutSegment> plane_section(const TriangleMesh& mesh, const glm::vec4& plane);

}  // namespace dorsum::geometry
