// The form of columns and spindles of muscle: a belly through stations, slips flowing out of it, furrows
// along the fibres.

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <numbers>

#include "catmull_rom.h"
#include "cord_recipe.h"
#include "dorsum/geometry/mesh_repair.h"
#include "form.h"

namespace dorsum::sculpt {
namespace {

/// Where a point lies by the course of a belly.
struct Place {
  float along = 0.0F;   ///< mm from the origin; beyond the ends it goes on
  float across = 0.0F;  ///< mm from the middle, in the direction of the width
  float half_width = 1.0F;
};

/// The course of a row of stations, as short straight pieces.
class Course {
 public:
  Course(const std::vector<Station>& stations, glm::vec3 width_along) {
    constexpr int pieces = 12;  // between two stations
    const auto centre = [&](std::size_t k) { return stations[k].centre; };
    for (std::size_t span = 0; span + 1 < stations.size(); ++span) {
      for (int i = 0; i < pieces; ++i) {
        const float t = static_cast<float>(i) / pieces;
        add(catmull_rom(stations.size(), span, t, centre), stations[span], stations[span + 1], t);
      }
    }
    add(stations.back().centre, stations.back(), stations.back(), 0.0F);
    // The width's direction, square to the course and turned by the roll.
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const glm::vec3 course =
          glm::normalize(points_[std::min(i + 1, points_.size() - 1)].position - points_[i > 0 ? i - 1 : 0].position);
      const glm::vec3 square = glm::normalize(width_along - course * glm::dot(width_along, course));
      points_[i].width = std::cos(points_[i].roll) * square + std::sin(points_[i].roll) * glm::cross(course, square);
    }
  }

  [[nodiscard]] float length() const { return points_.back().along; }

  /// The point of the course so many mm from the origin, and half the width there, as a vector.
  struct Middle {
    glm::vec3 position;
    glm::vec3 half_width;
  };
  [[nodiscard]] Middle middle(float along) const {
    const auto after =
        std::find_if(points_.begin() + 1, points_.end() - 1, [&](const Point& p) { return p.along >= along; });
    const Point& a = *(after - 1);
    const Point& b = *after;
    const float t = std::clamp((along - a.along) / (b.along - a.along), 0.0F, 1.0F);
    return {a.position + t * (b.position - a.position),
            (a.half_width + t * (b.half_width - a.half_width)) * glm::normalize(a.width + t * (b.width - a.width))};
  }

  [[nodiscard]] Place place(glm::vec3 p) const {
    float nearest = std::numeric_limits<float>::infinity();
    Place place;
    for (std::size_t i = 0; i + 1 < points_.size(); ++i) {
      const Point& a = points_[i];
      const Point& b = points_[i + 1];
      const glm::vec3 step = b.position - a.position;
      float t = glm::dot(p - a.position, step) / glm::dot(step, step);
      constexpr float endless = std::numeric_limits<float>::infinity();
      t = std::clamp(t, i == 0 ? -endless : 0.0F, i + 2 == points_.size() ? endless : 1.0F);
      const glm::vec3 off = p - (a.position + t * step);
      const float distance = glm::dot(off, off);
      if (distance >= nearest) continue;
      nearest = distance;
      const float part = std::clamp(t, 0.0F, 1.0F);
      place.along = a.along + t * (b.along - a.along);
      place.across = glm::dot(off, a.width + part * (b.width - a.width));
      place.half_width = a.half_width + part * (b.half_width - a.half_width);
    }
    return place;
  }

 private:
  struct Point {
    glm::vec3 position;
    float along;
    float half_width;
    float roll;
    glm::vec3 width{0.0F};
  };

  void add(glm::vec3 position, const Station& from, const Station& to, float t) {
    const float along =
        points_.empty() ? 0.0F : points_.back().along + glm::distance(points_.back().position, position);
    points_.push_back({position, along, from.first_half_axis + t * (to.first_half_axis - from.first_half_axis),
                       from.roll + t * (to.roll - from.roll)});
  }

  std::vector<Point> points_;
};

/// A slip from inside the belly, on the side of its end, to its end.
Solid solid_of(const Slip& slip, const CordRecipe& recipe, const Course& course) {
  const Place end = course.place(slip.end);
  const auto at = [&](float along, float aside) {
    const Course::Middle middle = course.middle(std::clamp(along, 0.0F, course.length()));
    return middle.position + std::clamp(end.across / end.half_width, -1.0F, 1.0F) * aside * middle.half_width;
  };
  const glm::vec3 root = at(end.along - slip.length, 0.45F);
  const glm::vec3 edge = 0.5F * (at(end.along - 0.5F * slip.length, 0.75F) + 0.5F * (root + slip.end));
  const float flat = 0.6F * slip.half_width;
  const float tip = std::max(0.45F * slip.half_width, 1.0F);
  return tube(
      {{root, slip.half_width, flat, 0.0F}, {edge, slip.half_width, flat, 0.0F}, {slip.end, tip, 0.8F * tip, 0.0F}},
      recipe.width_along);
}

/// 1 within `length` mm of an end, 0 beyond, over a stretch of 12 mm; the very end is all tendon.
float tendon(float mm, float length) {
  if (length <= 0.0F) return 0.0F;
  const float stretch = std::min(12.0F, 1.6F * length);
  const float x = std::clamp((length - mm) / stretch + 0.5F, 0.0F, 1.0F);
  return x * x * (3.0F - 2.0F * x);
}

void add_fibres(geometry::TriangleMesh& mesh, const CordRecipe& recipe, const Course& course) {
  for (const glm::vec3 p : mesh.positions) {
    const Place place = course.place(p);
    float mask = std::max(tendon(place.along, recipe.tendon_at_origin),
                          tendon(course.length() - place.along, recipe.tendon_at_insertion));
    // A slip's tendon lies beside the belly: on the belly itself it would be a pale blot.
    const float beside = std::clamp((std::abs(place.across) / place.half_width - 0.7F) / 0.5F, 0.0F, 1.0F);
    for (const Slip& slip : recipe.slips)
      mask = std::max(mask, beside * tendon(glm::distance(p, slip.end), recipe.tendon_at_slips));
    mesh.fibre.emplace_back(place.along, place.across);
    mesh.tendon.push_back(mask);
  }
}

/// Draws furrows between the bundles, fading out at the narrow ends and the thin edges.
void furrow(geometry::TriangleMesh& mesh, const CordRecipe& recipe, const Course& course) {
  if (recipe.bundle_depth <= 0.0F) return;
  geometry::compute_normals(mesh, 180.0F);
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    const Place place = course.place(mesh.positions[i]);
    const float inside = std::clamp((1.0F - std::abs(place.across) / place.half_width) / 0.25F, 0.0F, 1.0F);
    const float fade = inside * std::clamp(place.half_width / recipe.bundle_width - 0.5F, 0.0F, 1.0F);
    const float wave = 0.5F - 0.5F * std::cos(2.0F * std::numbers::pi_v<float> * place.across / recipe.bundle_width);
    mesh.positions[i] -= mesh.normals[i] * (recipe.bundle_depth * fade * wave);
  }
  mesh.normals.clear();
}

}  // namespace

Result<geometry::TriangleMesh> sculpt_cord(const JsonReader& figures, const Deeper&) {
  const CordRecipe recipe = read_cord(figures);
  if (!figures.ok()) return geometry::TriangleMesh{};  // the caller reports what the reader holds
  const Course course(recipe.belly, recipe.width_along);
  std::vector<Part> parts;
  parts.push_back({tube(recipe.belly, recipe.width_along), 0.0F, false});
  for (const Slip& slip : recipe.slips) parts.push_back({solid_of(slip, recipe, course), recipe.blend, false});
  auto mesh = polygonise(joined(std::move(parts)), recipe.detail);
  if (!mesh) return mesh;
  keep_largest(*mesh, 1);
  simplify(*mesh, recipe.triangles);
  furrow(*mesh, recipe, course);
  add_fibres(*mesh, recipe, course);
  return mesh;
}

}  // namespace dorsum::sculpt
