#pragma once
// The pieces that draw_panels puts together, top to bottom.

#include "frame.h"

namespace dorsum::ui {

// The column: tools and search above one page at a time.
void column(Frame& frame);
void toolbar(Frame& frame);
void search_field(Frame& frame);
/// What the words in the search field find.
void search_hits(Frame& frame);
void section_panel(Frame& frame);
// Pages.
void massage_page(Frame& frame);
/// A movement or habit for a muscle, folded; nothing for a muscle without one.
void self_care(const Frame& frame, const std::string& muscle);
void card_panel(Frame& frame);
void pain_panel(Frame& frame);
void motion_page(Frame& frame);
void view_page(Frame& frame);
void tree_page(Frame& frame);

// Between column and picture.
/// `named`: the stops by name, else by number.
void depth_rail(Frame& frame, bool named);

// Parts of pages.
/// The flat front and back of the body, `width` wide; a click or Space on a region adds it to the pain or takes it away.
void body_map_panel(Frame& frame, float width);
/// Every region by name, with a switch for each side.
void region_list(Frame& frame);
/// What lies beneath the spot that was painted last.
void beneath_panel(Frame& frame);
/// A point by its muscle, number and side: "Trapezius TrP3, right".
[[nodiscard]] std::string name_of(const Frame& frame, const body::PlacedTrigger& placed);
/// The trigger points that could send the pain, best first.
void ranking_panel(Frame& frame);
/// Whether a region (with side) was chosen as painful.
[[nodiscard]] bool is_chosen(const state::State& state, std::string_view region);
void toggle_region(Frame& frame, const std::string& region);
[[nodiscard]] std::string words_of_region(const Frame& frame, std::string_view region);
void probe_list(Frame& frame);
void attachment_key(const Frame& frame);
void trigger_list(Frame& frame, std::string_view muscle, std::string_view part, Side side);
/// The content's three words of confidence, for a reader.
[[nodiscard]] std::string_view confidence_words(const Frame& frame, std::string_view confidence);
/// "L" and "R", on buttons of a letter's size.
[[nodiscard]] const char* side_letter(const Frame& frame, Side side);
/// A point's number on charts, where it has one, and its name.
[[nodiscard]] std::string numbered_name(const Frame& frame, const atlas::TriggerPoint& point);

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
/// Of who opens files, where somebody does.
void open_box(Frame& frame);

}  // namespace dorsum::ui
