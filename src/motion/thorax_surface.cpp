#include "thorax_surface.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace dorsum::motion {
namespace {

constexpr double first_angle = -0.9, last_angle = 1.5;  // radians backward from straight out: where a blade may come
constexpr double height_unit = 110.0;                   // mm
constexpr double cell_height = 14.0, cells_a_radian = 10.0;
constexpr double less_within = 0.35;  // weight of points within the surface: it shall run over the ribs, not between them

}  // namespace

void ThoraxSurface::basis(double angle, double height, double* values) {
  double a = 1.0;
  for (int i = 0; i < 5; ++i, a *= angle) {
    double h = 1.0;
    for (int j = 0; j < 4; ++j, h *= height) {
      if (i + j < 6) *values++ = a * h;
    }
  }
}

double ThoraxSurface::angle_of(glm::dvec3 place) const { return std::atan2(place.y - axis_.y, outward_ * (place.x - axis_.x)); }

ThoraxSurface::ThoraxSurface(const std::vector<glm::dvec3>& ribs, glm::dvec2 axis, double outward) : axis_(axis), outward_(outward) {
  if (ribs.empty()) return;
  const auto radius_of = [&](glm::dvec3 p) { return std::hypot(p.x - axis_.x, p.y - axis_.y); };
  // The outermost point of each small patch: the ribs' outer faces.
  std::map<std::pair<int, int>, glm::dvec3> outermost;
  double low = ribs.front().z, high = low;
  for (const glm::dvec3& p : ribs) {
    low = std::min(low, p.z);
    high = std::max(high, p.z);
    const std::pair cell(static_cast<int>(std::lround(angle_of(p) * cells_a_radian)), static_cast<int>(std::floor(p.z / cell_height)));
    const auto [at, fresh] = outermost.try_emplace(cell, p);
    if (!fresh && radius_of(p) > radius_of(at->second)) at->second = p;
  }
  middle_ = 0.5 * (low + high);
  low_ = low + 40.0;  // mm: beyond, the polynomial is not held by ribs
  high_ = high - 25.0;
  std::vector<glm::dvec3> kept;
  for (const auto& [cell, p] : outermost) {
    if (angle_of(p) > first_angle && angle_of(p) < last_angle) kept.push_back(p);
  }
  const auto count = static_cast<Eigen::Index>(kept.size());
  if (count == 0) return;
  Eigen::MatrixXd values(count, terms);
  Eigen::VectorXd radius(count), weight = Eigen::VectorXd::Ones(count), found(terms);
  for (Eigen::Index i = 0; i < count; ++i) {
    const glm::dvec3 p = kept[static_cast<std::size_t>(i)];
    double row[terms];
    basis(angle_of(p), (p.z - middle_) / height_unit, row);
    for (int t = 0; t < terms; ++t) values(i, t) = row[t];
    radius(i) = radius_of(p);
  }
  for (int round = 0; round < 15; ++round) {
    const Eigen::MatrixXd weighted = weight.asDiagonal() * values;
    const Eigen::MatrixXd normal = weighted.transpose() * weighted + 1e-4 * Eigen::MatrixXd::Identity(terms, terms);
    found = normal.ldlt().solve(weighted.transpose() * weight.cwiseProduct(radius));
    const Eigen::VectorXd beyond = radius - values * found;
    for (Eigen::Index i = 0; i < count; ++i) weight(i) = beyond(i) < 0.0 ? less_within : 1.0;
  }
  std::copy(found.data(), found.data() + terms, coefficients_);
}

double ThoraxSurface::outside(glm::dvec3 place) const {
  double row[terms];
  basis(std::clamp(angle_of(place), first_angle, last_angle), (std::clamp(place.z, low_, high_) - middle_) / height_unit, row);
  double radius = 0.0;
  for (int t = 0; t < terms; ++t) radius += row[t] * coefficients_[t];
  return std::hypot(place.x - axis_.x, place.y - axis_.y) - radius;
}

}  // namespace dorsum::motion
