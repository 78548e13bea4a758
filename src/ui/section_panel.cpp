// The cut: which way it goes through the body, and where.

#include <array>
#include <cmath>
#include <functional>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <optional>
#include <string>

#include "dorsum/state/section.h"
#include "dorsum/core/to_say.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

struct Choice {
  const char* label;
  const char* plane;  ///< the command's word
  state::Plane value;
  const char* words;
  const char* key;    ///< the command that the table of keys gives one
};

constexpr std::array choices{
    Choice{to_say("Midline"), "sagittal", state::Plane::sagittal, to_say("Cut along the spine, from front to back (sagittal); the body's left goes away"), ""},
    Choice{to_say("Frontal"), "frontal", state::Plane::frontal, to_say("Cut from side to side (frontal); what lies behind goes away"), ""},
    Choice{to_say("Across"), "transverse", state::Plane::transverse, to_say("Cut across (transverse); what lies above goes away"), ""},
    Choice{to_say("Free"), "oblique", state::Plane::oblique, to_say("Cut facing the view, through its middle; what lies before it goes away"), "section off|facing"}};

glm::vec3 middle_of(const body::Body& body) {
  const geometry::Bounds bounds = body.bounds();
  return 0.5F * (bounds.low + bounds.high);
}

/// Where a cut begins: at the sixth thoracic vertebra, which has most to show, or in the middle of the body; a free one
/// faces the view.
state::Section start_of(const Frame& frame, state::Plane plane) {
  if (plane == state::Plane::oblique) return state::facing(frame.state().camera);
  state::Section section{plane, 0.0F};
  if (plane == state::Plane::sagittal) return section;
  section.at = std::round(glm::dot(state::cut_direction(section), middle_of(frame.body())));
  if (plane == state::Plane::transverse)
    for (const body::SpineLevel& level : frame.body().spine_levels())
      if (level.name == "T6") section.at = std::round(level.height);
  return section;
}

/// One number of the cut. `made` is the cut with another value.
void cut_slider(Frame& frame, const char* id, float value, glm::vec2 range, const char* format, std::string_view words,
            const std::function<state::Section(float)>& made) {
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  const bool moved = slider(id, value, range.x, range.y, format);
  frame.place(id);
  tooltip(words);
  frame.begin_gesture();
  if (moved)
    if (const state::Section after = made(std::round(value)); after != frame.state().section) frame.run("section", state::arguments_of(after));
  frame.end_gesture();
}

void place_slider(Frame& frame, const state::Section& section) {
  const geometry::Bounds bounds = frame.body().bounds();
  const glm::vec3 direction = state::cut_direction(section), half = 0.5F * (bounds.high - bounds.low);
  const float middle = glm::dot(direction, middle_of(frame.body())), reach = glm::dot(glm::abs(direction), half);
  // Across the body people count vertebrae.
  std::string shown = frame.say("%.0f mm");
  if (section.plane == state::Plane::transverse)
    if (const body::SpineLevel* level = body::level_at(frame.body().spine_levels(), section.at)) shown = level->name + ", " + shown;
  cut_slider(frame, "cut", section.at, {std::floor(middle - reach), std::ceil(middle + reach)}, shown.c_str(),
         frame.with_keys(frame.say("Where the cut goes through the body"), {chord_of("section by 5"), chord_of("section by -5")}),
         [&](float at) {
           state::Section changed = section;
           changed.at = at;
           return changed;
         });
}

void turn_sliders(Frame& frame, const state::Section& section) {
  const glm::vec3 pivot = middle_of(frame.body());
  cut_slider(frame, "cut-turn", section.azimuth, {-180.0F, 180.0F}, frame.say("turned %.0f\u00B0"), frame.say("Which way the cut looks around the body: 0 backward, 90 to its left"),
         [&](float azimuth) { return state::turned(section, azimuth, section.elevation, pivot); });
  cut_slider(frame, "cut-tilt", section.elevation, {-90.0F, 90.0F}, frame.say("tilted %.0f\u00B0"), frame.say("How far the cut looks up or down"),
         [&](float elevation) { return state::turned(section, section.azimuth, elevation, pivot); });
}

/// From vertebra to vertebra, in the order in which they lie.
void level_buttons(Frame& frame, const state::Section& section) {
  const std::vector<body::SpineLevel>& levels = frame.body().spine_levels();
  if (section.plane != state::Plane::transverse || levels.empty()) return;
  constexpr float here = 0.6F;  // mm: the slider goes by whole ones
  const body::SpineLevel *higher = nullptr, *lower = nullptr;
  for (const body::SpineLevel& level : levels) {
    if (level.height > section.at + here) higher = &level;
    if (lower == nullptr && level.height < section.at - here) lower = &level;
  }
  const std::array labels{frame.say("Vertebra above"), frame.say("Vertebra below")};
  const ButtonGrid grid = button_grid(labels, {2, 1});
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const body::SpineLevel* to = i == 0 ? higher : lower;
    grid.place(i);
    if (button(i == 0 ? "level-above" : "level-below", labels[i], grid.size.x, grid.size.y) && to != nullptr) frame.run("section", {"transverse", to->name});
    frame.place(i == 0 ? "cut:level-above" : "cut:level-below");
    if (to != nullptr) tooltip(to->name);
  }
}

}  // namespace

void section_panel(Frame& frame) {
  const std::optional<state::Section>& section = frame.state().section;
  heading(frame.colours, frame.say("Cut"));
  const FaceScope face(Face::small);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {2.0F * unit(), 5.0F * unit()});
  std::array<const char*, choices.size() + 1> labels{frame.say("No cut")};
  for (std::size_t i = 0; i < choices.size(); ++i) labels[i + 1] = frame.say(choices[i].label);
  const ButtonGrid grid = button_grid(labels, {5, 3, 2});
  grid.place(0);
  if (choice_button(frame.colours, "off", labels[0], !section, grid.size.x, grid.size.y) && section) frame.run("section", {"off"});
  frame.place("cut:off");
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Choice& choice = choices[i];
    grid.place(i + 1);
    const bool here = section && section->plane == choice.value;
    if (choice_button(frame.colours, choice.plane, labels[i + 1], here, grid.size.x, grid.size.y) && !here)
      frame.run("section", state::arguments_of(start_of(frame, choice.value)));
    frame.place(std::string("cut:") + choice.plane);
    tooltip(frame.with_keys(frame.say(choice.words), {chord_of(choice.key)}));
  }
  ImGui::PopStyleVar();
  if (!section) return;
  place_slider(frame, *section);
  level_buttons(frame, *section);
  if (section->plane == state::Plane::oblique) turn_sliders(frame, *section);
}

}  // namespace dorsum::ui
