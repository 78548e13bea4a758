#pragma once
// The panels: they read the State and emit Commands; they never touch GL or files.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dorsum/app/session.h"
#include "dorsum/view/scene.h"

namespace dorsum::ui {

/// What the panels remember between frames that is no part of the State: which tab is open, the search text.
struct PanelModel {
  std::string search;
  bool safety_open = false;
  bool about_open = false;
  bool keys_open = false;
  std::string message;      ///< last error, shown until dismissed
  int gesture = 0;          ///< > 0 while a slider is dragged: its steps are undone together
};

/// What one frame of the panels asked for.
struct PanelOutput {
  std::vector<app::Command> commands;
  bool undo = false, redo = false, quit = false;
  float left = 0.0F, top = 0.0F, width = 0.0F, height = 0.0F;  ///< the free rectangle left for the picture, in window points
};

/// Draws all panels into the current ImGui frame.
[[nodiscard]] PanelOutput draw_panels(const app::Session& session, const view::Scene& scene, PanelModel& model);

/// Draws the progress of loading into the current ImGui frame.
void draw_loading(std::string_view what, float done);

/// Fonts and colours for a theme and text scale; `font_file` is Inter's, or empty for ImGui's own.
void apply_style(app::Theme theme, float text_scale);

}  // namespace dorsum::ui
