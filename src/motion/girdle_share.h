#pragma once
// How far each vertex of a muscle of the shoulder girdle goes with collarbone, blade and arm.

#include <vector>

#include "holds.h"

namespace dorsum::motion {

/// Whether any vertex holds on a bone of the girdle.
[[nodiscard]] bool holds_on_girdle(const Holds& holds);

/// Harmonic over the surfaces of a muscle's parts from what holds, faster along the fibres; the parts conduct where they
/// touch. Fills the girdle's columns of each part's rows.
void spread_from_holds(const std::vector<const Welded*>& parts, const std::vector<const Holds*>& holds, const std::vector<Rows*>& rows);

/// In a straight line along each fibre, from end to end: for long flat sheets. False where an end or the fibres lack.
[[nodiscard]] bool spread_along_fibres(const Welded& surface, const Holds& holds, Rows& rows);

/// Away from where it holds, a sheet follows that place instead of the bone's turn: a turn of the blade would fling what is
/// far from it. Shares go from the bones to their holds.
void follow_holds(const Welded& surface, const Holds& holds, const Rig& rig, Rows& rows);

/// Shares of the arm become shares of the frames half-way to it.
void go_half_way(Rows& rows);

}  // namespace dorsum::motion
