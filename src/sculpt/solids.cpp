// The form of bones: a body joined of named solids.

#include <utility>
#include <vector>

#include "form.h"
#include "solids_reader.h"

namespace dorsum::sculpt {
namespace {

Result<geometry::TriangleMesh> body_of(const Solid& solid, float detail, std::size_t bodies, std::size_t triangles) {
  auto mesh = polygonise(solid, detail);
  if (!mesh) return mesh;
  keep_largest(*mesh, bodies);
  simplify(*mesh, triangles);
  return mesh;
}

/// What is left of one of the bodies beside the others: where two would grow into each other, as bones do at a joint,
/// each ends half a joint space from the surface midway between them, so that the two faces fit.
Solid beside_others(const SolidsRecipe& recipe, std::size_t which) {
  constexpr float joint_space = 0.9F;  // mm, cartilage on either face and between
  constexpr float rim = 0.8F;          // mm over which the face rounds into the wall
  const Solid& own = recipe.parts[which].second.solid;
  std::vector<Solid> others;
  for (std::size_t i = 0; i < recipe.parts.size(); ++i) {
    const Solid& other = recipe.parts[i].second.solid;
    if (i != which && geometry::within(own.bounds, other.bounds, joint_space)) others.push_back(other);
  }
  auto distance = [wall = own.distance, others = std::move(others)](glm::vec3 p) {
    const float to_wall = wall(p);
    float d = to_wall;
    for (const Solid& other : others) {
      const float to_face = 0.5F * (to_wall - other.distance(p) + joint_space);
      d = -soft_union(-d, -to_face, rim);
    }
    return d;
  };
  return {distance, own.bounds};
}

}  // namespace

Result<geometry::TriangleMesh> sculpt_solids(const JsonReader& figures, const Deeper&) {
  SolidsRecipe recipe = read_solids(figures);
  if (!figures.ok()) return geometry::TriangleMesh{};  // the caller reports what the reader holds
  if (!recipe.apart) {
    std::vector<Part> parts;
    for (auto& [name, part] : recipe.parts) parts.push_back(std::move(part));
    return body_of(joined(std::move(parts)), recipe.detail, recipe.bodies, recipe.triangles);
  }
  geometry::TriangleMesh whole;
  for (std::size_t i = 0; i < recipe.parts.size(); ++i) {
    auto body = body_of(beside_others(recipe, i), recipe.detail, 1, recipe.triangles / recipe.parts.size());
    if (!body) return body;
    geometry::append(whole, *body);
  }
  return whole;
}

}  // namespace dorsum::sculpt
