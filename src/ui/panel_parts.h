#pragma once
// The pieces that draw_panels puts together, top to bottom.

#include "frame.h"

namespace dorsum::ui {

// The left panel.
void title_row(Frame& frame);
void depth_panel(Frame& frame);
void view_panel(Frame& frame);
void show_panel(Frame& frame);
void tree_panel(Frame& frame);

// The right panel.
void card_panel(Frame& frame);
void probe_list(Frame& frame);
void attachment_key(const Frame& frame);
void trigger_list(Frame& frame, std::string_view muscle, std::string_view part, Side side);

// Over the picture and across the foot.
/// What the strip needs for the words of the short safety note in a window `width` wide.
[[nodiscard]] float safety_strip_height(std::string_view words, float width);
void safety_strip(Frame& frame, Rectangle where);
void picture_overlay(Frame& frame, Rectangle picture);
void compass(Frame& frame, Rectangle picture);

// Boxes in the middle of the window.
void safety_box(Frame& frame);
void about_box(Frame& frame);
void keys_box(Frame& frame);

}  // namespace dorsum::ui
