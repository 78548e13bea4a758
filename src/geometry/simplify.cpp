#include "dorsum/geometry/simplify.h"

#include <meshoptimizer.h>

#include <algorithm>

#include "dorsum/core/assert.h"
#include "vertex_remap.h"

namespace dorsum::geometry {
namespace {

std::vector<unsigned int> flat(const std::vector<Triangle>& triangles) {
  std::vector<unsigned int> indices;
  indices.reserve(triangles.size() * 3);
  for (const Triangle& t : triangles) indices.insert(indices.end(), t.begin(), t.end());
  return indices;
}

std::vector<Triangle> triples(const std::vector<unsigned int>& indices) {
  std::vector<Triangle> triangles(indices.size() / 3);
  for (std::size_t i = 0; i < triangles.size(); ++i) {
    triangles[i] = {indices[3 * i], indices[3 * i + 1], indices[3 * i + 2]};
  }
  return triangles;
}

}  // namespace

TriangleMesh simplified(const TriangleMesh& mesh, std::size_t target_triangles, float max_error_mm) {
  assert(data_fits(mesh));
  TriangleMesh result = mesh;
  if (mesh.triangles.size() <= target_triangles) return result;
  const float* positions = &mesh.positions.front().x;
  const std::size_t count = mesh.positions.size();
  // meshoptimizer measures error as a fraction of the mesh's extent.
  const float scale = meshopt_simplifyScale(positions, count, sizeof(glm::vec3));
  if (!(scale > 0.0F)) return result;
  const std::vector<unsigned int> indices = flat(mesh.triangles);
  std::vector<unsigned int> fewer(indices.size());
  fewer.resize(meshopt_simplify(fewer.data(), indices.data(), indices.size(), positions, count, sizeof(glm::vec3),
                                target_triangles * 3, std::max(max_error_mm, 0.0F) / scale, 0, nullptr));
  if (fewer.empty()) return result;  // never simplify something into nothing
  result.triangles = triples(fewer);
  drop_unused_vertices(result);
  return result;
}

void optimise_order(TriangleMesh& mesh) {
  if (mesh.triangles.empty()) return;
  const std::size_t count = mesh.positions.size();
  const std::vector<unsigned int> indices = flat(mesh.triangles);
  std::vector<unsigned int> ordered(indices.size());
  meshopt_optimizeVertexCache(ordered.data(), indices.data(), indices.size(), count);
  mesh.triangles = triples(ordered);
  std::vector<unsigned int> new_index(count);
  const std::size_t used =
      meshopt_optimizeVertexFetchRemap(new_index.data(), ordered.data(), ordered.size(), count);  // ~0 where unused
  remap_vertices(mesh, new_index, used);
}

}  // namespace dorsum::geometry
