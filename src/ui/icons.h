#pragma once
// Small line drawings for buttons, drawn as vectors so that they stay sharp at every text scale.

#include <imgui.h>

namespace dorsum::ui {

enum class Icon { undo, redo, eye, eye_closed, sun, moon, about, keys, search, isolate, focus, close, warning, turn, open };

/// `size` is the side of the square the icon fits in.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour);

}  // namespace dorsum::ui
