#pragma once
// The deep room is divided among the muscles that fill it: each cell goes to the muscle whose seed, its own shape as the
// recipe has it, is nearest, after a weight of the muscle at that height has been taken off (a power diagram; Aurenhammer
// 1987). The weights are found so that every level holds the areas asked for. Seeds keep what is theirs; where they lie in one
// another the thinner has it, so that slips pass through bellies whole.
//
// Tried and left: nearest seed without weights (the erector starves beside the multifidus); all soft parts this way (a
// sheet becomes a lens where the room is wide).

#include <functional>
#include <string>
#include <vector>

#include "flesh_room.h"

namespace dorsum::sculpt {

struct Mass {
  std::string id;
  const geometry::TriangleMesh* seed = nullptr;  ///< of the right side
  ByLevel area;              ///< mm2 asked for in the transverse plane; none beyond its levels
  float reach = 9.0F;        ///< mm from its seed that it may come where room need not be filled, twice as far where it is
  bool behind_ribs = false;  ///< a muscle of the back: it stays behind the ribs' backs
};

/// What a mass gets. Fields are mm, negative inside, on its own part of the room's box.
struct Share {
  GridField fills;  ///< smooth
  GridField own;    ///< what its seed keeps where bone and others' seeds lie in it
  GridField thick;  ///< half the thickness of its seed about a place
};
[[nodiscard]] std::vector<Share> divide(const Room& room, const std::vector<Mass>& masses);

}  // namespace dorsum::sculpt
