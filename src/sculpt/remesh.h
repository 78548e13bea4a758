#pragma once
// Even triangles of a wanted size on a known surface: incremental isotropic remeshing (Botsch and Kobbelt
// 2004, "A remeshing approach to multiresolution modeling"), with a size that may differ from place to place.

#include <functional>
#include <glm/vec3.hpp>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::sculpt {

struct RemeshGoal {
  std::function<float(glm::vec3)> edge;            ///< wanted edge length in mm; should change slowly
  std::function<glm::vec3(glm::vec3)> on_surface;  ///< takes a point near the surface onto it
  int rounds = 6;
  float sharp_cosine = -1.0F;  ///< edges whose faces' normals meet at a smaller cosine stay where they are; -1: none are sharp
};

/// Splits long edges, collapses short ones, evens the vertices' valences and positions. A closed manifold
/// stays one, of the same genus: no step is taken that would pinch it. Per-vertex data is dropped.
void remesh(geometry::TriangleMesh& mesh, const RemeshGoal& goal);

}  // namespace dorsum::sculpt
