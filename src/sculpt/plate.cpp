// The plate: a curved sheet of bone with a thickness and a round or square rim.

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <memory>

#include "catmull_rom.h"
#include "implicit.h"

namespace dorsum::sculpt {
namespace {

constexpr std::size_t steps_per_cell = 6;

struct Corner {
  PlatePoint point;
  glm::vec3 normal{0.0F};  ///< of the middle surface, unit
  unsigned sides = 0;      ///< which of the plate's four sides it lies on, a bit each
};
struct Facet {
  std::array<Corner, 3> corners;
  glm::vec3 centre{0.0F};  ///< of a ball around it
  float radius = 0.0F;
};

Facet facet_of(const Corner& a, const Corner& b, const Corner& c) {
  Facet facet{{a, b, c}, (a.point.position + b.point.position + c.point.position) / 3.0F, 0.0F};
  for (const Corner& corner : facet.corners)
    facet.radius = std::max(facet.radius, glm::distance(facet.centre, corner.point.position));
  return facet;
}

/// The weights of a triangle's corners at its point nearest to p (Ericson 2005, Real-Time Collision Detection, 5.1.5).
glm::vec3 nearest_weights(glm::vec3 p, glm::vec3 a, glm::vec3 b, glm::vec3 c) {
  const glm::vec3 ab = b - a;
  const glm::vec3 ac = c - a;
  const float d1 = glm::dot(ab, p - a);
  const float d2 = glm::dot(ac, p - a);
  if (d1 <= 0.0F && d2 <= 0.0F) return {1.0F, 0.0F, 0.0F};
  const float d3 = glm::dot(ab, p - b);
  const float d4 = glm::dot(ac, p - b);
  if (d3 >= 0.0F && d4 <= d3) return {0.0F, 1.0F, 0.0F};
  const float vc = d1 * d4 - d3 * d2;
  if (vc <= 0.0F && d1 >= 0.0F && d3 <= 0.0F) {
    const float v = d1 / (d1 - d3);
    return {1.0F - v, v, 0.0F};
  }
  const float d5 = glm::dot(ab, p - c);
  const float d6 = glm::dot(ac, p - c);
  if (d6 >= 0.0F && d5 <= d6) return {0.0F, 0.0F, 1.0F};
  const float vb = d5 * d2 - d1 * d6;
  if (vb <= 0.0F && d2 >= 0.0F && d6 <= 0.0F) {
    const float w = d2 / (d2 - d6);
    return {1.0F - w, 0.0F, w};
  }
  const float va = d3 * d6 - d5 * d4;
  if (va <= 0.0F && d4 >= d3 && d5 >= d6) {
    const float w = (d4 - d3) / ((d4 - d3) + (d5 - d6));
    return {0.0F, 1.0F - w, w};
  }
  const float sum = va + vb + vc;
  return {va / sum, vb / sum, vc / sum};
}

/// A few neighbouring facets in a ball, so that most are passed over unasked.
struct Cluster {
  glm::vec3 centre{0.0F};
  float radius = 0.0F;
  std::vector<Facet> facets;
};

/// Beyond a square rim: how far from the end of a slab, given the ways along the middle surface and across it.
float to_square_rim(float along, float across) {
  return glm::length(glm::vec2(along, std::max(across, 0.0F))) + std::min(std::max(along, across), 0.0F);
}

struct MiddleSurface {
  std::vector<Cluster> clusters;
  float most_thick = 0.0F;
  Rim rim = Rim::round;

  float to_facet(const Facet& facet, glm::vec3 point) const {
    const auto& [a, b, c] = facet.corners;
    const glm::vec3 w = nearest_weights(point, a.point.position, b.point.position, c.point.position);
    const PlatePoint at = w.x * a.point + w.y * b.point + w.z * c.point;
    const glm::vec3 off = point - at.position;
    constexpr unsigned anywhere = ~0U;
    const unsigned side =
        (w.x > 0.0F ? a.sides : anywhere) & (w.y > 0.0F ? b.sides : anywhere) & (w.z > 0.0F ? c.sides : anywhere);
    if (rim == Rim::round || side == 0U) return glm::length(off) - 0.5F * at.thickness;
    const glm::vec3 normal = glm::normalize(w.x * a.normal + w.y * b.normal + w.z * c.normal);
    const float across = glm::dot(off, normal);
    return to_square_rim(glm::length(off - across * normal), std::abs(across) - 0.5F * at.thickness);
  }

  float distance(glm::vec3 point) const {
    // The nearest cluster's far side bounds the answer and spares most of the others.
    float best = 1e30F;
    for (const Cluster& cluster : clusters)
      best = std::min(best, glm::distance(point, cluster.centre) + cluster.radius);
    for (const Cluster& cluster : clusters) {
      if (glm::distance(point, cluster.centre) - cluster.radius - 0.5F * most_thick >= best) continue;
      for (const Facet& facet : cluster.facets) {
        if (glm::distance(point, facet.centre) - facet.radius - 0.5F * most_thick >= best) continue;
        best = std::min(best, to_facet(facet, point));
      }
    }
    return best;
  }
};

bool flat(const Facet& facet) {
  const auto& [a, b, c] = facet.corners;
  const glm::vec3 normal = glm::cross(b.point.position - a.point.position, c.point.position - a.point.position);
  return glm::dot(normal, normal) < 1e-10F;
}

}  // namespace

Solid plate(const std::vector<std::vector<PlatePoint>>& rows, Rim rim) {
  const std::size_t down = rows.size();
  const std::size_t across = rows.front().size();
  const auto at = [&](std::size_t i, std::size_t j) {  // a point of the fine grid
    const std::size_t row = std::min(i / steps_per_cell, down - 2);
    const std::size_t column = std::min(j / steps_per_cell, across - 2);
    const float s = static_cast<float>(i - row * steps_per_cell) / steps_per_cell;
    const float t = static_cast<float>(j - column * steps_per_cell) / steps_per_cell;
    return catmull_rom(down, row, s, [&](std::size_t r) {
      return catmull_rom(across, column, t, [&](std::size_t c) { return rows[r][c]; });
    });
  };
  const std::size_t last_row = (down - 1) * steps_per_cell;
  const std::size_t last_column = (across - 1) * steps_per_cell;
  const auto normal_at = [&](std::size_t i, std::size_t j) {
    const auto position = [&](std::size_t k, std::size_t l) {
      return at(std::min(k, last_row), std::min(l, last_column)).position;
    };
    const glm::vec3 way_down = position(i + 1, j) - position(i == 0 ? 0 : i - 1, j);
    const glm::vec3 way_across = position(i, j + 1) - position(i, j == 0 ? 0 : j - 1);
    const glm::vec3 normal = glm::cross(way_down, way_across);
    const float length = glm::length(normal);
    return length > 1e-6F ? normal / length : glm::vec3(0.0F, 0.0F, 1.0F);  // a row shrunk to a point has none
  };
  const auto corner = [&](std::size_t i, std::size_t j) {
    return Corner{at(i, j), normal_at(i, j),
                  (i == 0 ? 1U : 0U) | (i == last_row ? 2U : 0U) | (j == 0 ? 4U : 0U) | (j == last_column ? 8U : 0U)};
  };
  auto surface = std::make_shared<MiddleSurface>();
  surface->rim = rim;
  geometry::Bounds bounds{rows[0][0].position, rows[0][0].position};
  constexpr std::size_t block = 3;
  for (std::size_t bi = 0; bi < last_row; bi += block) {
    for (std::size_t bj = 0; bj < last_column; bj += block) {
      Cluster cluster;
      geometry::Bounds own{glm::vec3(1e30F), glm::vec3(-1e30F)};
      for (std::size_t i = bi; i < bi + block; ++i) {
        for (std::size_t j = bj; j < bj + block; ++j) {
          const std::array corners{corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)};
          for (const Facet& facet :
               {facet_of(corners[0], corners[1], corners[2]), facet_of(corners[0], corners[2], corners[3])}) {
            if (!flat(facet)) cluster.facets.push_back(facet);
          }
          for (const auto& [point, normal, sides] : corners) {
            own = {glm::min(own.low, point.position), glm::max(own.high, point.position)};
            surface->most_thick = std::max(surface->most_thick, point.thickness);
          }
        }
      }
      if (cluster.facets.empty()) continue;
      cluster.centre = 0.5F * (own.low + own.high);
      cluster.radius = 0.5F * glm::distance(own.low, own.high);
      bounds = {glm::min(bounds.low, own.low), glm::max(bounds.high, own.high)};
      surface->clusters.push_back(std::move(cluster));
    }
  }
  bounds.low -= 0.5F * surface->most_thick;
  bounds.high += 0.5F * surface->most_thick;
  return {[surface](glm::vec3 point) { return surface->distance(point); }, bounds};
}

}  // namespace dorsum::sculpt
