// The body moved: a slider for each motion, how far it goes, and who does it.

#include <algorithm>
#include <array>
#include <cmath>

#include "dorsum/core/to_say.h"
#include "dorsum/motion/lengths.h"
#include "dorsum/sentences/structures.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

struct Group {
  const char* label;
  std::string_view lead;  ///< what the ids of its motions begin with
};
constexpr std::array groups{Group{to_say("Trunk"), "trunk-"}, Group{to_say("Neck"), "neck-"}, Group{to_say("Shoulder blade"), "scapula-"}, Group{to_say("Arm"), "arm-"}};

struct SideChoice {
  const char* label;
  MotionSides value;
};
constexpr std::array side_choices{SideChoice{to_say("Left"), MotionSides::left}, SideChoice{to_say("Both"), MotionSides::both}, SideChoice{to_say("Right"), MotionSides::right}};

float degrees_of(const state::State& state, const std::string& id) {
  const auto found = state.pose->find(id);
  return found == state.pose->end() ? 0.0F : found->second;
}

/// What is set for the sides that the panel speaks of; of both, the larger.
float degrees_of(const Frame& frame, const motion::Motion& motion) {
  if (!motion.sided) return degrees_of(frame.state(), motion.id);
  float degrees = 0.0F;
  if (frame.model.motion_sides != MotionSides::left) degrees = degrees_of(frame.state(), with_side(motion.id, Side::right));
  if (frame.model.motion_sides != MotionSides::right) degrees = std::max(degrees, degrees_of(frame.state(), with_side(motion.id, Side::left)));
  return degrees;
}

void side_buttons(Frame& frame) {
  std::array<const char*, side_choices.size()> labels{};
  for (std::size_t i = 0; i < side_choices.size(); ++i) labels[i] = frame.say(side_choices[i].label);
  const ButtonGrid grid = button_grid(labels, {3, 1});
  for (std::size_t i = 0; i < side_choices.size(); ++i) {
    grid.place(i);
    if (choice_button(frame.colours, side_choices[i].label, labels[i], frame.model.motion_sides == side_choices[i].value, grid.size.x, grid.size.y))
      frame.model.motion_sides = side_choices[i].value;
    frame.place(std::string("motion-side:") + side_choices[i].label);
    tooltip(frame.say("Which side of the body the sliders move"));
  }
}

void motion_slider(Frame& frame, const motion::Motion& motion) {
  paragraph(frame.of_atlas(motion.plain));
  if (const Result<void> can = frame.body().can_do(motion); !can) return quiet_paragraph(frame.colours, frame.words.say(can.error().saying()));
  if (motion.sides_oppose() && frame.model.motion_sides == MotionSides::both) return quiet_paragraph(frame.colours, frame.say("Choose left or right above: to both at once it goes nowhere."));
  float degrees = degrees_of(frame, motion);
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  const bool moved = slider(motion.id.c_str(), degrees, 0.0F, static_cast<float>(motion.range), "%.0f\u00B0");
  frame.place("motion:" + motion.id);
  std::string words = frame.words.say_filled("0 to {most} degrees", fmt::arg("most", motion.range));
  if (!motion.note.empty()) words += ". " + frame.of_atlas(motion.note);
  tooltip(words);
  frame.begin_gesture();
  if (moved) {
    const Side side = !motion.sided || frame.model.motion_sides == MotionSides::both ? Side::midline : frame.model.motion_sides == MotionSides::left ? Side::left : Side::right;
    frame.run("pose", {with_side(motion.id, side), std::round(degrees)});
  }
  frame.end_gesture();
}

/// The motions that are on, with the muscles that do them by name; what the atlas has no mesh for is named, too.
void movers_list(Frame& frame) {
  for (const auto& [id, degrees] : *frame.state().pose) {
    const motion::Motion* motion = frame.body().motions().motion(without_side(id));
    if (motion == nullptr) continue;
    struct Line {
      const char* label;
      motion::Role role;
    };
    heading(frame.colours, frame.of_atlas(motion->plain));
    for (const Line& line : {Line{frame.say("Work:"), motion::Role::prime}, Line{frame.say("Help:"), motion::Role::assist}, Line{frame.say("Lengthen:"), motion::Role::lengthened}}) {
      std::string names;
      std::string last;  // of what moves on both sides the name is said once
      for (const atlas::Structure& structure : frame.atlas().structures) {
        const bool moves = std::any_of(motion->movers.begin(), motion->movers.end(), [&](const motion::Mover& mover) {
          return mover.role == line.role && motion::is_mover(mover, structure, id);
        });
        const std::string name = motion->sided ? sentences::sided_name(frame.words, structure.name, structure.side()) : frame.of_atlas(structure.name);
        if (!moves || name == last) continue;
        last = name;
        names += (names.empty() ? "" : "; ") + name;
      }
      if (!names.empty()) paragraph(std::string(line.label) + " " + names);
    }
    if (motion->not_in_atlas.empty()) continue;
    std::string names;
    for (const std::string& name : motion->not_in_atlas) names += (names.empty() ? "" : ", ") + frame.of_atlas(name);
    quiet_paragraph(frame.colours, frame.words.say_filled("Not in this atlas: {muscles}", fmt::arg("muscles", names)));
  }
}

}  // namespace

void motion_page(Frame& frame) {
  if (frame.body().motions().motions.empty()) return quiet_paragraph(frame.colours, frame.say("No motions are known."));
  if (!frame.body().bound()) return quiet_paragraph(frame.colours, frame.say("Finding out how this body moves\u2026 This takes some seconds, once."));
  heading(frame.colours, frame.say("Move the body"));
  quiet_paragraph(frame.colours, frame.say("One body, average ranges; yours may be smaller or larger."));
  if (button("pose-rest", frame.say("Back to rest"), ImGui::GetContentRegionAvail().x) && !frame.state().pose->empty()) frame.run("pose", {"rest"});
  frame.place("pose:rest");
  if (toggle(frame.colours, "movers", frame.state().movers, frame.say("Show who works"))) frame.run("movers", {frame.state().movers ? "off" : "on"});
  frame.place("toggle:movers");
  tooltip(frame.say("What works is brighter and has arrows along its fibres; what lengthens is paler"));
  side_buttons(frame);
  if (frame.state().movers && !frame.state().pose->empty()) movers_list(frame);
  for (const Group& group : groups) {
    heading(frame.colours, frame.say(group.label));
    for (const motion::Motion& motion : frame.body().motions().motions)
      if (motion.id.rfind(group.lead, 0) == 0) motion_slider(frame, motion);
  }
}

}  // namespace dorsum::ui
