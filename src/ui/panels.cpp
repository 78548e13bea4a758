#include "dorsum/ui/panels.h"

#include <algorithm>

#include <imgui_internal.h>

#include "layout.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

constexpr ImGuiWindowFlags fixed = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                   ImGuiWindowFlags_NoBringToFrontOnFocus;

void begin_panel(const char* name, Rectangle where) {
  ImGui::SetNextWindowPos({where.left, where.top});
  ImGui::SetNextWindowSize({where.width, where.height});
  ImGui::Begin(name, nullptr, fixed & ~ImGuiWindowFlags_NoScrollbar);
}

/// Moves the keyboard to the pane that was asked for, and notes where it is.
void follow_keyboard(PanelModel& model, Pane pane) {
  if (model.go_to_pane == pane) {
    ImGui::SetWindowFocus();
    // Show at once where the keyboard is; the library's public part would wait for the first arrow key.
    ImGui::NavInitWindow(ImGui::GetCurrentWindow(), false);
    ImGui::GetCurrentContext()->NavDisableHighlight = false;
    model.go_to_pane.reset();
  }
  if (ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows)) model.pane = pane;
}

}  // namespace

PanelOutput draw_panels(const state::Session& session, const state::State& shown, const answers::Answers& answers, PanelModel& model,
                        const words::Catalogue& words) {
  PanelOutput out;
  const DrawnTexts noted(model.tell_texts ? &out.texts : nullptr);
  Frame frame{session, shown, answers, model, out, words, palette_of(session.state().theme)};
  const ImVec2 window = ImGui::GetMainViewport()->Size;
  const std::string_view note = session.body().content().safety.short_form;
  const Layout layout = layout_of({.width = window.x, .height = window.y, .unit = unit(), .foot = safety_strip_height(words.of_atlas(note), window.x),
                                   .panels = session.state().panels.shown, .sides_apart = session.state().sides_apart});
  out.picture = layout.picture;
  if (model.go_to_pane == Pane::figure) {
    ImGui::SetWindowFocus(nullptr);
    model.go_to_pane.reset();
  }
  model.pane = Pane::figure;

  if (session.state().panels.shown) {
    begin_panel("##column", layout.column);
    follow_keyboard(model, Pane::column);
    column(frame);
    ImGui::End();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {8.0F * unit(), 14.0F * unit()});
    begin_panel("##depth", layout.rail);
    ImGui::PopStyleVar();
    follow_keyboard(model, Pane::depth);
    depth_rail(frame, layout.rail_has_names);
    ImGui::End();
  }

  safety_strip(frame, layout.foot);
  picture_overlay(frame, layout.picture);
  safety_box(frame);
  about_box(frame);
  keys_box(frame);
  open_box(frame);
  model.shown_selection = session.state().selected;

  // A hairline between the panels and the picture, on the picture's side, so that it lies under every box.
  if (!session.state().panels.shown) return out;
  const float x = layout.picture.left + 0.5F;
  ImGui::GetBackgroundDrawList()->AddLine({x, 0.0F}, {x, layout.picture.height}, packed(frame.colours.line));
  return out;
}

}  // namespace dorsum::ui
