#pragma once
// The few controls that the panels are made of.

#include <imgui.h>

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "icons.h"
#include "palette.h"

namespace dorsum::ui {

/// A small quiet heading over a group of controls.
void heading(const Palette& colours, std::string_view words);

/// Text that wraps at the panel's right edge; never read as a format.
void paragraph(std::string_view words);
void quiet_paragraph(const Palette& colours, std::string_view words);
/// A line of a list, with a bullet and a hanging indent.
void bullet(const Palette& colours, std::string_view words);
/// A fact: its label small and quiet, the text beneath. Nothing when the text is empty.
void fact(const Palette& colours, std::string_view label, std::string_view words);
/// As fact, with one bullet a line.
void facts(const Palette& colours, std::string_view label, std::span<const std::string> lines);

/// The text, cut short with an ellipsis where it is wider than `width`.
[[nodiscard]] std::string elided(std::string_view words, float width);

/// A rounded tag; several stand in a row and wrap.
void chip(const Palette& colours, std::string_view words, const ImVec4& ground, const ImVec4& ink);
/// Moves to the same line if a thing `width` wide still fits there.
void same_line_if_fits(float width);
[[nodiscard]] float chip_width(std::string_view words);

/// A square button with an icon and a tooltip.
[[nodiscard]] bool icon_button(const Palette& colours, Icon icon, const char* id, const char* tooltip, bool enabled = true,
                               bool framed = true);

/// A switch: the knob stands right and filled when on; words after it throw it too. True when it was thrown.
[[nodiscard]] bool toggle(const Palette& colours, const char* id, bool on, std::string_view words = {});

/// A button that stays lit while it is the chosen one.
[[nodiscard]] bool choice_button(const Palette& colours, const char* label, bool chosen, ImVec2 size);

/// Buttons of one size in rows.
struct ButtonGrid {
  std::size_t columns = 1;
  ImVec2 size;
  float gap = 0.0F;
  /// Moves to where the next button stands.
  void place(std::size_t index) const;
};
/// The first of `columns` in which `longest` fits a button, or the last.
[[nodiscard]] ButtonGrid button_grid(const char* longest, std::initializer_list<std::size_t> columns);

/// A line that unfolds what follows; true while it is open.
[[nodiscard]] bool fold(const char* label, bool open_at_first = false);

void tooltip(const char* words);

}  // namespace dorsum::ui
