#pragma once
// Recipes shape each structure by itself; side by side their surfaces pass through one another here and there.
// Settling moves them apart, as soft bodies give way to one another.

#include <span>
#include <string_view>

#include "dorsum/core/progress.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::sculpt {

/// What gives way to what: bone never, flesh to bone and to flesh, skin only where flesh can't.
enum class Tissue { bone, flesh, skin };

struct Settled {
  std::string_view id;  ///< a structure id, with its side
  Tissue tissue = Tissue::flesh;
  int order = 0;  ///< among flesh: of two, the one with the smaller number lies deeper and gives way farther
  geometry::TriangleMesh* mesh = nullptr;  ///< closed, wound outward, no split vertices; moved in place
  bool still = false;                      ///< stays as it is, as bone always does: the others make all the room
  bool under_fascia = false;               ///< hung under the deep fascia, which bounds it in place of the skin

  [[nodiscard]] bool moves() const { return tissue != Tissue::bone && !still; }
};

/// Moves vertices until flesh stays out of bone and of other flesh and `skin_cover` mm under the skin, as far as
/// there is room. The displacement is smooth over each surface and carries both walls of a thin sheet along, but for
/// dents of a millimetre or so at the end, where bodies are still in each other;
/// triangles, fibres and tendon masks stay, normals turn with the surface. The same input gives the same bytes,
/// however many cores there are. False when `progress` asked to stop.
[[nodiscard]] bool settle(std::span<const Settled> bodies, const Progress& progress);

/// As settle, but each place gives way by itself, without drawing its neighbourhood along: for bodies that were fitted to one
/// another and touch a little here and there.
[[nodiscard]] bool settle_by_dents(std::span<const Settled> bodies, const Progress& progress);

inline constexpr float skin_cover = 2.2F;  ///< mm of skin and fat left over every muscle

}  // namespace dorsum::sculpt
