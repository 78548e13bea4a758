#include "spline.h"

#include <algorithm>
#include <cmath>

namespace dorsum::sculpt {
namespace {

struct Place {
  std::size_t span;
  double within;  ///< 0 to 1
};

Place place(double t, std::size_t count) {
  const double x = std::clamp(t, 0.0, 1.0) * static_cast<double>(count - 1);
  const auto span = std::min(static_cast<std::size_t>(x), count - 2);
  return {span, x - static_cast<double>(span)};
}

}  // namespace

CardinalSpline::CardinalSpline(std::size_t count) : count_(count), curvature_(count * count, 0.0) {
  if (count < 3) return;  // straight
  // Burden and Faires, Numerical Analysis, section 3.5: no curvature at either end and a slope that is the
  // same on both sides of every value between: c[k-1] + 4 c[k] + c[k+1] = 6 (y[k-1] - 2 y[k] + y[k+1]).
  // Solved for one value lifted to 1 at a time (Thomas's algorithm).
  for (std::size_t lifted = 0; lifted < count; ++lifted) {
    const auto y = [&](std::size_t k) { return k == lifted ? 1.0 : 0.0; };
    std::vector<double> upper(count, 0.0);
    std::vector<double> right(count, 0.0);
    for (std::size_t k = 1; k + 1 < count; ++k) {
      const double pivot = 4.0 - upper[k - 1];
      upper[k] = 1.0 / pivot;
      right[k] = (6.0 * (y(k - 1) - 2.0 * y(k) + y(k + 1)) - right[k - 1]) / pivot;
    }
    for (std::size_t k = count - 2; k > 0; --k) {
      right[k] -= upper[k] * right[k + 1];
      curvature_[k * count + lifted] = right[k];
    }
  }
}

std::vector<double> CardinalSpline::weights(double t) const {
  if (count_ == 1) return {1.0};
  const auto [span, f] = place(t, count_);
  const double g = 1.0 - f;
  const double before = (g * g * g - g) / 6.0;
  const double after = (f * f * f - f) / 6.0;
  std::vector<double> weights(count_);
  for (std::size_t i = 0; i < count_; ++i) {
    weights[i] = before * curvature_[span * count_ + i] + after * curvature_[(span + 1) * count_ + i];
  }
  weights[span] += g;
  weights[span + 1] += f;
  return weights;
}

std::vector<double> CardinalSpline::slopes(double t) const {
  if (count_ == 1) return {0.0};
  const auto [span, f] = place(t, count_);
  const double g = 1.0 - f;
  const double before = (1.0 - 3.0 * g * g) / 6.0;
  const double after = (3.0 * f * f - 1.0) / 6.0;
  const auto spans = static_cast<double>(count_ - 1);
  std::vector<double> slopes(count_);
  for (std::size_t i = 0; i < count_; ++i) {
    slopes[i] = spans * (before * curvature_[span * count_ + i] + after * curvature_[(span + 1) * count_ + i]);
  }
  slopes[span] -= spans;
  slopes[span + 1] += spans;
  return slopes;
}

}  // namespace dorsum::sculpt
