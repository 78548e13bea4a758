#pragma once
// A sheet's middle surface through its authored grid, and lengths on it.

#include <algorithm>
#include <glm/geometric.hpp>
#include <vector>

#include "sheet_recipe.h"
#include "spline.h"

namespace dorsum::sculpt {

/// A smooth surface through a grid of values.
template <class Value>
class GridSurface {
 public:
  explicit GridSurface(const Grid<Value>& grid) : grid_(grid), along_(grid.rows), across_(grid.columns) {}

  [[nodiscard]] Value at(double along, double across) const {
    return sum(along_.weights(along), across_.weights(across));
  }
  [[nodiscard]] Value slope_along(double along, double across) const {
    return sum(along_.slopes(along), across_.weights(across));
  }
  [[nodiscard]] Value slope_across(double along, double across) const {
    return sum(along_.weights(along), across_.slopes(across));
  }

 private:
  [[nodiscard]] Value sum(const std::vector<double>& rows, const std::vector<double>& columns) const {
    Value total{};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t j = 0; j < columns.size(); ++j)
        total += rows[i] * columns[j] * grid_.values[i * grid_.columns + j];
    }
    return total;
  }

  const Grid<Value>& grid_;
  CardinalSpline along_;
  CardinalSpline across_;
};

/// Lengths on the middle surface, from a table of points on it.
class Lengths {
 public:
  explicit Lengths(const GridSurface<glm::dvec3>& surface) {
    std::vector<glm::dvec3> points;
    for (int i = 0; i < count; ++i) {
      for (int j = 0; j < count; ++j) points.push_back(surface.at(part(i), part(j)));
    }
    const auto point = [&](int i, int j) { return points[static_cast<std::size_t>(i * count + j)]; };
    for (int k = 0; k < count; ++k) {
      double length = 0.0;
      double width = 0.0;
      fibre_.push_back(0.0);
      for (int i = 1; i < count; ++i) {
        fibre_.push_back(length += glm::distance(point(i, k), point(i - 1, k)));
        width += glm::distance(point(k, i), point(k, i - 1));
      }
      row_.push_back(width);
      mean_length_ += length / count;
      mean_width_ += width / count;
    }
  }

  [[nodiscard]] double mean_length() const { return mean_length_; }
  [[nodiscard]] double mean_width() const { return mean_width_; }
  /// mm from the first edge to the last, at that place along.
  [[nodiscard]] double row(double along) const { return between(row_, 0, along); }
  /// mm from the origin along the fibre at `across`.
  [[nodiscard]] double fibre(double along, double across) const {
    const double x = std::clamp(across, 0.0, 1.0) * (count - 1);
    const int k = std::min(static_cast<int>(x), count - 2);
    const double first = between(fibre_, static_cast<std::size_t>(k) * count, along);
    return first + (x - k) * (between(fibre_, static_cast<std::size_t>(k + 1) * count, along) - first);
  }

 private:
  static constexpr int count = 33;
  static double part(int i) { return static_cast<double>(i) / (count - 1); }
  static double between(const std::vector<double>& table, std::size_t start, double t) {
    const double x = std::clamp(t, 0.0, 1.0) * (count - 1);
    const auto k = std::min(static_cast<std::size_t>(x), static_cast<std::size_t>(count - 2));
    return table[start + k] + (x - static_cast<double>(k)) * (table[start + k + 1] - table[start + k]);
  }

  std::vector<double> fibre_;
  std::vector<double> row_;
  double mean_length_ = 0.0;
  double mean_width_ = 0.0;
};

}  // namespace dorsum::sculpt
