#pragma once
// The edge of the window in the skin: skin and fat in their thickness, bevelled towards the muscles.

#include "dorsum/picture/scene.h"

namespace dorsum::picture {

/// Along the edge of the opening a strip that goes down from the skin's surface, first through skin, then through
/// fat, and inward. Empty where nothing is open.
[[nodiscard]] std::vector<RimVertex> skin_rim(const body::Body& body, const SkinOpening& opening, float midline);

}  // namespace dorsum::picture
