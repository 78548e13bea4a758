#pragma once
// Smooth curves through the skin's figures: cubic splines with continuous curvature, along a height or
// around a section. Degrees for angles.

#include <span>
#include <vector>

namespace dorsum::sculpt {

/// Natural cubic spline; beyond its ends it keeps the end values.
class Spline {
 public:
  /// `knots` strictly rising, at least two, as many as `values`.
  Spline(std::vector<double> knots, std::vector<double> values);
  [[nodiscard]] double operator()(double at) const;

 private:
  std::vector<double> knots_, values_, bend_;  // bend: second derivatives
};

/// A closed curve over 0 to 360 degrees. `mirrored` angles run from 0 to 180 and describe both sides.
[[nodiscard]] Spline around_section(std::span<const double> angles, std::span<const double> values, bool mirrored);

}  // namespace dorsum::sculpt
