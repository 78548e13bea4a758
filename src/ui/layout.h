#pragma once
// Where column, depth, foot and picture stand in the window. Plain arithmetic, so that it can be tested without one.

#include "dorsum/ui/panels.h"

namespace dorsum::ui {

/// What the layout follows from; window points.
struct Room {
  float width = 0.0F, height = 0.0F;  ///< of the window
  float unit = 1.0F;                  ///< of layout: 1 at 15-pixel text
  float foot = 0.0F;                  ///< what the strip across the foot asks for
  bool panels = true;                 ///< whether column and rail are shown
  bool sides_apart = false;           ///< two depth sliders instead of one
};

struct Layout {
  Rectangle column, rail, foot, picture;
  bool rail_has_names = true;  ///< else there is room for the stops' numbers only
};

/// The picture keeps the larger part of the window at any size of text.
[[nodiscard]] Layout layout_of(const Room& room);

}  // namespace dorsum::ui
