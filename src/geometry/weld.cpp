#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <unordered_map>

#include "dorsum/core/assert.h"
#include "dorsum/geometry/mesh_repair.h"
#include "vertex_remap.h"

namespace dorsum::geometry {
namespace {

using Cell = std::array<std::int64_t, 3>;

struct CellHash {
  std::size_t operator()(const Cell& cell) const {
    // Primes of Teschner and others 2003, "Optimized spatial hashing". Unsigned, since far cells overflow.
    const auto bits = [](std::int64_t number) { return static_cast<std::uint64_t>(number); };
    return bits(cell[0]) * 73856093U ^ bits(cell[1]) * 19349663U ^ bits(cell[2]) * 83492791U;
  }
};

}  // namespace

std::size_t weld(TriangleMesh& mesh, float tolerance) {
  assert(std::isfinite(tolerance) && data_fits(mesh));
  const std::size_t before = mesh.positions.size();
  drop_unused_vertices(mesh);
  // Cells as wide as the tolerance: whatever is near enough lies in the same or a neighbouring cell. With no
  // tolerance only equal points merge, and any cell size does.
  const float reach = std::max(tolerance, 0.0F);
  const double cell_size = reach > 0.0F ? static_cast<double>(reach) : 1.0;
  std::unordered_multimap<Cell, std::uint32_t, CellHash> kept;
  kept.reserve(mesh.positions.size());
  std::vector<std::uint32_t> new_index(mesh.positions.size());
  std::vector<glm::vec3> kept_positions;

  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    const glm::vec3 p = mesh.positions[i];
    std::uint32_t twin = no_vertex;
    Cell home{};
    // Points beyond 2^52 cells (or not finite) can't be told apart by their cell; they stay as they are.
    const bool placed =
        is_finite(p) &&
        static_cast<double>(std::max({std::abs(p.x), std::abs(p.y), std::abs(p.z)})) / cell_size < 4.5e15;
    if (placed) {
      const glm::dvec3 scaled = glm::floor(glm::dvec3(p) / cell_size);
      home = {static_cast<std::int64_t>(scaled.x), static_cast<std::int64_t>(scaled.y),
              static_cast<std::int64_t>(scaled.z)};
      float nearest = reach;
      const int around = reach > 0.0F ? 1 : 0;
      for (int dx = -around; dx <= around; ++dx) {
        for (int dy = -around; dy <= around; ++dy) {
          for (int dz = -around; dz <= around; ++dz) {
            const auto [first, last] = kept.equal_range(Cell{home[0] + dx, home[1] + dy, home[2] + dz});
            for (auto it = first; it != last; ++it) {
              const float distance = glm::distance(kept_positions[it->second], p);
              if (distance > nearest || (distance == nearest && twin < it->second)) continue;
              nearest = distance;
              twin = it->second;
            }
          }
        }
      }
    }
    if (twin == no_vertex) {
      twin = static_cast<std::uint32_t>(kept_positions.size());
      kept_positions.push_back(p);
      if (placed) kept.emplace(home, twin);
    }
    new_index[i] = twin;
  }
  if (kept_positions.size() < mesh.positions.size()) remap_vertices(mesh, new_index, kept_positions.size());
  return before - mesh.positions.size();
}

}  // namespace dorsum::geometry
