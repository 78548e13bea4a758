#include "dorsum/geometry/detail_levels.h"

#include <meshoptimizer.h>

#include <algorithm>

#include "dorsum/core/assert.h"

namespace dorsum::geometry {
namespace {

constexpr std::size_t coarser = 3;       // triangles of a level for each of the next
constexpr float most_error = 2.0F;       // mm
constexpr std::size_t least_triangles = 60;  // coarser than that nothing keeps its shape

struct Simplified {
  std::vector<Triangle> triangles;
  float error_mm = 0.0F;
};

Simplified simplified(const TriangleMesh& mesh, std::size_t wanted) {
  const float* positions = &mesh.positions.front().x;
  const std::size_t vertices = mesh.positions.size();
  // meshoptimizer measures error as a part of the mesh's extent.
  const float extent = meshopt_simplifyScale(positions, vertices, sizeof(glm::vec3));
  if (!(extent > 0.0F)) return {mesh.triangles, 0.0F};
  std::vector<unsigned int> indices;
  for (const Triangle& t : mesh.triangles) indices.insert(indices.end(), t.begin(), t.end());
  std::vector<unsigned int> fewer(indices.size());
  float error = 0.0F;
  fewer.resize(meshopt_simplify(fewer.data(), indices.data(), indices.size(), positions, vertices, sizeof(glm::vec3),
                                3 * wanted, most_error / extent, 0, &error));
  meshopt_optimizeVertexCache(fewer.data(), fewer.data(), fewer.size(), vertices);
  Simplified result;
  for (std::size_t i = 0; i + 2 < fewer.size(); i += 3) result.triangles.push_back({fewer[i], fewer[i + 1], fewer[i + 2]});
  result.error_mm = error * extent;
  return result;
}

}  // namespace

std::size_t DetailLevels::level_for(float error_mm) const {
  assert(error_mm >= 0.0F);
  std::size_t level = 0;
  while (level + 1 < levels.size() && levels[level + 1].error_mm <= error_mm) ++level;
  return level;
}

DetailLevels detail_levels(const TriangleMesh& mesh) {
  DetailLevels result;
  result.triangles = mesh.triangles;
  result.levels.fill({0, mesh.triangles.size(), 0.0F});
  std::size_t wanted = mesh.triangles.size();
  for (std::size_t level = 1; level < result.levels.size(); ++level) {
    result.levels[level] = result.levels[level - 1];
    wanted /= coarser;
    if (wanted < least_triangles) continue;
    // From the whole mesh each time, so that the error is that to the whole mesh.
    const Simplified fewer = simplified(mesh, wanted);
    if (fewer.triangles.empty() || fewer.triangles.size() >= result.levels[level - 1].count) continue;
    result.levels[level] = {result.triangles.size(), fewer.triangles.size(), fewer.error_mm};
    result.triangles.insert(result.triangles.end(), fewer.triangles.begin(), fewer.triangles.end());
  }
  return result;
}

std::vector<DetailLevels> detail_levels_of_each(const std::vector<TriangleMesh>& meshes) {
  std::vector<DetailLevels> all;
  all.reserve(meshes.size());
  for (const TriangleMesh& mesh : meshes) all.push_back(detail_levels(mesh));
  return all;
}

}  // namespace dorsum::geometry
