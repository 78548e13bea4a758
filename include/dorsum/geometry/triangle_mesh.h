#pragma once
// The one mesh type of the program: indexed triangles in the body frame.
// Millimetres; +X the body's left, +Y posterior, +Z superior. Triangles wind counter-clockwise seen from outside.

#include <array>
#include <cmath>
#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace dorsum::geometry {

using Triangle = std::array<std::uint32_t, 3>;

struct TriangleMesh {
  std::vector<glm::vec3> positions;  ///< mm
  std::vector<Triangle> triangles;
  std::vector<glm::vec3> normals;  ///< unit length, one a vertex; empty until computed
  std::vector<glm::vec2> fibre;    ///< mm along (x) and across (y) the fibres, one a vertex; may be empty
  std::vector<float> tendon;       ///< 0 flesh to 1 tendon or aponeurosis, one a vertex; may be empty
  /// Further figures from 0 to 1, each list one a vertex: on a bone the areas where muscles hold
  /// (body/attachments.h says which is which); may be empty.
  std::vector<std::vector<float>> masks;
};

struct Bounds {
  glm::vec3 low{0.0F};
  glm::vec3 high{0.0F};
};

/// Whether a place is one: no coordinate is NaN or infinite.
[[nodiscard]] inline bool is_finite(const glm::vec3& place) {
  return std::isfinite(place.x) && std::isfinite(place.y) && std::isfinite(place.z);
}

/// The smallest axis-aligned box around all positions; zero when there are none.
[[nodiscard]] Bounds bounds_of(const TriangleMesh& mesh);

/// Whether two boxes are nowhere farther apart along an axis than `mm`; with 0, whether they touch.
[[nodiscard]] bool within(const Bounds& a, const Bounds& b, float mm);

/// Surface area in mm2.
[[nodiscard]] double area_of(const TriangleMesh& mesh);

/// Signed volume in mm3 (divergence theorem): positive when a closed mesh winds outward.
[[nodiscard]] double signed_volume_of(const TriangleMesh& mesh);

/// Whether normals, fibres, tendon and masks are missing or one a vertex: what every mesh is, for asserts.
[[nodiscard]] bool data_fits(const TriangleMesh& mesh);

/// Adds `part` to `whole`, keeping per-vertex data where both have it (missing data is filled with zeros).
void append(TriangleMesh& whole, const TriangleMesh& part);

/// The mirror image about the plane x = mirror_x, wound outward again.
[[nodiscard]] TriangleMesh mirrored(const TriangleMesh& mesh, float mirror_x);

}  // namespace dorsum::geometry
