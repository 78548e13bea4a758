// The form of flat muscles: a smooth surface through authored points, given a thickness, its edges rounded.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <optional>

#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/geometry/surface_query.h"
#include "form.h"
#include "sheet_recipe.h"
#include "spline.h"

namespace dorsum::sculpt {
namespace {

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

/// A sheet's middle surface at the layout's nodes.
struct Middle {
  std::vector<glm::dvec3> points;
  std::vector<glm::dvec3> normals;
  std::vector<double> half;  ///< half the thickness, mm; 0 on a rounded rim
};

/// A quarter of an ellipse: 0 at the rim, 1 from `rounding` mm in.
double rounded(double from_rim, double rounding) {
  const double x = 1.0 - std::clamp(from_rim / rounding, 0.0, 1.0);
  return std::sqrt(1.0 - x * x);
}

struct RimNode {
  std::size_t node;
  double blunt;  ///< the part of the thickness kept here
};

std::vector<RimNode> rim_nodes(const SheetLayout& layout, const SheetRecipe& recipe) {
  std::vector<bool> seen(layout.nodes.size(), false);
  std::vector<RimNode> nodes;
  for (const auto& [from, to] : layout.rim) {
    for (const std::size_t node : {from, to}) {
      if (seen[node]) continue;
      seen[node] = true;
      const auto [along, across] = layout.nodes[node];
      constexpr double on_edge = 1e-9;
      const bool at_end = along < on_edge || along > 1.0 - on_edge;
      double blunt = 0.0;
      if (!at_end && across < on_edge) blunt = recipe.blunt_first_edge;
      if (!at_end && across > 1.0 - on_edge) blunt = recipe.blunt_last_edge;
      nodes.push_back({node, blunt});
    }
  }
  return nodes;
}

/// Rounds the thickness towards the rim. Where the sheet is narrow it is no thicker than it is wide.
void round_rim(Middle& middle, const SheetLayout& layout, const SheetRecipe& recipe, const Lengths& lengths,
               double rounding) {
  const std::vector<RimNode> rim = rim_nodes(layout, recipe);
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    double sharp = std::numeric_limits<double>::infinity();
    double blunt = sharp;
    double kept = 1.0;
    for (const RimNode& node : rim) {
      const double distance = glm::distance(middle.points[i], middle.points[node.node]);
      if (node.blunt <= 0.0) {
        sharp = std::min(sharp, distance);
      } else if (distance < blunt) {
        blunt = distance;
        kept = node.blunt;
      }
    }
    const double row = lengths.row(layout.nodes[i].along);
    const double radius = std::min(rounding, 0.4 * row + 0.1);
    middle.half[i] = std::min(middle.half[i], 0.4 * row + 0.25) * rounded(sharp, radius);
    if (kept < 1.0) middle.half[i] *= kept + (1.0 - kept) * rounded(blunt, radius);
  }
}

/// Lifts the sheet off what it rests on, as a cloth lies: never less than needed, evenly in between.
void lift(Middle& middle, const SheetLayout& layout, const SheetRecipe& recipe, const Deeper& deeper) {
  std::vector<const geometry::TriangleMesh*> meshes;
  for (const std::string& id : recipe.rests_on) {
    if (const auto found = deeper.find(id); found != deeper.end()) meshes.push_back(&found->second);
  }
  if (meshes.empty()) return;
  const geometry::SurfaceQuery query(meshes);
  const std::size_t count = middle.points.size();
  double side = 0.0;  // which side of the sheet, on the whole, is the outer one
  for (const glm::dvec3& normal : middle.normals) side += glm::dot(normal, recipe.outward);
  const double sign = side < 0.0 ? -1.0 : 1.0;
  // From well outside inwards: the first surface met is what the sheet has to clear.
  const auto need = [&](glm::dvec3 point, glm::dvec3 normal, double half) {
    constexpr double reach = 25.0;  // mm: deeper than this is another place, not something to lie on
    const glm::dvec3 away = sign * normal;
    if (glm::dot(away, recipe.outward) <= 0.0) return 0.0;  // turned over, as a twisting tendon is: lies on nothing
    const auto hit = query.first_hit(glm::vec3(point + reach * away), glm::vec3(-away));
    if (!hit || static_cast<double>(hit->distance) > 2.0 * reach) return 0.0;
    return std::max(0.0, reach - static_cast<double>(hit->distance) + half + recipe.clearance);
  };
  std::vector<double> needed(count, 0.0);
  for (std::size_t i = 0; i < count; ++i) needed[i] = need(middle.points[i], middle.normals[i], middle.half[i]);
  for (const auto& quad : layout.quads) {  // and between the nodes, where something narrow may stand up
    glm::dvec3 point(0.0);
    glm::dvec3 normal(0.0);
    double half = 0.0;
    for (const std::uint32_t i : quad) {
      point += 0.25 * middle.points[i];
      normal += middle.normals[i];
      half += 0.25 * middle.half[i];
    }
    const double between = need(point, glm::normalize(normal), half);
    for (const std::uint32_t i : quad) needed[i] = std::max(needed[i], between);
  }
  std::vector<double> lifted = needed;
  for (int round = 0; round < 12; ++round) {
    std::vector<double> sum(count, 0.0);
    std::vector<double> weight(count, 0.0);
    for (const auto& quad : layout.quads) {
      for (std::size_t k = 0; k < 4; ++k) {
        const std::uint32_t a = quad[k];
        const std::uint32_t b = quad[(k + 1) % 4];
        sum[a] += lifted[b];
        sum[b] += lifted[a];
        weight[a] += 1.0;
        weight[b] += 1.0;
      }
    }
    for (std::size_t i = 0; i < count; ++i) lifted[i] = std::max(needed[i], 0.5 * (lifted[i] + sum[i] / weight[i]));
  }
  for (std::size_t i = 0; i < count; ++i) middle.points[i] += lifted[i] * sign * middle.normals[i];
}

/// A figure given at even places across, as a smooth curve that never falls below nothing.
double interpolated(const std::vector<double>& figures, double across) {
  const std::vector<double> weights = CardinalSpline(figures.size()).weights(std::clamp(across, 0.0, 1.0));
  double sum = 0.0;
  for (std::size_t k = 0; k < figures.size(); ++k) sum += weights[k] * figures[k];
  return std::max(sum, 0.0);
}

/// 1 in the tendon, 0 in the flesh, over a stretch of so many mm: two quads or more, or the border between
/// them would show the quads as steps.
double tendon(double mm, double length, double stretch) {
  if (length <= 0.0) return 0.0;
  const double x = std::clamp((length - mm) / stretch + 0.5, 0.0, 1.0);
  return x * x * (3.0 - 2.0 * x);
}

/// Two walls along the normals, joined around the rim.
geometry::TriangleMesh walls(const Middle& middle, const SheetLayout& layout) {
  geometry::TriangleMesh mesh;
  const auto count = static_cast<std::uint32_t>(middle.points.size());
  std::vector<std::uint32_t> under(count);
  for (std::uint32_t i = 0; i < count; ++i)
    mesh.positions.emplace_back(middle.points[i] + middle.half[i] * middle.normals[i]);
  for (std::uint32_t i = 0; i < count; ++i) {
    constexpr double shared = 1e-4;
    under[i] = i;
    if (middle.half[i] < shared) continue;
    under[i] = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.emplace_back(middle.points[i] - middle.half[i] * middle.normals[i]);
  }
  const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    if (a != b && b != c && c != a) mesh.triangles.push_back({a, b, c});
  };
  for (const auto& [a, b, c, d] : layout.quads) {
    // The shorter diagonal, the same on both walls; but none from rim to rim, where the walls share corners.
    const bool a_to_c_on_rim = under[a] == a && under[c] == c;
    const bool b_to_d_on_rim = under[b] == b && under[d] == d;
    const bool shorter =
        glm::distance(middle.points[a], middle.points[c]) <= glm::distance(middle.points[b], middle.points[d]);
    if (b_to_d_on_rim || (shorter && !a_to_c_on_rim)) {
      add(a, b, c);
      add(a, c, d);
      add(under[a], under[c], under[b]);
      add(under[a], under[d], under[c]);
    } else {
      add(a, b, d);
      add(b, c, d);
      add(under[a], under[d], under[b]);
      add(under[b], under[d], under[c]);
    }
  }
  // Before the faces of blunt edges are there: a part of a muscle shades on into the next without a dark line.
  geometry::compute_normals(mesh, 180.0F);
  for (const auto& [a, b] : layout.rim) {
    add(b, a, under[a]);
    add(b, under[a], under[b]);
  }
  return mesh;
}

void add_fibres(geometry::TriangleMesh& mesh, const SheetLayout& layout, const Middle& middle,
                const SheetRecipe& recipe, const Lengths& lengths) {
  const double stretch = std::max(10.0, 2.0 * recipe.detail);
  const auto put = [&](std::size_t i) {
    const auto [along, across] = layout.nodes[i];
    const double mm = lengths.fibre(along, across);
    const double rest = lengths.fibre(1.0, across) - mm;
    mesh.fibre.emplace_back(mm, across * lengths.mean_width());
    const double at_origin = tendon(mm, interpolated(recipe.tendon_at_origin, across), stretch);
    const double at_insertion = tendon(rest, interpolated(recipe.tendon_at_insertion, across), stretch);
    mesh.tendon.push_back(static_cast<float>(std::max(at_origin, at_insertion)));
  };
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) put(i);
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    if (middle.half[i] >= 1e-4) put(i);
  }
}

}  // namespace

Result<geometry::TriangleMesh> sculpt_sheet(const JsonReader& figures, const Deeper& deeper) {
  const SheetRecipe recipe = read_sheet(figures);
  if (!figures.ok()) return geometry::TriangleMesh{};  // the caller reports what the reader holds
  const GridSurface<glm::dvec3> surface(recipe.middle);
  const GridSurface<double> thickness(recipe.thickness);
  const Lengths lengths(surface);
  if (lengths.mean_length() < recipe.detail || lengths.mean_width() < 1.0) {
    return bad_input(
        {}, fmt::format("the middle surface is {:.1f} by {:.1f} mm", lengths.mean_length(), lengths.mean_width()),
        "check its points: rows run across the fibres");
  }
  double rounding = recipe.rounding;
  if (rounding <= 0.0) {
    for (const double mm : recipe.thickness.values)
      rounding += 0.5 * mm / static_cast<double>(recipe.thickness.values.size());
  }
  const SheetLayout layout =
      lay_out({lengths.mean_length(), lengths.mean_width(), recipe.detail, rounding}, recipe.digitations);

  Middle middle;
  for (const auto& [along, across] : layout.nodes) {
    middle.points.push_back(surface.at(along, across));
    const glm::dvec3 normal = glm::cross(surface.slope_along(along, across), surface.slope_across(along, across));
    const double length = glm::length(normal);
    if (!(length > 1e-6)) {
      return bad_input(
          {},
          fmt::format("the middle surface folds to a line {:.0f} % along, {:.0f} % across", 100 * along, 100 * across),
          "move the points there apart");
    }
    middle.normals.push_back(normal / length);
    middle.half.push_back(0.5 * std::max(0.4, thickness.at(along, across)));
  }
  round_rim(middle, layout, recipe, lengths, rounding);
  lift(middle, layout, recipe, deeper);
  geometry::TriangleMesh mesh = walls(middle, layout);
  add_fibres(mesh, layout, middle, recipe, lengths);
  return mesh;
}

}  // namespace dorsum::sculpt
