// The head of the left panel, the views and what is shown.

#include <array>

#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {

void title_row(Frame& frame) {
  const float top = ImGui::GetCursorPosY();
  {
    const FaceScope face(Face::title);
    ImGui::SetCursorPosY(top + 2.0F * unit());
    ImGui::TextUnformatted("Dorsum");
  }
  const float side = 30.0F * unit(), gap = 4.0F * unit();
  const float left = ImGui::GetWindowContentRegionMax().x - 5.0F * side - 4.0F * gap;
  ImGui::SameLine();
  ImGui::SetCursorPos({left, top});
  const Palette& c = frame.colours;
  frame.out.undo |= icon_button(c, Icon::undo, "undo", "Undo (Ctrl+Z)", frame.session.can_undo());
  frame.place("button:undo");
  ImGui::SameLine(0.0F, gap);
  frame.out.redo |= icon_button(c, Icon::redo, "redo", "Redo (Ctrl+Y)", frame.session.can_redo());
  frame.place("button:redo");
  ImGui::SameLine(0.0F, gap);
  const bool light = frame.state().theme == app::Theme::light;
  if (icon_button(c, light ? Icon::moon : Icon::sun, "theme", light ? "Dark (T)" : "Light (T)")) frame.run("theme", {light ? "dark" : "light"});
  frame.place("button:theme");
  ImGui::SameLine(0.0F, gap);
  if (icon_button(c, Icon::keys, "keys", "Keys (?)")) frame.model.keys_open = true;
  frame.place("button:keys");
  ImGui::SameLine(0.0F, gap);
  if (icon_button(c, Icon::about, "about", "About Dorsum, credits and licences")) frame.model.about_open = true;
  frame.place("button:about");
}

void view_panel(Frame& frame) {
  heading(frame.colours, "Look from");
  struct Choice {
    const char* label;
    const char* view;
    const char* words;
  };
  // Two rows of four; what lies left on the screen from behind stands left.
  static constexpr std::array<Choice, 8> choices{{{"Behind", "posterior", "From behind (P)"},
                                                  {"Front", "anterior", "From the front (A)"},
                                                  {"Left", "left", "From the body's left (L)"},
                                                  {"Right", "right", "From the body's right (R)"},
                                                  {"Back left", "oblique-left", "From behind and the body's left"},
                                                  {"Back right", "oblique-right", "From behind and the body's right"},
                                                  {"Above", "superior", "From above (S)"},
                                                  {"Close", "upper-back", "The upper back, close (U)"}}};
  const float gap = 5.0F * unit(), width = (ImGui::GetContentRegionAvail().x - 3.0F * gap) / 4.0F;
  const FaceScope face(Face::small);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {2.0F * unit(), 5.0F * unit()});
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i % 4 != 0) ImGui::SameLine(0.0F, gap);
    if (ImGui::Button(choices[i].label, {width, 27.0F * unit()})) frame.run("view", {choices[i].view});
    frame.place(std::string("view:") + choices[i].view);
    tooltip(choices[i].words);
  }
  ImGui::PopStyleVar();
}

void show_panel(Frame& frame) {
  heading(frame.colours, "Show");
  const app::State& state = frame.state();
  const float half = ImGui::GetContentRegionAvail().x * 0.5F, left = ImGui::GetCursorPosX();
  const auto place_switch = [&](const char* label, bool on, const char* verb, const char* when_on, const char* when_off,
                                const char* words) {
    if (toggle(frame.colours, (std::string("##") + verb).c_str(), on, label)) frame.run(verb, {on ? when_off : when_on});
    frame.place(std::string("switch:") + verb);
    tooltip(words);
  };
  place_switch("Pain zones", state.zones, "zones", "on", "off", "Where the pain of the points switched on is often felt (Z)");
  ImGui::SameLine(left + half);
  place_switch("Names", state.labels, "labels", "on", "off", "Names in the picture (N)");
  place_switch("Latin names", state.latin, "latin", "on", "off", "Latin beside the plain names (Shift+N)");
  ImGui::SameLine(left + half);
  place_switch("X-ray", state.xray, "xray", "on", "off", "See through to the selected structure (X)");
  place_switch("Whole skin off", state.skin == app::SkinMode::whole, "skin", "whole", "window",
               "When peeling, take off all the skin, not only that of the back (W)");
}

}  // namespace dorsum::ui
