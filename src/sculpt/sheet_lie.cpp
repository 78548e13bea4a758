#include "sheet_lie.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <optional>
#include <string>

#include "dorsum/geometry/signed_distance.h"
#include "dorsum/geometry/surface_query.h"

namespace dorsum::sculpt {
namespace {

std::vector<const geometry::TriangleMesh*> named(const std::vector<std::string>& ids, const Deeper& deeper) {
  std::vector<const geometry::TriangleMesh*> meshes;
  for (const std::string& id : ids) {
    if (const auto found = deeper.find(id); found != deeper.end()) meshes.push_back(&found->second);
  }
  return meshes;
}

/// The neighbours of each node along the layout's quads.
std::vector<std::vector<std::uint32_t>> neighbours(const SheetLayout& layout) {
  std::vector<std::vector<std::uint32_t>> all(layout.nodes.size());
  for (const auto& quad : layout.quads) {
    for (std::size_t k = 0; k < 4; ++k) {
      all[quad[k]].push_back(quad[(k + 1) % 4]);
      all[quad[(k + 1) % 4]].push_back(quad[k]);
    }
  }
  return all;
}

void renew_normals(Middle& middle, const SheetLayout& layout) {
  std::vector<glm::dvec3> sums(middle.points.size(), glm::dvec3(0.0));
  for (const auto& [a, b, c, d] : layout.quads) {
    const glm::dvec3 square = glm::cross(middle.points[c] - middle.points[a], middle.points[d] - middle.points[b]);
    for (const std::uint32_t i : {a, b, c, d}) sums[i] += square;
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (const double length = glm::length(sums[i]); length > 1e-9) middle.normals[i] = sums[i] / length;
  }
}

}  // namespace

void lift(Middle& middle, const SheetLayout& layout, const SheetRecipe& recipe, const Deeper& deeper) {
  const std::vector<const geometry::TriangleMesh*> meshes = named(recipe.rests_on, deeper);
  if (meshes.empty()) return;
  const geometry::SurfaceQuery query(meshes);
  const std::size_t count = middle.points.size();
  const double sign = middle.outer;
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

void hang(Middle& middle, const SheetLayout& layout, const SheetRecipe& recipe, const Deeper& deeper) {
  constexpr double reach = 30.0;    // mm: a cover farther away than that is another place's
  constexpr double pull = 8.0;      // of the cover against the neighbours
  constexpr double hold = 1e3;      // of an end's bones against them
  constexpr double rises_over = 0.2;  // of the fibres' length from a held end, over which the cover comes to count
  constexpr int rounds = 300;
  const std::vector<const geometry::TriangleMesh*> covers = named(recipe.under, deeper);
  if (covers.empty()) return;
  const geometry::SurfaceQuery query(covers);
  const geometry::SignedDistance outermost(*covers.front());
  const std::size_t count = middle.points.size();
  const auto beside = neighbours(layout);
  std::vector<glm::dvec3> out(count);  // the way to the cover
  for (std::size_t i = 0; i < count; ++i) {
    const auto nearest = outermost.at(glm::vec3(middle.points[i]), 1e3F);
    out[i] = nearest ? glm::dvec3(nearest->outward) : middle.outer * middle.normals[i];
  }
  for (int round = 0; round < 6; ++round) {
    const std::vector<glm::dvec3> before = out;
    for (std::size_t i = 0; i < count; ++i) {
      glm::dvec3 sum = before[i];
      for (const std::uint32_t k : beside[i]) sum += before[k];
      if (const double length = glm::length(sum); length > 1e-6) out[i] = sum / length;
    }
  }
  double side = 0.0;  // which wall is the outer one: the cover knows better than the recipe's one direction
  for (std::size_t i = 0; i < count; ++i) side += glm::dot(middle.normals[i], out[i]);
  middle.outer = side < 0.0 ? -1.0 : 1.0;
  // How far each node is from where it should lie; nothing where there is no cover near.
  std::vector<std::optional<double>> wanted(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto hit = query.first_hit(glm::vec3(middle.points[i] - reach * out[i]), glm::vec3(out[i]));
    if (!hit) continue;
    const double way = static_cast<double>(hit->distance) - reach - middle.half[i] - recipe.clearance;
    if (way < reach && way > -reach) wanted[i] = way;
  }
  std::vector<double> moved(count, 0.0), weight(count, 0.0), target(count, 0.0);
  for (std::size_t i = 0; i < count; ++i) {
    constexpr double on_end = 1e-9;
    const double along = layout.nodes[i].along;
    const bool end = (recipe.origin_held && along < on_end) || (recipe.insertion_held && along > 1.0 - on_end);
    const double from_held = std::min(recipe.origin_held ? along : 1.0, recipe.insertion_held ? 1.0 - along : 1.0);
    weight[i] = end ? hold : wanted[i] ? pull * std::clamp(from_held / rises_over, 0.05, 1.0) : 0.0;
    target[i] = end ? std::min(wanted[i].value_or(0.0), 0.0) : wanted[i].value_or(0.0);
  }
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < count; ++i) {
      double sum = weight[i] * target[i], weights = weight[i];
      for (const std::uint32_t k : beside[i]) {
        sum += 0.5 * moved[k];
        weights += 0.5;
      }
      if (weights <= 0.0) continue;
      moved[i] = sum / weights;
      if (wanted[i]) moved[i] = std::min(moved[i], *wanted[i]);
    }
  }
  for (std::size_t i = 0; i < count; ++i) middle.points[i] += moved[i] * out[i];
  renew_normals(middle, layout);
  // Right under the cover the walls stand square to it, so that the parts of one muscle meet along their edges.
  for (std::size_t i = 0; i < count; ++i) {
    const double square = weight[i] < hold ? std::min(weight[i] / pull, 1.0) : 0.0;
    middle.normals[i] = glm::normalize(glm::mix(middle.normals[i], middle.outer * out[i], square));
  }
}

}  // namespace dorsum::sculpt
