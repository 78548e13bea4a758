#include "dorsum/ui/panels.h"

#include <algorithm>

#include <imgui_internal.h>

#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

constexpr ImGuiWindowFlags fixed = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                   ImGuiWindowFlags_NoBringToFrontOnFocus;

struct Layout {
  Rectangle left, right, foot, picture;
};

/// Side panels of a fixed width in text units, never more than a third of the window, so that the figure keeps
/// its middle at any size of text.
Layout layout_of(ImVec2 window, std::string_view safety, bool with_panels) {
  const float u = unit(), third = with_panels ? window.x * 0.33F : 0.0F;
  const float left = std::min(322.0F * u, third), right = std::min(352.0F * u, third);
  const float foot = std::min(safety_strip_height(safety, window.x), window.y * 0.25F);
  const float height = window.y - foot;
  return {{0.0F, 0.0F, left, height},
          {window.x - right, 0.0F, right, height},
          {0.0F, height, window.x, foot},
          {left, 0.0F, std::max(1.0F, window.x - left - right), std::max(1.0F, height)}};
}

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

void left_panel(Frame& frame, Rectangle where) {
  begin_panel("##left-panel", where);
  follow_keyboard(frame.model, Pane::left);
  const auto gap = [] { ImGui::Dummy({0.0F, 2.0F * unit()}); };
  title_row(frame);
  gap();
  depth_panel(frame);
  section_panel(frame);
  gap();
  view_panel(frame);
  gap();
  show_panel(frame);
  gap();
  tree_panel(frame);
  ImGui::End();
}

}  // namespace

PanelOutput draw_panels(const state::Session& session, const state::State& shown, const answers::Answers& answers, PanelModel& model,
                        const words::Catalogue& words) {
  PanelOutput out;
  const DrawnTexts noted(model.tell_texts ? &out.texts : nullptr);
  Frame frame{session, shown, answers, model, out, words, palette_of(session.state().theme)};
  const Layout layout = layout_of(ImGui::GetMainViewport()->Size, words.of_atlas(session.body().content().safety.short_form), session.state().panels.shown);
  out.picture = layout.picture;
  if (model.go_to_pane == Pane::figure) {
    ImGui::SetWindowFocus(nullptr);
    model.go_to_pane.reset();
  }
  model.pane = Pane::figure;

  if (session.state().panels.shown) {
    left_panel(frame, layout.left);
    begin_panel("##right-panel", layout.right);
    follow_keyboard(model, Pane::right);
    right_panel(frame);
    ImGui::End();
  }

  safety_strip(frame, layout.foot);
  picture_overlay(frame, layout.picture);
  safety_box(frame);
  about_box(frame);
  keys_box(frame);
  model.shown_selection = session.state().selected;

  // Hairlines between the panels and the picture, on the picture's side, so that they lie under every box.
  ImDrawList* list = ImGui::GetBackgroundDrawList();
  const ImU32 line = packed(frame.colours.line);
  if (!session.state().panels.shown) return out;
  for (const float x : {layout.picture.left + 0.5F, layout.picture.left + layout.picture.width - 0.5F})
    list->AddLine({x, 0.0F}, {x, layout.picture.height}, line);
  return out;
}

}  // namespace dorsum::ui
