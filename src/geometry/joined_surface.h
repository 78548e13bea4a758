#pragma once
// A mesh as one surface to solve on: the vertices that a crease split are joined again, unused ones and triangles
// without three places gone.

#include <cstdint>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

struct JoinedSurface {
  std::vector<glm::dvec3> positions;
  std::vector<Triangle> triangles;
  std::vector<std::uint32_t> vertex_here;  ///< vertex of the given mesh -> here, no_vertex when unused
  std::vector<std::int64_t> triangle_here;  ///< triangle of the given mesh -> here, -1 when degenerate
};

[[nodiscard]] JoinedSurface joined_surface(const TriangleMesh& mesh);

}  // namespace dorsum::geometry
