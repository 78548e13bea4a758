// The head of the left panel, the views and what is shown.

#include <algorithm>
#include <array>

#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {

void title_row(Frame& frame) {
  const ImVec2 corner = ImGui::GetCursorPos();
  const float side = 30.0F * unit(), gap = 4.0F * unit();
  const float left = ImGui::GetWindowContentRegionMax().x - 5.0F * side - 4.0F * gap;
  {
    // With large text in a narrow window the buttons need the name's room; the window's title bar has it, too.
    const FaceScope face(Face::title);
    ImGui::SetCursorPosY(corner.y + 2.0F * unit());
    if (corner.x + ImGui::CalcTextSize("Dorsum").x + gap <= left) ImGui::TextUnformatted("Dorsum");
  }
  ImGui::SetCursorPos({std::max(corner.x, left), corner.y});
  const Palette& c = frame.colours;
  frame.out.undo |= icon_button(c, Icon::undo, "undo", "Undo (Ctrl+Z)", frame.session.can_undo());
  frame.place("button:undo");
  ImGui::SameLine(0.0F, gap);
  frame.out.redo |= icon_button(c, Icon::redo, "redo", "Redo (Ctrl+Y)", frame.session.can_redo());
  frame.place("button:redo");
  ImGui::SameLine(0.0F, gap);
  const bool light = frame.state().theme == state::Theme::light;
  if (icon_button(c, light ? Icon::moon : Icon::sun, "theme", light ? "Dark (T)" : "Light (T)")) frame.run("theme", {light ? "dark" : "light"});
  frame.place("button:theme");
  ImGui::SameLine(0.0F, gap);
  if (icon_button(c, Icon::keys, "keys", "Keys (?)")) frame.run("dialog", {"keys"});
  frame.place("button:keys");
  ImGui::SameLine(0.0F, gap);
  if (icon_button(c, Icon::about, "about", "About Dorsum, credits and licences")) frame.run("dialog", {"about"});
  frame.place("button:about");
}

void view_panel(Frame& frame) {
  heading(frame.colours, "Look from");
  struct Choice {
    const char* label;
    const char* view;
    const char* words;
  };
  // What lies left on the screen from behind stands left.
  static constexpr std::array<Choice, 8> choices{{{"Behind", "posterior", "From behind (P)"},
                                                  {"Front", "anterior", "From the front (A)"},
                                                  {"Left", "left", "From the body's left (L)"},
                                                  {"Right", "right", "From the body's right (R)"},
                                                  {"Back left", "oblique-left", "From behind and the body's left"},
                                                  {"Back right", "oblique-right", "From behind and the body's right"},
                                                  {"Above", "superior", "From above (S)"},
                                                  {"Close", "upper-back", "The upper back, close (U)"}}};
  const FaceScope face(Face::small);
  const ButtonGrid grid = button_grid("Back right", {4, 2});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {2.0F * unit(), 5.0F * unit()});
  for (std::size_t i = 0; i < choices.size(); ++i) {
    grid.place(i);
    if (ImGui::Button(choices[i].label, grid.size)) frame.run("view", {choices[i].view});
    frame.place(std::string("view:") + choices[i].view);
    tooltip(choices[i].words);
  }
  ImGui::PopStyleVar();
}

void show_panel(Frame& frame) {
  heading(frame.colours, "Show");
  const state::State& state = frame.state();
  const float half = ImGui::GetContentRegionAvail().x * 0.5F, left = ImGui::GetCursorPosX();
  const bool two_fit = half >= 43.0F * unit() + ImGui::CalcTextSize("Whole skin off").x;
  const auto second_column = [&] {
    if (two_fit) ImGui::SameLine(left + half);
  };
  const auto place_switch = [&](const char* label, bool on, const char* verb, const char* when_on, const char* when_off,
                                const char* words) {
    if (toggle(frame.colours, (std::string("##") + label).c_str(), on, label)) frame.run(verb, {on ? when_off : when_on});
    const std::string_view said(when_on);
    frame.place(std::string("switch:") + (said == "only" ? "latin-alone" : said == "wide" ? "skin-wide" : verb));
    tooltip(words);
  };
  place_switch("Pain zones", state.zones, "zones", "on", "off", "Where the pain of the points switched on is often felt (Z)");
  second_column();
  place_switch("Names", state.labels, "labels", "on", "off", "Names in the picture (N)");
  place_switch("Arcs to pain", state.arcs, "arcs", "on", "off", "From each point that is on to where its pain is felt (Shift+A)");
  second_column();
  place_switch("Fibre arrows", state.fibres, "fibres", "on", "off", "Which way the selected muscle pulls (G)");
  place_switch("X-ray", state.xray, "xray", "on", "off", "See through to the selected structure (X)");
  second_column();
  place_switch("Latin names", state.names != state::Names::plain, "latin", "on", "off", "Latin beside the plain names (Shift+N)");
  place_switch("Wide window", state.skin == state::SkinMode::wide, "skin", "wide", "window",
               "When peeling, open the skin from the skull to the buttocks, shoulders and flanks with it (Shift+W)");
  second_column();
  place_switch("Whole skin off", state.skin == state::SkinMode::whole, "skin", "whole", "window",
               "When peeling, take off all the skin, not only that of the back (W)");
  if (!fold("More")) return;
  place_switch("Parallel", state.camera.orthographic, "projection", "orthographic", "perspective", "All to one scale, near or far (V)");
  second_column();
  place_switch("Still", state.reduced_motion, "motion", "reduced", "full", "Nothing moves by itself; changes come at once (M)");
  if (state.names == state::Names::plain) return;
  place_switch("Latin alone", state.names == state::Names::latin, "latin", "only", "on", "Latin names without the plain ones");
}

}  // namespace dorsum::ui
