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

/// The stops, each a button that goes there: by name with what lies open, or where there is no room by number.
void stop_names(Frame& frame, float top, float height, float width, bool named) {
  const float row = height / static_cast<float>(stops.size() - 1);
  const state::Depth& depth = frame.state().depth;
  const ImVec2 corner{ImGui::GetCursorScreenPos().x, top};
  const float pad = named ? 6.0F * unit() : 0.0F, wrap = width - 2.0F * pad;
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const Stop& stop = stops[i];
    const bool here = depth.left == stop.depth && depth.right == stop.depth;
    const char *const name = frame.say(stop.number), *const more = *stop.words == '\0' ? "" : frame.say(stop.words);
    const std::string number = fmt::format("{:g}", stop.depth);
    float name_height = ImGui::GetTextLineHeight(), more_height = 0.0F;
    if (named) {
      const FaceScope face(Face::semibold);
      name_height = text_extent(name, wrap).y;
    }
    if (named && *more != '\0') {
      const FaceScope face(Face::small);
      more_height = text_extent(more, wrap).y;
    }
    const float edge = 3.0F * unit();
    // What has no room beneath the name is told under the pointer; it stands in the tree and the cards as well.
    if (name_height + more_height + 2.0F * edge > row) more_height = 0.0F;
    const float tall = std::min(row, name_height + more_height + 2.0F * edge);
    ImGui::SetCursorScreenPos({corner.x, corner.y + static_cast<float>(i) * row - tall * 0.5F});
    ImGui::PushID(static_cast<int>(i));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, 6.0F * unit());
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
    ImGui::PushStyleColor(ImGuiCol_Button, here ? frame.colours.accent_soft : ImVec4{0, 0, 0, 0});
    if (ImGui::Button("##stop", {width, tall}) && !here) emit_depth(frame, Hand::both, stop.depth);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    ImGui::PopID();
    frame.place(fmt::format("stop:{:g}", stop.depth));
    if (!named)
      tooltip(*more == '\0' ? std::string(name) : frame.words.say_filled("{layer}: {muscles}", fmt::arg("layer", name), fmt::arg("muscles", more)));
    else if (more_height == 0.0F)
      tooltip(more);

    const ImVec2 low = ImGui::GetItemRectMin();
    if (!named) {
      const ImVec2 extent = text_extent(number);
      ImGui::GetWindowDrawList()->AddText({low.x + (width - extent.x) * 0.5F, low.y + (tall - extent.y) * 0.5F}, packed(frame.colours.text), number.c_str());  // no words
      continue;
    }
    {
      const FaceScope face(here ? Face::semibold : Face::regular);
      write_at({low.x + pad, low.y + edge}, frame.colours.text, name, wrap, wrap);
    }
    const FaceScope face(Face::small);
    if (more_height > 0.0F) write_at({low.x + pad, low.y + edge + name_height}, frame.colours.quiet, more, wrap, wrap);
  }
}

}  // namespace

void depth_rail(Frame& frame, bool named) {
  const state::Depth& depth = frame.state().depth;
  const bool apart = frame.state().sides_apart;
  if (named) heading(frame.colours, frame.say("Depth"));

  const char* const together = frame.say("Left and right together");
  const float column = 28.0F * unit(), grab_half = 12.0F * unit(), gap = ImGui::GetStyle().ItemSpacing.y;
  const float foot = std::max(20.0F * unit(), named ? text_extent(together, ImGui::GetContentRegionAvail().x - 43.0F * unit()).y : 0.0F);
  // The first stop's name and the last one's stand around the slider's ends.
  const float longest = 6.0F * 84.0F * unit(), shortest = 6.0F * 20.0F * unit();
  const float height = std::clamp(ImGui::GetContentRegionAvail().y - foot - 2.0F * grab_half - 2.0F * gap, shortest, longest);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float spacing = named ? 4.0F * unit() : 0.0F;
  if (apart) {
    depth_slider(frame, "##left", Hand::left, depth.left, column, height);
    tooltip(frame.say("The body's left side"));
    ImGui::SameLine(0.0F, spacing);
    depth_slider(frame, "##right", Hand::right, depth.right, column, height);
    tooltip(frame.say("The body's right side"));
  } else {
    depth_slider(frame, "##both", Hand::both, depth.left, column, height);
  }
  ImGui::SameLine(0.0F, spacing);
  stop_names(frame, start.y + grab_half, height, ImGui::GetContentRegionAvail().x, named);

  ImGui::SetCursorScreenPos({start.x, start.y + height + 2.0F * grab_half + gap});
  if (toggle(frame.colours, "together", !apart, named ? together : "")) frame.run("sides", {apart ? "together" : "apart"});
  frame.place("sides-together");
  if (!named) tooltip(together);
}

}  // namespace dorsum::ui
