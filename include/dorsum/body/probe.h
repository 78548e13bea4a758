#pragma once
// The depth probe: what a thin needle would meet if it went straight in at a point of the skin.
// A picture of this body's layers, not a guide for needling.

#include <glm/vec3.hpp>
#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/core/result.h"

namespace dorsum::body {

/// One structure on the way in. A structure that is met again farther on is told of once, where it begins.
struct ProbedLayer {
  std::size_t structure = 0;  ///< index into atlas().structures
  float entry = 0.0F;         ///< mm from the skin's surface to where it begins
  float exit = 0.0F;          ///< mm to where the needle first leaves it again; as entry for a surface without an inside
};

struct Probe {
  Place skin;                         ///< where it goes in, on the skin
  glm::vec3 inward{0.0F};             ///< at rest; unit, against the skin's outward normal
  std::vector<ProbedLayer> layers;    ///< by entry; the skin itself, at 0, is not among them
};

inline constexpr float probe_reach = 120.0F;  ///< mm; deeper than any structure of the back lies under its skin

/// The needle at the skin point nearest to `point`, along the mean normal of the skin within 12 mm of it (the grain
/// of the mesh should not tilt it). It ends at `reach`, or at the first bone it meets, which it does not pass.
/// Fails when the body has no skin, or none within 150 mm.
[[nodiscard]] Result<Probe> probe_at(const Body& body, glm::vec3 point, float reach = probe_reach);

/// Whether depths are those of somebody else's meshes, whose skin may stand off the flesh: the built-in atlas's own skin
/// is written at published depths (docs/how-true.md), an imported one is as it came.
[[nodiscard]] bool depths_are_the_sets_own(const Body& body);

}  // namespace dorsum::body
