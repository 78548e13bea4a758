#pragma once
// The edge of the window in the skin: skin and fat in their thickness, bevelled towards the muscles.

#include "dorsum/picture/scene.h"

namespace dorsum::picture {

/// Along the edge of the opening a strip that goes down from the skin's surface, first through skin, then through
/// fat, and inward. Empty where nothing is open. `window` is what the opening tells the distances of.
[[nodiscard]] std::vector<drawing::RimVertex> skin_rim(const body::Stance& stance, body::SkinWindow window,
                                                       const drawing::SkinOpening& opening, float midline);

}  // namespace dorsum::picture
