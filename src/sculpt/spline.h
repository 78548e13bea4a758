#pragma once
// Natural cubic splines through evenly spaced values, as weights on those values: a curve or surface
// through authored points is then a plain weighted sum of them. Twice continuously differentiable, so that
// a muscle's shine shows no seam at an authored row (Catmull-Rom, once differentiable, shows them).

#include <cstddef>
#include <vector>

namespace dorsum::sculpt {

class CardinalSpline {
 public:
  /// `count` values, at least 1, at 0, 1 / (count - 1), ..., 1.
  explicit CardinalSpline(std::size_t count);

  [[nodiscard]] std::size_t count() const { return count_; }
  /// How much each value counts for the curve at `t`, 0 to 1. They sum to 1.
  [[nodiscard]] std::vector<double> weights(double t) const;
  /// The same for the derivative by `t`.
  [[nodiscard]] std::vector<double> slopes(double t) const;

 private:
  std::size_t count_;
  std::vector<double> curvature_;  ///< row k: weights of each value on the second derivative at value k
};

}  // namespace dorsum::sculpt
