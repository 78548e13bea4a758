#pragma once
// Solids as signed distances in mm, negative inside, and the way from such a solid to triangles.
// Distances are right to first order at the surface and keep their sign everywhere; far away they may be
// off by a factor of two, which every user here allows for.

#include <functional>
#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::sculpt {

struct Solid {
  std::function<float(glm::vec3)> distance;
  geometry::Bounds bounds;  ///< a box around its surface, in mm
};

/// `rotation` turns the half axes, which start out along x, y and z.
[[nodiscard]] Solid ellipsoid(glm::vec3 centre, glm::vec3 half_axes, const glm::mat3& rotation = glm::mat3(1.0F));

/// A box with edges rounded by `edge` mm (inside the half axes).
[[nodiscard]] Solid box(glm::vec3 centre, glm::vec3 half_axes, const glm::mat3& rotation, float edge);

/// A cone between two balls; the capsule when the radii agree.
[[nodiscard]] Solid capsule(glm::vec3 from, float from_radius, glm::vec3 to, float to_radius);

/// A section of a tube: an ellipse square to its course.
struct Station {
  glm::vec3 centre{0.0F};
  float first_half_axis = 1.0F;   ///< mm, along `reference` of the tube as far as square to the course allows
  float second_half_axis = 1.0F;  ///< mm, square to both
  float roll = 0.0F;              ///< radians, turns the ellipse about the course from first towards second
};
enum class Ends { round, flat };

/// A tube through stations (Catmull-Rom between them). `reference` must not run along the course.
/// Flat ends are cut square to the course, their edges rounded by `edge` mm.
[[nodiscard]] Solid tube(const std::vector<Station>& stations, glm::vec3 reference, Ends ends = Ends::round, float edge = 0.0F);

/// A point of a plate's middle surface.
struct PlatePoint {
  glm::vec3 position{0.0F};
  float thickness = 1.0F;  ///< mm, whole

  friend PlatePoint operator+(PlatePoint a, PlatePoint b) { return {a.position + b.position, a.thickness + b.thickness}; }
  friend PlatePoint operator-(PlatePoint a, PlatePoint b) { return {a.position - b.position, a.thickness - b.thickness}; }
  friend PlatePoint operator*(float s, PlatePoint a) { return {s * a.position, s * a.thickness}; }
};

/// A curved plate: a Catmull-Rom surface through a grid of points (rows of equal length, at least 2 by 2),
/// with half the thickness on either side. Rows may shrink to a point. A square rim ends at the outer points
/// themselves, so that two plates which share them meet as the bones of a skull do in their suture.
enum class Rim { round, square };
[[nodiscard]] Solid plate(const std::vector<std::vector<PlatePoint>>& rows, Rim rim = Rim::round);

/// The solid taken out of a frame of its own, whose origin and axes (the rotation's columns) are given.
[[nodiscard]] Solid placed(const Solid& solid, glm::vec3 origin, const glm::mat3& rotation);

/// The mirror image about the plane x = mirror_x.
[[nodiscard]] Solid mirrored(const Solid& solid, float mirror_x);

/// One step of building a body: what is added (or carved away) and how softly it meets what is there.
struct Part {
  Solid solid;
  float blend = 0.0F;  ///< mm over which surfaces flow into one another; 0 meets at an edge
  bool carve = false;
};
/// The parts joined in their order. The first must not be carved.
[[nodiscard]] Solid joined(std::vector<Part> parts);

/// Joins two distances softly (quadratic smooth minimum, Quilez 2008).
[[nodiscard]] float soft_union(float a, float b, float blend);

/// Newton's step onto the surface, no farther than half a voxel so that neighbours keep their order.
[[nodiscard]] glm::vec3 onto_surface(const Solid& solid, glm::vec3 p, float voxel);

/// The surface as closed, outward triangles about `voxel` mm large, vertices on the surface.
/// Fails when nothing of the solid is thick enough to show at that size, and when the box around it holds more than
/// any of a body: at 3 mm nearly three cubic metres.
[[nodiscard]] Result<geometry::TriangleMesh> polygonise(const Solid& solid, float voxel);

/// Keeps the `bodies` largest connected bodies (by volume) and drops the specks.
void keep_largest(geometry::TriangleMesh& mesh, std::size_t bodies);

/// At most about `triangles` triangles, keeping the surface closed; leaves the mesh alone where it can't.
void simplify(geometry::TriangleMesh& mesh, std::size_t triangles);

/// From a solid to a finished surface: polygonised at `detail` mm, its `bodies` largest bodies kept, about `triangles` left.
[[nodiscard]] Result<geometry::TriangleMesh> finished(const Solid& solid, float detail, std::size_t bodies, std::size_t triangles);

}  // namespace dorsum::sculpt
