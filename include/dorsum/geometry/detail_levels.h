#pragma once
// The same surface three times, coarser each time, for drawing it from farther away. meshoptimizer answers.

#include <array>
#include <cstddef>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

/// All levels index the vertices of the one mesh they were made of, so that one vertex buffer serves them all and
/// its per-vertex data (normals, fibres, tendon, masks, zones) hold at every level.
struct DetailLevels {
  struct Level {
    std::size_t first = 0;  ///< of its triangles in `triangles`
    std::size_t count = 0;
    float error_mm = 0.0F;  ///< about how far it strays from the whole mesh at most; 0 for the first level
  };
  std::vector<Triangle> triangles;  ///< of all levels, one after the other: what an index buffer holds
  std::array<Level, 3> levels;      ///< the mesh's own triangles in their order; about a third; about a ninth

  /// The coarsest level that strays at most `error_mm`: 0 to 2. Half a pixel's size in mm is a good bound.
  [[nodiscard]] std::size_t level_for(float error_mm) const;
};

/// Borders and seams stay closed at every level. A level that would take more than 2 mm of error has more triangles than
/// wanted; what can't be made coarser repeats the level before.
[[nodiscard]] DetailLevels detail_levels(const TriangleMesh& mesh);
/// Those of many meshes, in their order.
[[nodiscard]] std::vector<DetailLevels> detail_levels_of_each(const std::vector<TriangleMesh>& meshes);

}  // namespace dorsum::geometry
