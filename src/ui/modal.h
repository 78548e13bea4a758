#pragma once
// A box in the middle of the window that has the mouse and the keyboard until it goes.

#include "frame.h"

namespace dorsum::ui {

/// Stands open while `wanted`. True while it is drawn: then what is in it follows, and end_modal. `closes` says whether its cross
/// was clicked.
[[nodiscard]] bool begin_modal(Frame& frame, const char* id, std::string_view title, bool wanted, float wide, bool& closes);
/// `stays`: whether it stands in the next frame, too.
void end_modal(bool stays);

}  // namespace dorsum::ui
