#pragma once
// Coordinates along and across the fibres of a muscle, from its surface and its two ends alone. Eigen's sparse
// Cholesky factorisation answers.
//
// 1. A harmonic function on the surface, 0 at the origin and 1 at the insertion; fibres follow its gradient
//    (as heat would flow from end to end; Choi and Blemker 2013, "Skeletal muscle fascicle arrangements can be
//    reconstructed using a Laplacian vector field simulation", do so in the volume).
// 2. The gradient's direction, smoothed and carried into the ends, where the function is flat.
// 3. `along` is the function whose gradient is nearest to that unit direction (a Poisson equation, as in the heat
//    method, geodesics.h), so that it counts millimetres; `across` the same for that direction turned by a right
//    angle about the middle surface's normal, so that both faces of a flat muscle count it the same way.

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry {

struct FibreEnds {
  std::vector<bool> origin;     ///< for each vertex of the mesh, whether it belongs to the origin
  std::vector<bool> insertion;  ///< likewise; a vertex of both counts for neither
};

/// mm along (x, about 0 at the origin) and across (y, 0 in the mean) the fibres, one a vertex. `outward` says for each
/// vertex roughly where the muscle's outer face looks, any length; only its part along the surface's normal counts.
/// A piece of the surface that lacks one of the ends gets straight fibres, parallel to the line from the origin's
/// middle to the insertion's. Fails when the mesh has no triangles, when an end is empty, or when the mesh can't be solved on.
[[nodiscard]] Result<std::vector<glm::vec2>> fibre_field(const TriangleMesh& mesh, const FibreEnds& ends,
                                                         std::span<const glm::vec3> outward);

}  // namespace dorsum::geometry
