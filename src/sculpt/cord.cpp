// The form of columns and spindles of muscle: a belly through stations, slips and fascicles flowing out of it,
// furrows along the fibres.

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <limits>
#include <numbers>

#include "cord_recipe.h"
#include "dorsum/geometry/mesh_repair.h"
#include "form.h"
#include "lengths_across.h"
#include "remesh.h"
#include "strand.h"

namespace dorsum::sculpt {
namespace {

/// Distance to an ellipse with half axes a and b (three rounds on the circle of curvature, which is enough for the
/// thinnest belly; the tube's first-order distance is not).
float to_ellipse(float x, float y, float a, float b) {
  x = std::abs(x);
  y = std::abs(y);
  glm::vec2 t(0.70710678F);
  for (int round = 0; round < 3; ++round) {
    const glm::vec2 evolute((a * a - b * b) * t.x * t.x * t.x / a, (b * b - a * a) * t.y * t.y * t.y / b);
    const glm::vec2 radius = glm::vec2(a * t.x, b * t.y) - evolute;
    const glm::vec2 way = glm::vec2(x, y) - evolute;
    const float scale = glm::length(radius) / std::max(glm::length(way), 1e-6F);
    t = glm::clamp((way * scale + evolute) / glm::vec2(a, b), 0.0F, 1.0F);
    t /= std::max(glm::length(t), 1e-6F);
  }
  const float distance = glm::distance(glm::vec2(x, y), glm::vec2(a * t.x, b * t.y));
  return x * x / (a * a) + y * y / (b * b) < 1.0F ? -distance : distance;
}

/// The belly: ellipses along the course, their edges rounded by up to 1.5 mm, for a thin ellipse's own edge is
/// sharper than any triangle; cut at the ends.
Solid belly_of(const Course& course, const geometry::Bounds& bounds) {
  return {[&course](glm::vec3 p) {
            const Course::Place place = course.place(p);
            const float edge = std::min(1.5F, 0.7F * std::min(place.half_width, place.half_thickness));
            const float wall =
                to_ellipse(place.across, place.height, place.half_width - edge, place.half_thickness - edge) - edge;
            const float beyond = std::max(-place.along, place.along - course.length());
            const glm::vec2 inner(wall + edge, beyond + edge);
            return glm::length(glm::max(inner, 0.0F)) + std::min(std::max(inner.x, inner.y), 0.0F) - edge;
          },
          bounds};
}

/// The belly first, then what leaves it.
std::vector<Strand> strands_of(const CordRecipe& recipe) {
  std::vector<Strand> strands(1);
  const auto belly = std::make_shared<const Course>(recipe.belly, recipe.width_along);
  strands.front().course = belly;
  strands.front().solid = belly_of(*belly, tube(recipe.belly, recipe.width_along).bounds);
  for (const Slip& slip : recipe.slips) strands.push_back(slip_strand(slip, *belly, recipe.width_along));
  for (const Fascicle& fascicle : recipe.fascicles)
    strands.push_back(fascicle_strand(fascicle, *belly, recipe.width_along));
  return strands;
}

/// How far a vertex belongs to each strand, 0 to 1: it lies on the surface of one, and of others where they meet.
std::vector<float> shares(glm::vec3 p, const std::vector<Strand>& strands) {
  constexpr float meeting = 0.5F;  // mm over which one strand gives way to the next
  std::vector<float> shares;
  float least = std::numeric_limits<float>::infinity();
  for (const Strand& strand : strands) least = std::min(least, shares.emplace_back(strand.solid.distance(p)));
  float sum = 0.0F;
  for (float& share : shares) sum += share = std::exp((least - share) / meeting);
  for (float& share : shares) share /= sum;
  return shares;
}

float belly_tendon(const Course::Place& place, float length, const CordRecipe& recipe) {
  const double across = 0.5 + 0.5 * static_cast<double>(place.across / place.half_width);
  const auto along = static_cast<double>(place.along);
  constexpr double stretch = 12.0;
  return static_cast<float>(std::max(
      tendon_mask(along, length_across(recipe.tendon_at_origin, across), stretch),
      tendon_mask(static_cast<double>(length) - along, length_across(recipe.tendon_at_insertion, across), stretch)));
}

float strand_tendon(const Course::Place& place, const Strand& strand) {
  const auto mask = [](float mm, float length) {
    return static_cast<float>(tendon_mask(static_cast<double>(mm), static_cast<double>(length),
                                          std::min(12.0, 0.8 * static_cast<double>(length) + 0.1)));
  };
  return std::max(mask(place.along, strand.tendon_at_start),
                  mask(strand.course->length() - place.along, strand.tendon_at_end));
}

void add_fibres(geometry::TriangleMesh& mesh, const CordRecipe& recipe, const std::vector<Strand>& strands) {
  for (const glm::vec3 p : mesh.positions) {
    const std::vector<float> share = shares(p, strands);
    const auto most = static_cast<std::size_t>(std::max_element(share.begin(), share.end()) - share.begin());
    float tendon = 0.0F;
    for (std::size_t k = 0; k < strands.size(); ++k) {
      if (share[k] < 0.01F && k != most) continue;
      const Course::Place place = strands[k].course->place(p);
      tendon += share[k] *
                (k == 0 ? belly_tendon(place, strands[k].course->length(), recipe) : strand_tendon(place, strands[k]));
    }
    mesh.tendon.push_back(std::clamp(tendon, 0.0F, 1.0F));
    // A slip's fibres are the belly's, running on into it; a fascicle's are its own.
    const Strand& own = most > recipe.slips.size() ? strands[most] : strands.front();
    const Course::Place place = own.course->place(p);
    mesh.fibre.emplace_back(own.along_from + place.along, own.across_from + place.across);
  }
}

/// Even triangles, about as many as asked for, finer on slips and the belly's thin edges than on its faces.
void spread(geometry::TriangleMesh& mesh, const CordRecipe& recipe, const Solid& whole, const Strand& belly) {
  const auto fineness = [&](glm::vec3 p) {
    constexpr float beside = 3.0F;  // mm from the belly
    constexpr float finest = 0.4F;
    const Course::Place place = belly.course->place(p);
    const float edge = (std::abs(place.across) / place.half_width - 0.6F) / 0.3F;
    return 1.0F - (1.0F - finest) * std::clamp(std::max(belly.solid.distance(p) / beside, edge), 0.0F, 1.0F);
  };
  double wanted = 0.0;  // triangles of edge 1 mm on the belly
  for (const auto& [a, b, c] : mesh.triangles) {
    const glm::vec3 pa = mesh.positions[a];
    const float area = 0.5F * glm::length(glm::cross(mesh.positions[b] - pa, mesh.positions[c] - pa));
    const float edge = fineness(pa);
    wanted += static_cast<double>(area / (0.433F * edge * edge));  // of an even triangle
  }
  const auto size = static_cast<float>(std::sqrt(wanted / static_cast<double>(recipe.triangles)));
  remesh(mesh, {[&](glm::vec3 p) { return size * fineness(p); },
                [&](glm::vec3 p) { return onto_surface(whole, p, recipe.detail); }, 5});
}

/// Draws furrows between the belly's bundles, fading out at the narrow ends and the thin edges.
void furrow(geometry::TriangleMesh& mesh, const CordRecipe& recipe, const std::vector<Strand>& strands) {
  if (recipe.bundle_depth <= 0.0F) return;
  geometry::compute_normals(mesh, 180.0F);
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    const Course::Place place = strands.front().course->place(mesh.positions[i]);
    const float inside = std::clamp((1.0F - std::abs(place.across) / place.half_width) / 0.25F, 0.0F, 1.0F);
    const float fade = inside * std::clamp(place.half_width / recipe.bundle_width - 0.5F, 0.0F, 1.0F) *
                       shares(mesh.positions[i], strands).front();
    const float wave = 0.5F - 0.5F * std::cos(2.0F * std::numbers::pi_v<float> * place.across / recipe.bundle_width);
    mesh.positions[i] -= mesh.normals[i] * (recipe.bundle_depth * fade * wave);
  }
  mesh.normals.clear();
}

}  // namespace

Result<geometry::TriangleMesh> sculpt_grown_cord(const JsonReader& figures, const Deeper& deeper, const Growth& growth) {
  const CordRecipe recipe = read_cord(figures, deeper);
  if (!figures.ok()) return geometry::TriangleMesh{};  // the caller reports what the reader holds
  const std::vector<Strand> strands = strands_of(recipe);
  std::vector<Part> parts;
  for (const Strand& strand : strands) parts.push_back({strand.solid, parts.empty() ? 0.0F : recipe.blend, false});
  const Solid shape = joined(std::move(parts));
  const Solid whole = growth ? growth(shape) : shape;
  auto mesh = polygonise(whole, recipe.detail);
  if (!mesh) return mesh;
  keep_largest(*mesh, 1);
  spread(*mesh, recipe, whole, strands.front());
  add_fibres(*mesh, recipe, strands);
  furrow(*mesh, recipe, strands);
  return mesh;
}

Result<geometry::TriangleMesh> sculpt_cord(const JsonReader& figures, const Deeper& deeper) { return sculpt_grown_cord(figures, deeper, {}); }

}  // namespace dorsum::sculpt
