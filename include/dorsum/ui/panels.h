#pragma once
// The panels: they read the State and emit Commands; they never touch GL or files. Lengths are in window
// points (ImGui's unit), which the window's content scale and the text scale have already enlarged.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/answers/answers.h"
#include "dorsum/picture/body_map.h"
#include "dorsum/picture/pick.h"
#include "dorsum/state/session.h"
#include "dorsum/ui/open_box.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::ui {

/// Which side of the body the motions' sliders move.
enum class MotionSides { left, both, right };

/// A pane that the keyboard can be in; the figure itself takes the arrow keys.
enum class Pane { figure, column, depth };

/// What passes: what the hand is doing, where the keyboard is, what was typed to find something. No command sets it and no
/// script has it; whatever a lesson may want to show is State (state::Panels).
struct PanelModel {
  std::string search;
  bool search_changed = false;  ///< since what it finds was drawn last
  std::string message;       ///< last error or notice, shown until dismissed
  int gesture = 0;           ///< > 0 while a slider is dragged: its steps are undone together
  int gestures = 0;          ///< how many drags there have been
  Pane pane = Pane::figure;
  std::optional<Pane> go_to_pane;  ///< set to move the keyboard there in the next frame
  bool go_to_search = false;       ///< set to put the cursor in the search box in the next frame
  std::size_t next_zone = 0;       ///< which of the far zones "Turn to see" shows next
  std::shared_ptr<const picture::BodyMap> body_map;  ///< made when the pain tab is first opened
  std::string region_search;
  MotionSides motion_sides = MotionSides::right;
  /// The brush's rim on the skin under the pointer, window points; empty when the pointer isn't over skin.
  std::vector<glm::vec2> brush_rim;
  /// The outlines of the hands that make the strokes shown, window points.
  std::vector<std::vector<glm::vec2>> hands;
  // What the window found under the pointer, for the tooltip.
  std::optional<std::size_t> hovered;  ///< structure
  std::string hovered_marker;          ///< trigger point with side, or empty
  std::optional<picture::CutRoom> hovered_room;  ///< what a cut lays bare between the structures
  // What was shown last, to notice changes.
  std::string shown_selection;
  OpenBox* open = nullptr;  ///< of who opens files; null: nobody does
  bool tell_texts = false;  ///< whether a frame tells which texts it drew
};

struct Rectangle {
  float left = 0.0F, top = 0.0F, width = 0.0F, height = 0.0F;
  friend bool operator==(const Rectangle&, const Rectangle&) = default;
};

/// Where a control stands in the window: "depth", "trigger:trapezius-3.R", "button:about".
struct Place {
  std::string name;
  Rectangle rectangle;
};

/// A text as it was drawn, for tests of languages and sizes.
struct DrawnText {
  /// `name`: what no language changes, keys of the keyboard and names of libraries and licences; else `words`.
  enum class Kind { words, name };
  std::string text;
  Kind kind = Kind::words;
  bool cut = false;  ///< a part of it can't be seen, and no scrolling brings it
};

/// What one frame of the panels asked for.
struct PanelOutput {
  std::vector<state::Command> commands;
  bool undo = false, redo = false;
  std::optional<OpenAsk> open;  ///< of who opens files
  Rectangle picture;          ///< the free rectangle left for the picture
  std::vector<Place> places;  ///< the controls drawn in this frame
  std::vector<DrawnText> texts;  ///< where the model asks for them
};

/// Draws all panels into the current ImGui frame, in the catalogue's words. `shown` is the session's state as the picture
/// has it at this moment of a motion, `answers` are those to it.
[[nodiscard]] PanelOutput draw_panels(const state::Session& session, const state::State& shown, const answers::Answers& answers,
                                      PanelModel& model, const words::Catalogue& words = {});

/// Draws the progress of loading into the current ImGui frame; `done` is 0 to 1, `what` a text for the catalogue.
void draw_loading(std::string_view what, float done, const words::Catalogue& words = {});

/// Where the faces of the text stand on this machine; empty: ImGui's own bitmap font.
struct FontFiles {
  std::string regular, semibold, italic;
};

/// (Re)builds the font atlas at `scale` (content scale times text scale; 1 is 15 pixels); whoever owns the GL
/// side uploads it again. `pixels_per_point` is the framebuffer's.
void load_fonts(const FontFiles& files, float scale, float pixels_per_point);

/// Colours and spacing for a theme at `scale` (as for load_fonts).
void apply_style(state::Theme theme, float scale);

}  // namespace dorsum::ui
