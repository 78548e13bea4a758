// Where one looks from, the cut, and what is shown: all that changes the picture and not what it is of.

#include <algorithm>
#include <array>
#include <cmath>

#include "dorsum/core/to_say.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

void view_panel(Frame& frame) {
  heading(frame.colours, frame.say("Look from"));
  struct Choice {
    const char* label;
    const char* view;
    const char* words;
  };
  // What lies left on the screen from behind stands left.
  static constexpr std::array<Choice, 8> choices{{{to_say("Behind"), "posterior", to_say("From behind")},
                                                  {to_say("Front"), "anterior", to_say("From the front")},
                                                  {to_say("Left"), "left", to_say("From the body's left")},
                                                  {to_say("Right"), "right", to_say("From the body's right")},
                                                  {to_say("Back left"), "oblique-left", to_say("From behind and the body's left")},
                                                  {to_say("Back right"), "oblique-right", to_say("From behind and the body's right")},
                                                  {to_say("Above"), "superior", to_say("From above")},
                                                  {to_say("Close"), "upper-back", to_say("The upper back, close")}}};
  const FaceScope face(Face::small);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {2.0F * unit(), 5.0F * unit()});
  std::array<const char*, choices.size()> labels{};
  for (std::size_t i = 0; i < choices.size(); ++i) labels[i] = frame.say(choices[i].label);
  const ButtonGrid grid = button_grid(labels, {4, 2});
  for (std::size_t i = 0; i < choices.size(); ++i) {
    grid.place(i);
    if (button(choices[i].view, labels[i], grid.size.x, grid.size.y)) frame.run("view", {choices[i].view});
    frame.place(std::string("view:") + choices[i].view);
    tooltip(frame.with_keys(frame.say(choices[i].words), {chord_of(std::string("view ") + choices[i].view)}));
  }
  ImGui::PopStyleVar();
}

void show_panel(Frame& frame) {
  heading(frame.colours, frame.say("Show"));
  struct Switch {
    const char* id;  ///< of its place
    const char* label;
    bool on;
    const char* verb;
    const char* when_on;
    const char* when_off;
    const char* words;
    const char* key;  ///< the command that the table of keys gives one
  };
  const state::State& state = frame.state();
  const std::array switches{
      Switch{"zones", to_say("Pain zones"), state.zones, "zones", "on", "off", to_say("Where the pain of the points switched on is often felt"), "zones on|off"},
      Switch{"labels", to_say("Names"), state.labels, "labels", "on", "off", to_say("Names in the picture"), "labels on|off"},
      Switch{"markers", to_say("Trigger points"), state.markers == state::Markers::all, "markers", "on", "lit",
             to_say("A ring on each trigger point; without, only those that are on are marked"), "markers on|lit"},
      Switch{"arcs", to_say("Arcs to pain"), state.arcs, "arcs", "on", "off", to_say("From each point that is on to where its pain is felt"), "arcs on|off"},
      Switch{"fibres", to_say("Fibre arrows"), state.fibres, "fibres", "on", "off", to_say("Which way the selected muscle pulls"), "fibres on|off"},
      Switch{"xray", to_say("X-ray"), state.xray, "xray", "on", "off", to_say("See through to the selected structure"), "xray on|off"},
      Switch{"latin", to_say("Latin names"), state.names != state::Names::plain, "latin", "on", "off", to_say("Latin beside the plain names"), "latin on|off"},
      Switch{"skin-wide", to_say("Wide window"), state.skin == state::SkinMode::wide, "skin", "wide", "window",
             to_say("When peeling, open the skin from the skull to the buttocks, shoulders and flanks with it"), "skin window|wide"},
      Switch{"skin", to_say("Whole skin off"), state.skin == state::SkinMode::whole, "skin", "whole", "window",
             to_say("When peeling, take off all the skin, not only that of the back"), "skin window|whole"},
      Switch{"projection", to_say("Parallel"), state.camera.orthographic, "projection", "orthographic", "perspective", to_say("All to one scale, near or far"),
             "projection perspective|orthographic"},
      Switch{"legend", to_say("Legend"), state.legend, "legend", "on", "off", to_say("In the picture's corner: what its signs mean"), "legend on|off"},
      Switch{"left-right", to_say("L and R"), state.left_right, "left-right", "on", "off", to_say("L and R beside the body, as it has them"), "left-right on|off"},
      Switch{"motion", to_say("Still"), state.reduced_motion, "motion", "reduced", "full", to_say("Nothing moves by itself; changes come at once"), "motion full|reduced"},
      Switch{"latin-alone", to_say("Latin alone"), state.names == state::Names::latin, "latin", "only", "on", to_say("Latin names without the plain ones"), ""}};
  constexpr std::size_t always = 9;  // the others are folded under "More"

  const float half = ImGui::GetContentRegionAvail().x * 0.5F, left = ImGui::GetCursorPosX();
  float longest = 0.0F;
  for (const Switch& each : switches) longest = std::max(longest, text_extent(frame.say(each.label)).x);
  const bool two_fit = half >= 43.0F * unit() + longest;
  for (std::size_t i = 0; i < switches.size(); ++i) {
    const Switch& each = switches[i];
    if (i == always && !fold("more", frame.say("More"))) return;
    if (i + 1 == switches.size() && state.names == state::Names::plain) return;
    if (two_fit && i % 2 == 1) ImGui::SameLine(left + half);
    if (toggle(frame.colours, each.id, each.on, frame.say(each.label))) frame.run(each.verb, {each.on ? each.when_off : each.when_on});
    frame.place(std::string("switch:") + each.id);
    tooltip(frame.with_keys(frame.say(each.words), {chord_of(each.key)}));
  }
}

/// How far the layers stand apart.
void layers_apart(Frame& frame) {
  constexpr float farthest = 150.0F;
  float gap = frame.state().explode;
  heading(frame.colours, frame.say("Layers apart"));
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  const bool moved = slider("explode", gap, 0.0F, farthest, frame.say("%.0f mm"));
  frame.place("explode");
  tooltip(frame.with_keys(frame.say("Draws the layers apart, one behind the other"), {chord_of("explode ~15"), chord_of("explode ~-15")}));
  frame.begin_gesture();
  if (moved && std::round(gap) != frame.state().explode) frame.run("explode", {std::round(gap)});
  frame.end_gesture();
}

}  // namespace

void view_page(Frame& frame) {
  const auto gap = [] { ImGui::Dummy({0.0F, 4.0F * unit()}); };
  view_panel(frame);
  gap();
  section_panel(frame);
  gap();
  layers_apart(frame);
  gap();
  show_panel(frame);
}

}  // namespace dorsum::ui
