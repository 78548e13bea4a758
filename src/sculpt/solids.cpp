// The form of bones: a body joined of named solids.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "form.h"
#include "room.h"
#include "solids_reader.h"

namespace dorsum::sculpt {
namespace {

/// The bodies of a recipe whose parts lie apart: a part "hamate: hook" is joined to the part "hamate".
std::vector<Solid> bodies_apart(SolidsRecipe recipe) {
  std::vector<std::pair<std::string, std::vector<Part>>> bodies;
  for (auto& [name, part] : recipe.parts) {
    const std::string body = name.substr(0, name.find(':'));
    if (bodies.empty() || bodies.back().first != body) bodies.push_back({body, {}});
    bodies.back().second.push_back(std::move(part));
  }
  std::vector<Solid> solids;
  for (auto& [name, parts] : bodies)
    solids.push_back(parts.size() == 1 ? parts.front().solid : joined(std::move(parts)));
  return solids;
}

/// What is left of one of the bodies beside the others: where two would grow into each other, as bones do at a joint,
/// each ends half a joint space from the surface midway between them, so that the two faces fit.
Solid beside_others(const std::vector<Solid>& solids, std::size_t which) {
  constexpr float joint_space = 0.9F;  // mm, cartilage on either face and between
  constexpr float rim = 0.8F;          // mm over which the face rounds into the wall
  const Solid& own = solids[which];
  std::vector<Solid> others;
  for (std::size_t i = 0; i < solids.size(); ++i) {
    if (i != which && geometry::within(own.bounds, solids[i].bounds, joint_space)) others.push_back(solids[i]);
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

Result<geometry::TriangleMesh> sculpt_solids(const JsonReader& figures, const Deeper& deeper) {
  SolidsRecipe recipe = read_solids(figures, deeper);
  if (!figures.ok()) return geometry::TriangleMesh{};  // the caller reports what the reader holds
  if (!recipe.apart) {
    std::vector<Part> parts;
    for (auto& [name, part] : recipe.parts) parts.push_back(std::move(part));
    Solid whole = joined(std::move(parts));
    if (recipe.beside) whole = beside(whole, deeper, *recipe.beside);
    return finished(whole, recipe.detail, recipe.bodies, recipe.triangles);
  }
  geometry::TriangleMesh whole;
  const float detail = recipe.detail;
  const std::size_t triangles = recipe.triangles;
  const std::optional<float> clearance = recipe.beside;
  const std::vector<Solid> solids = bodies_apart(std::move(recipe));
  for (std::size_t i = 0; i < solids.size(); ++i) {
    Solid solid = beside_others(solids, i);
    if (clearance) solid = beside(solid, deeper, *clearance);
    auto body = finished(solid, detail, 1, triangles / solids.size());
    if (!body) return body;
    geometry::append(whole, *body);
  }
  return whole;
}

}  // namespace dorsum::sculpt
