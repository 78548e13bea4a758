// The form of bones: a body joined of named solids.

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
  for (const auto& [name, part] : recipe.parts) {
    auto body = body_of(part.solid, recipe.detail, 1, recipe.triangles / recipe.parts.size());
    if (!body) return body;
    geometry::append(whole, *body);
  }
  return whole;
}

}  // namespace dorsum::sculpt
