// The depth sliders: skin at the top, skeleton at the bottom, a named stop at each layer.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "dorsum/atlas/structure.h"
#include "dorsum/core/to_say.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

struct Stop {
  float depth;
  const char* number;  ///< what stands in bold, short
  const char* words;
};
// What lies open at each depth. Between the fourth layer and the skeleton the deepest muscles stand bare.
constexpr std::array<Stop, 7> stops{{{0.0F, to_say("Skin"), ""},
                                     {1.0F, to_say("Layer 1"), to_say("latissimus, trapezius")},
                                     {2.0F, to_say("Layer 2"), to_say("rhomboids, infraspinatus")},
                                     {3.0F, to_say("Layer 3"), to_say("levator, serratus post.")},
                                     {4.0F, to_say("Layer 4"), to_say("erector spinae")},
                                     {4.5F, to_say("Deepest"), to_say("multifidus, quadratus")},
                                     {5.0F, to_say("Skeleton"), ""}}};
constexpr float snap = 0.06F;  ///< a drag this near a stop lands on it

enum class Hand { both, left, right };

/// The stops are spread evenly, so that the short way from 4.5 to 5 is as easy to hit as the others.
float place_of(float depth) {
  for (std::size_t i = 1; i < stops.size(); ++i)
    if (depth <= stops[i].depth)
      return static_cast<float>(i - 1) + (depth - stops[i - 1].depth) / (stops[i].depth - stops[i - 1].depth);
  return static_cast<float>(stops.size() - 1);
}
float depth_at(float place) {
  const float last = static_cast<float>(stops.size() - 1);
  place = std::clamp(place, 0.0F, last);
  const auto i = std::min(static_cast<std::size_t>(place), stops.size() - 2);
  const float part = place - static_cast<float>(i);
  const float depth = stops[i].depth + part * (stops[i + 1].depth - stops[i].depth);
  for (const Stop& stop : stops)
    if (std::abs(depth - stop.depth) < snap) return stop.depth;
  return std::round(depth * 100.0F) / 100.0F;
}

void emit_depth(Frame& frame, Hand hand, float depth) {
  state::Arguments arguments;
  if (hand == Hand::left) arguments.emplace_back("left");
  if (hand == Hand::right) arguments.emplace_back("right");
  arguments.emplace_back(depth);
  frame.run("depth", std::move(arguments));
}

/// One vertical slider `height` high, its track drawn with a tick at each stop.
void depth_slider(Frame& frame, const char* id, Hand hand, float depth, float width, float height) {
  const Palette& colours = frame.colours;
  float place = place_of(depth);
  const float last = static_cast<float>(stops.size() - 1);
  const float row = height / last, grab = 20.0F * unit();

  // ImGui's slider gives the mouse and the keyboard; what it draws is replaced.
  for (const int part : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive, ImGuiCol_SliderGrab,
                         ImGuiCol_SliderGrabActive, ImGuiCol_Border})
    ImGui::PushStyleColor(part, ImVec4{0, 0, 0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_GrabMinSize, grab);
  const bool moved = ImGui::VSliderFloat(id, {width, height + grab + 4.0F}, &place, last, 0.0F, "");
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(6);
  frame.place(std::string("depth") + (hand == Hand::left ? ":left" : hand == Hand::right ? ":right" : ""));

  frame.begin_gesture();
  if (moved && depth_at(place) != depth) emit_depth(frame, hand, depth_at(place));
  frame.end_gesture();

  const ImVec2 low = ImGui::GetItemRectMin();
  const float x = low.x + width * 0.5F, top = low.y + 2.0F + grab * 0.5F, knob = top + place_of(depth) * row;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float half = 3.0F * unit();
  list->AddRectFilled({x - half, top}, {x + half, top + height}, packed(colours.press), half);
  list->AddRectFilled({x - half, top}, {x + half, knob}, packed(colours.accent), half);
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const float y = top + static_cast<float>(i) * row;
    list->AddCircleFilled({x, y}, 5.0F * unit(), packed(y <= knob + 1.0F ? colours.accent : colours.press));
  }
  const float radius = ImGui::IsItemActive() || ImGui::IsItemHovered() ? 11.0F * unit() : 10.0F * unit();
  list->AddCircleFilled({x, knob}, radius, packed(colours.raised), 32);
  list->AddCircle({x, knob}, radius, packed(colours.accent), 32, 3.0F * unit());
}

/// The stops' names, each a button that goes there.
void stop_names(Frame& frame, float top, float height, float width) {
  const float row = height / static_cast<float>(stops.size() - 1), line_height = 25.0F * unit();
  const state::Depth& depth = frame.state().depth;
  const ImVec2 corner{ImGui::GetCursorScreenPos().x, top};
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const Stop& stop = stops[i];
    const bool here = depth.left == stop.depth && depth.right == stop.depth;
    ImGui::SetCursorScreenPos({corner.x, corner.y + static_cast<float>(i) * row - line_height * 0.5F});
    ImGui::PushID(static_cast<int>(i));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, 6.0F * unit());
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
    ImGui::PushStyleColor(ImGuiCol_Button, here ? frame.colours.accent_soft : ImVec4{0, 0, 0, 0});
    if (ImGui::Button("##stop", {width, line_height}) && !here) emit_depth(frame, Hand::both, stop.depth);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    ImGui::PopID();
    frame.place(fmt::format("stop:{:g}", stop.depth));

    const ImVec2 low = ImGui::GetItemRectMin();
    const float x = low.x + 8.0F * unit(), room = width - 12.0F * unit();
    const char *const name = frame.say(stop.number), *const more = *stop.words == '\0' ? "" : frame.say(stop.words);
    float after = x;
    {
      const FaceScope face(here ? Face::semibold : Face::regular);
      write_at({x, low.y + (line_height - ImGui::GetTextLineHeight()) * 0.5F}, frame.colours.text, name, 0.0F, room);
      after += text_extent(name).x + 8.0F * unit();
    }
    const FaceScope face(Face::small);
    // What has no room beside the name is told under the pointer; it stands in the tree and the cards as well.
    if (text_extent(more).x <= low.x + width - 4.0F - after) {
      write_at({after, low.y + (line_height - ImGui::GetTextLineHeight()) * 0.5F + 0.5F * unit()}, frame.colours.quiet, more);
    } else {
      tooltip(more);
    }
  }
}

/// How far the layers stand apart.
void explode_slider(Frame& frame) {
  constexpr float farthest = 150.0F;
  float gap = frame.state().explode;
  {
    const FaceScope face(Face::small);
    const char* const label = frame.say("Layers apart");
    quiet_paragraph(frame.colours, label);
    if (text_extent(label).x < 0.6F * ImGui::GetContentRegionAvail().x) ImGui::SameLine();
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    const bool moved = slider("explode", gap, 0.0F, farthest, frame.say("%.0f mm"));
    frame.place("explode");
    tooltip(frame.with_keys(frame.say("Draws the layers apart, one behind the other"), {chord_of("explode ~15"), chord_of("explode ~-15")}));
    frame.begin_gesture();
    if (moved && std::round(gap) != frame.state().explode) frame.run("explode", {std::round(gap)});
    frame.end_gesture();
  }
}

}  // namespace

void depth_panel(Frame& frame) {
  const state::Depth& depth = frame.state().depth;
  const bool apart = frame.state().sides_apart;
  heading(frame.colours, apart ? frame.say("Depth, left and right") : frame.say("Depth"));

  const float height = 6.0F * 26.0F * unit(), column = 30.0F * unit();
  const float grab_half = 12.0F * unit();
  const ImVec2 start = ImGui::GetCursorScreenPos();
  if (apart) {
    depth_slider(frame, "##left", Hand::left, depth.left, column, height);
    tooltip(frame.say("The body's left side"));
    ImGui::SameLine(0.0F, 4.0F * unit());
    depth_slider(frame, "##right", Hand::right, depth.right, column, height);
    tooltip(frame.say("The body's right side"));
  } else {
    depth_slider(frame, "##both", Hand::both, depth.left, column, height);
  }
  ImGui::SameLine(0.0F, 4.0F * unit());
  stop_names(frame, start.y + grab_half, height, ImGui::GetContentRegionAvail().x);

  ImGui::SetCursorScreenPos({start.x, start.y + height + 2.0F * grab_half + 8.0F * unit()});
  if (toggle(frame.colours, "together", !apart, frame.say("Left and right together"))) frame.run("sides", {apart ? "together" : "apart"});
  frame.place("sides-together");
  explode_slider(frame);
}

}  // namespace dorsum::ui
