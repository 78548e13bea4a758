#pragma once
// The few controls that the panels are made of. Their ids are ids and their words are words: a change of language moves no
// focus and closes no fold. All text goes through these functions, which tell a DrawnTexts of it.

#include <imgui.h>

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "dorsum/ui/panels.h"
#include "icons.h"
#include "palette.h"

namespace dorsum::ui {

using TextKind = DrawnText::Kind;

/// While it lives, texts that are drawn into this ImGui frame are noted, and those that are cut.
class DrawnTexts {
 public:
  /// Null: nothing is noted.
  explicit DrawnTexts(std::vector<DrawnText>* into);
  ~DrawnTexts();
  DrawnTexts(const DrawnTexts&) = delete;
  DrawnTexts& operator=(const DrawnTexts&) = delete;
};

/// The size of a text in the present face; `wrap` is the width of its lines, none: one line.
[[nodiscard]] ImVec2 text_extent(std::string_view words, float wrap = 0.0F);
/// One line where the cursor stands; never read as a format.
void line(std::string_view words, TextKind kind = TextKind::words);
/// At a place of the screen, over what was drawn before, with lines of `wrap` at most where that is given. `room` is how wide
/// it may be without being cut; none: what its window shows.
void write_at(ImVec2 at, const ImVec4& ink, std::string_view words, float wrap = 0.0F, float room = 0.0F);

/// A small quiet heading over a group of controls.
void heading(const Palette& colours, std::string_view words);

/// Text that wraps at the panel's right edge; never read as a format.
void paragraph(std::string_view words, TextKind kind = TextKind::words);
void quiet_paragraph(const Palette& colours, std::string_view words, TextKind kind = TextKind::words);
/// A line of a list, with a bullet and a hanging indent.
void bullet(const Palette& colours, std::string_view words, TextKind kind = TextKind::words);
/// A fact: its label small and quiet, the text beneath. Nothing when the text is empty.
void fact(const Palette& colours, std::string_view label, std::string_view words);
/// As fact, with one bullet a line.
void facts(const Palette& colours, std::string_view label, std::span<const std::string> lines);

/// The text, cut short with an ellipsis where it is wider than `width`.
[[nodiscard]] std::string elided(std::string_view words, float width);

/// A rounded tag; several stand in a row and wrap.
void chip(std::string_view words, const ImVec4& ground, const ImVec4& ink);
/// Moves to the same line if a thing `width` wide still fits there.
void same_line_if_fits(float width);
[[nodiscard]] float chip_width(std::string_view words);

/// A button `width` wide, as high as its words need; `height` is the least, 0 that of one line.
[[nodiscard]] bool button(const char* id, std::string_view words, float width, float height = 0.0F);
/// What a button of that width needs for these words: for buttons in a row, the most of it.
[[nodiscard]] float button_height(std::string_view words, float width);
[[nodiscard]] float button_height(std::initializer_list<std::string_view> words, float width);

/// A square button with an icon and a tooltip.
[[nodiscard]] bool icon_button(const Palette& colours, Icon icon, const char* id, std::string_view words, bool enabled = true,
                               bool framed = true);

/// A switch: the knob stands right and filled when on; words after it throw it too. True when it was thrown.
[[nodiscard]] bool toggle(const Palette& colours, const char* id, bool on, std::string_view words = {});

/// A button that stays lit while it is the chosen one.
[[nodiscard]] bool choice_button(const Palette& colours, const char* id, std::string_view words, bool chosen, float width, float height = 0.0F);

/// Buttons of one size in rows.
struct ButtonGrid {
  std::size_t columns = 1;
  ImVec2 size;
  float gap = 0.0F;
  /// Moves to where the next button stands.
  void place(std::size_t index) const;
};
/// The first of `columns` in which every word fits a button, or the last, whose buttons are as high as they need.
[[nodiscard]] ButtonGrid button_grid(std::span<const char* const> words, std::initializer_list<std::size_t> columns);

/// A slider, with its value beside it as printf's `format` says it. True while it moves.
[[nodiscard]] bool slider(const char* id, float& value, float low, float high, const char* format);

/// A field to write into, as wide as asked for with SetNextItemWidth; `hint` stands in it while it is empty.
[[nodiscard]] bool text_field(const char* id, std::string_view hint, std::string& text, ImGuiInputTextFlags flags = 0);

/// A line that unfolds what follows; true while it is open.
[[nodiscard]] bool fold(const char* id, std::string_view words);
/// As fold, over a part of the width, what is right of it left for buttons.
[[nodiscard]] bool fold_within(const char* id, std::string_view words, float width);

void tooltip(std::string_view words);

}  // namespace dorsum::ui
