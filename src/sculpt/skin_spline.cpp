#include "skin_spline.h"

#include <algorithm>
#include <cstddef>

namespace dorsum::sculpt {

Spline::Spline(std::vector<double> knots, std::vector<double> values)
    : knots_(std::move(knots)), values_(std::move(values)), bend_(knots_.size(), 0.0) {
  // The usual tridiagonal system for the second derivatives, solved in one sweep down and one up.
  const std::size_t n = knots_.size();
  std::vector<double> upper(n, 0.0);
  for (std::size_t i = 1; i + 1 < n; ++i) {
    const double before = knots_[i] - knots_[i - 1];
    const double after = knots_[i + 1] - knots_[i];
    const double turn = (values_[i + 1] - values_[i]) / after - (values_[i] - values_[i - 1]) / before;
    const double pivot = 2.0 * (before + after) - before * upper[i - 1];
    upper[i] = after / pivot;
    bend_[i] = (6.0 * turn - before * bend_[i - 1]) / pivot;
  }
  for (std::size_t i = n - 1; i-- > 1;) bend_[i] -= upper[i] * bend_[i + 1];
}

double Spline::operator()(double at) const {
  if (at <= knots_.front()) return values_.front();
  if (at >= knots_.back()) return values_.back();
  const auto next = static_cast<std::size_t>(std::upper_bound(knots_.begin(), knots_.end(), at) - knots_.begin());
  const std::size_t i = next - 1;
  const double span = knots_[next] - knots_[i];
  const double b = (at - knots_[i]) / span;
  const double a = 1.0 - b;
  return a * values_[i] + b * values_[next] +
         ((a * a * a - a) * bend_[i] + (b * b * b - b) * bend_[next]) * span * span / 6.0;
}

Spline around_section(std::span<const double> angles, std::span<const double> values, bool mirrored) {
  std::vector<double> turn_angles(angles.begin(), angles.end());
  std::vector<double> turn_values(values.begin(), values.end());
  if (mirrored) {
    for (std::size_t i = angles.size(); i-- > 0;) {
      if (angles[i] <= 0.0 || angles[i] >= 180.0) continue;
      turn_angles.push_back(360.0 - angles[i]);
      turn_values.push_back(values[i]);
    }
  }
  // Three turns: the middle one no longer feels the natural ends, so it is periodic to well under a micron.
  std::vector<double> knots, heights;
  for (const double turn : {-360.0, 0.0, 360.0}) {
    for (std::size_t i = 0; i < turn_angles.size(); ++i) {
      knots.push_back(turn_angles[i] + turn);
      heights.push_back(turn_values[i]);
    }
  }
  return {std::move(knots), std::move(heights)};
}

}  // namespace dorsum::sculpt
