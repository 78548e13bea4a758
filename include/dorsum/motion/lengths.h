#pragma once
// How much a muscle has shortened or lengthened along its own fibres.

#include <optional>

#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/motion/binding.h"

namespace dorsum::motion {

/// Per cent of change along the fibres, shortening negative: the mean over the muscle's surface, weighted by area at rest. The
/// share of the surface that is tendon lengthens with it and is counted. Nothing for what has no fibres; 0 for what rests.
[[nodiscard]] std::optional<double> length_change(const geometry::TriangleMesh& rest, const Bent& bent);

/// Who does what in a pose, of one structure.
struct Part {
  Role role = Role::prime;
  double share = 0.0;  ///< how far the motion has gone, 0 to 1
};

/// The strongest part that a structure has in a pose; nothing for what has none. Prime before assist before steady before lengthened.
[[nodiscard]] std::optional<Part> part_of(const atlas::Structure& structure, const Pose& pose, const Motions& motions);

/// Whether a mover of a motion (told with side, where it has one) is this structure.
[[nodiscard]] bool is_mover(const Mover& mover, const atlas::Structure& structure, std::string_view motion_with_side);

}  // namespace dorsum::motion
