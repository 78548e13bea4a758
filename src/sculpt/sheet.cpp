// The form of flat muscles: a smooth surface through authored points, given a thickness, its edges rounded.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <optional>

#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/geometry/signed_distance.h"
#include "dorsum/geometry/surface_query.h"
#include "even_triangles.h"
#include "form.h"
#include "sheet_fibres.h"
#include "sheet_lie.h"
#include "sheet_recipe.h"
#include "sheet_surface.h"

namespace dorsum::sculpt {
namespace {

constexpr double shared_rim = 1e-4;  // mm: where half the thickness is less, both walls share a corner

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

/// Draws the deep wall out to the bones from which it takes up slips, each where the sheet passes nearest.
void add_slips(Middle& middle, const SheetLayout& layout, const SheetRecipe& recipe, const Lengths& lengths) {
  middle.slip.assign(middle.points.size(), glm::dvec3(0.0));
  for (const DeepSlip& slip : recipe.slips) {
    const auto nearer = [&](glm::dvec3 a, glm::dvec3 b) { return glm::distance(a, slip.from) < glm::distance(b, slip.from); };
    const auto foot = static_cast<std::size_t>(std::min_element(middle.points.begin(), middle.points.end(), nearer) - middle.points.begin());
    const SheetLayout::Node at = layout.nodes[foot];
    const glm::dvec3 wall = middle.points[foot] - middle.outer * middle.half[foot] * middle.normals[foot];
    for (std::size_t i = 0; i < middle.points.size(); ++i) {
      const SheetLayout::Node node = layout.nodes[i];
      const double on = lengths.fibre(node.along, node.across) - lengths.fibre(at.along, at.across);
      const double aside = (node.across - at.across) * lengths.row(node.along) / slip.width;
      const double ahead = on / (on > 0.0 ? slip.length : slip.width);
      const double apart2 = aside * aside + ahead * ahead;
      if (apart2 < 1.0) middle.slip[i] += (1.0 - apart2) * (1.0 - apart2) * (slip.from - wall);
    }
  }
}

/// Two walls along the normals, joined around the rim.
geometry::TriangleMesh walls(const Middle& middle, const SheetLayout& layout) {
  geometry::TriangleMesh mesh;
  const auto count = static_cast<std::uint32_t>(middle.points.size());
  std::vector<std::uint32_t> under(count);
  const auto wall = [&](std::uint32_t i, double side) {
    const double half = middle.half[i] - (side == middle.outer ? middle.furrow[i] : 0.0);
    const glm::dvec3 on_wall = middle.points[i] + side * half * middle.normals[i];
    return side == middle.outer ? on_wall : on_wall + middle.slip[i];
  };
  for (std::uint32_t i = 0; i < count; ++i) mesh.positions.emplace_back(wall(i, 1.0));
  for (std::uint32_t i = 0; i < count; ++i) {
    under[i] = i;
    if (middle.half[i] < shared_rim) continue;
    under[i] = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.emplace_back(wall(i, -1.0));
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

/// Evens fibres and tendons out over the surface: taken from the nearest place they step wherever that place leaps from one
/// part of the sheet to the next, and fibres would zigzag.
void even_out(geometry::TriangleMesh& mesh) {
  constexpr int rounds = 20;
  constexpr int tendon_rounds = 4;  // its border stays where it was
  std::vector<float> count(mesh.positions.size(), 0.0F);
  for (const auto& [a, b, c] : mesh.triangles) {
    for (const std::uint32_t v : {a, b, c}) count[v] += 2.0F;
  }
  for (int round = 0; round < rounds; ++round) {
    std::vector<glm::vec2> fibre(mesh.positions.size(), glm::vec2(0.0F));
    std::vector<float> tendon(mesh.positions.size(), 0.0F);
    for (const auto& [a, b, c] : mesh.triangles) {
      for (const auto& [v, p, q] : {std::array{a, b, c}, std::array{b, c, a}, std::array{c, a, b}}) {
        fibre[v] += mesh.fibre[p] + mesh.fibre[q];
        tendon[v] += mesh.tendon[p] + mesh.tendon[q];
      }
    }
    for (std::size_t v = 0; v < count.size(); ++v) {
      mesh.fibre[v] = 0.5F * (mesh.fibre[v] + fibre[v] / count[v]);
      if (round < tendon_rounds) mesh.tendon[v] = 0.5F * (mesh.tendon[v] + tendon[v] / count[v]);
    }
  }
}

/// The sheet, without its normals, grown thick; fibres and tendons are those of the sheet's nearest place, evened out.
Result<geometry::TriangleMesh> grown(const geometry::TriangleMesh& sheet, const Growth& growth) {
  constexpr float detail = 1.8F;  // mm
  constexpr float far = 15.0F;    // mm
  const geometry::SignedDistance to_sheet(sheet);
  const Solid shape{[&](glm::vec3 p) {
                      const auto at = to_sheet.at(p, far);
                      return at ? at->distance : far;
                    },
                    geometry::bounds_of(sheet)};
  auto mesh = polygonise(growth(shape), detail);
  if (!mesh) return mesh;
  keep_largest(*mesh, 1);
  simplify(*mesh, sheet.triangles.size() + sheet.triangles.size() / 8);
  carry_over(*mesh, sheet, geometry::SurfaceQuery({&sheet}));
  even_out(*mesh);
  return mesh;
}

}  // namespace

Result<geometry::TriangleMesh> sculpt_grown_sheet(const JsonReader& figures, const Deeper& deeper, const Growth& growth) {
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
  const SheetLayout layout = lay_out({lengths.mean_length(), lengths.mean_width(), recipe.detail,
                                      recipe.detail_across > 0.0 ? recipe.detail_across : recipe.detail, rounding},
                                     recipe.digitations);

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
  double side = 0.0;  // which side of the sheet, on the whole, is the outer one
  for (const glm::dvec3& normal : middle.normals) side += glm::dot(normal, recipe.outward);
  middle.outer = side < 0.0 ? -1.0 : 1.0;
  round_rim(middle, layout, recipe, lengths, rounding);
  const SheetFibres fibres(recipe, lengths);
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    constexpr double most = 0.7;  // of half the thickness
    middle.furrow.push_back(std::min(fibres.furrow(layout.nodes[i]), most * middle.half[i]));
  }
  if (recipe.under.empty()) lift(middle, layout, recipe, deeper);
  else hang(middle, layout, recipe, deeper);
  add_slips(middle, layout, recipe, lengths);
  geometry::TriangleMesh mesh = walls(middle, layout);
  const auto put = [&](std::size_t i) {
    mesh.fibre.push_back(fibres.coordinates(layout.nodes[i]));
    mesh.tendon.push_back(static_cast<float>(fibres.tendon(layout.nodes[i])));
  };
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) put(i);
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    if (middle.half[i] >= shared_rim) put(i);
  }
  if (!growth) return mesh;
  mesh.normals.clear();
  return grown(mesh, growth);
}

Result<geometry::TriangleMesh> sculpt_sheet(const JsonReader& figures, const Deeper& deeper) { return sculpt_grown_sheet(figures, deeper, {}); }

}  // namespace dorsum::sculpt
