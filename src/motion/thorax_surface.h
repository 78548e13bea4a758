#pragma once
// The chest wall under a shoulder blade, as a smooth surface: the distance from an upright axis as a polynomial of the
// angle about it (quartic) and the height (cubic), by least squares through the outermost points of ribs 1 to 10.
// An ellipsoid fitted the same way comes out a hyperboloid.

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace dorsum::motion {

class ThoraxSurface {
 public:
  /// `ribs`: points of one side's ribs 1 to 10, mm; `axis`: x and y of the axis; `outward`: the sign of that side's x.
  ThoraxSurface(const std::vector<glm::dvec3>& ribs, glm::dvec2 axis, double outward);
  /// mm outside the surface, away from the axis; negative within.
  [[nodiscard]] double outside(glm::dvec3 place) const;

 private:
  static constexpr int terms = 17;  // angle^i height^j, i to 4, j to 3, i + j below 6
  static void basis(double angle, double height, double* values);
  [[nodiscard]] double angle_of(glm::dvec3 place) const;
  glm::dvec2 axis_;
  double outward_ = 1.0, middle_ = 0.0, low_ = 0.0, high_ = 0.0;
  double coefficients_[terms] = {};
};

}  // namespace dorsum::motion
