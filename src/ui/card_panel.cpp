// The card of the selected structure: what it is called, where it is, what is said about it.

#include <fmt/format.h>

#include <algorithm>

#include "dorsum/core/to_say.h"
#include "dorsum/sentences/structures.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

const char* side_words(const Frame& frame, Side side) {
  return side == Side::left ? frame.say("Left side") : side == Side::right ? frame.say("Right side") : frame.say("Midline");
}

std::string_view layer_words(const Frame& frame, const atlas::Structure& structure) {
  if (atlas::is_within(structure.kind)) return frame.say("Within the body");
  if (structure.companion) return frame.say("Neighbouring muscle");
  return sentences::short_layer_name(frame.words, structure.layer);
}

void chips(const Frame& frame, const atlas::Structure& structure) {
  const Palette& c = frame.colours;
  chip(side_words(frame, structure.side()), c.accent_soft, c.text);
  const std::string_view layer = layer_words(frame, structure);
  same_line_if_fits(chip_width(layer));
  chip(layer, c.hover, c.text);
  if (structure.kind != atlas::Kind::skin) {
    const std::string_view kind = sentences::kind_word(frame.words, structure.kind);
    if (structure.layer == atlas::deepest_layer || structure.kind != atlas::Kind::muscle) {
      same_line_if_fits(chip_width(kind));
      chip(kind, c.hover, c.text);
    }
  }
}

void actions_row(Frame& frame, const atlas::Structure& structure) {
  const float gap = 6.0F * unit();
  const float width = (ImGui::GetContentRegionAvail().x - 2.0F * gap) / 3.0F;
  const bool alone = frame.state().isolated->contains(structure.id) && frame.state().isolated->size() == 1;
  const bool gone = frame.state().hidden->contains(structure.id);
  const char *const go = frame.say("Go there"), *const only = alone ? frame.say("Show all") : frame.say("Only this");
  const char* const away = gone ? frame.say_in("what is hidden", "Show") : frame.say("Hide");
  const float height = button_height({go, only, away}, width);
  if (button("focus", go, width, height)) frame.run("focus", {structure.id});
  frame.place("button:focus");
  tooltip(frame.with_keys(frame.say("Bring it to the middle of the picture"), {chord_of("focus SELECTED")}));
  ImGui::SameLine(0.0F, gap);
  if (choice_button(frame.colours, "isolate", only, alone, width, height))
    alone ? frame.run("show-all", {}) : frame.run("isolate", {structure.id});
  frame.place("button:isolate");
  tooltip(alone ? frame.with_keys(frame.say("Show everything again"), {chord_of("show-all")})
                : frame.with_keys(frame.say("Show nothing but this"), {chord_of("isolate SELECTED")}));
  ImGui::SameLine(0.0F, gap);
  if (button("hide", away, width, height)) frame.run(gone ? "show" : "hide", {structure.id});
  frame.place("button:hide");
  tooltip(gone ? frame.say("Show it again") : frame.with_keys(frame.say("Hide it"), {chord_of("hide SELECTED")}));
}

void sources(const Frame& frame, const std::vector<atlas::Source>& list) {
  if (list.empty() || !fold("sources", frame.say("Sources"))) return;
  const FaceScope face(Face::small);
  for (const atlas::Source& source : list)
    bullet(frame.colours, source.url.empty() ? source.title : source.title + "\n" + source.url, TextKind::name);
}

const atlas::MusclePart* part_of(const atlas::MuscleFacts& muscle, std::string_view part) {
  const auto found = std::find_if(muscle.parts.begin(), muscle.parts.end(), [&](const atlas::MusclePart& each) { return each.id == part; });
  return found == muscle.parts.end() ? nullptr : &*found;
}

/// What there is in plain words and in the anatomist's, as the switch of Latin names says.
std::string in_names(const Frame& frame, const std::string& plain, const std::string& latin) {
  const std::string said = frame.of_atlas(plain);
  if (latin.empty() || frame.state().names == state::Names::plain) return said;
  return frame.state().names == state::Names::latin ? frame.of_atlas(latin) : said + "\n" + frame.of_atlas(latin);
}

/// A part's own facts where it has them, the whole muscle's otherwise.
void muscle_tab(const Frame& frame, const atlas::Structure& structure, const atlas::MuscleFacts& muscle) {
  const Palette& c = frame.colours;
  const atlas::MusclePart* part = part_of(muscle, structure.part);
  const auto either = [&](const std::string& own, const std::string& whole) { return frame.of_atlas(own.empty() ? whole : own); };
  const auto lines = [&](std::vector<std::string> texts) {
    for (std::string& text : texts) text = frame.of_atlas(text);
    return texts;
  };
  paragraph(frame.of_atlas(muscle.summary));
  attachment_key(frame);
  static const atlas::MusclePart whole;  // says nothing of its own
  const atlas::MusclePart& own = part != nullptr ? *part : whole;
  fact(c, frame.say("Origin"), either(own.origin, muscle.origin));
  fact(c, frame.say("Insertion"), either(own.insertion, muscle.insertion));
  facts(c, frame.say("What it does"), lines(own.actions.empty() ? muscle.actions : own.actions));
  fact(c, frame.say("Nerve"), frame.of_atlas(muscle.nerve));
  fact(c, frame.say("Blood supply"), frame.of_atlas(muscle.blood_supply));
  const bool whole_runs = own.fibre_direction.empty();
  fact(c, frame.say("Direction of the fibres"), in_names(frame, whole_runs ? muscle.fibre_direction : own.fibre_direction, whole_runs ? muscle.fibre_direction_latin : own.fibre_direction_latin));
  fact(c, frame.say("How to find it by hand"), frame.of_atlas(muscle.palpation));
  fact(c, frame.say("Trigger points"), frame.of_atlas(muscle.points_elsewhere));
  ImGui::Dummy({0.0F, 2.0F * unit()});
  if (part != nullptr && fold("whole", frame.say("The whole muscle"))) {
    fact(c, frame.say("Origin"), frame.of_atlas(muscle.origin));
    fact(c, frame.say("Insertion"), frame.of_atlas(muscle.insertion));
    facts(c, frame.say("What it does"), lines(muscle.actions));
    if (muscle.parts.size() > 1) {
      std::string names;
      for (const atlas::MusclePart& each : muscle.parts) names += (names.empty() ? "" : "; ") + frame.of_atlas(each.name);
      fact(c, frame.say("Its parts"), names);
    }
  }
  if (!muscle.disagreements.empty() && fold("disagreements", frame.say("Where the books disagree")))
    for (const std::string& each : muscle.disagreements) bullet(c, frame.of_atlas(each));
  self_care(frame, muscle.id);
  sources(frame, muscle.sources);
}

void tabs(Frame& frame, std::size_t points) {
  const float gap = 6.0F * unit(), width = (ImGui::GetContentRegionAvail().x - gap) / 2.0F;
  using Card = state::Panels::Card;
  const char* const muscle = frame.say("The muscle");
  std::string listed = frame.words.say_filled("Trigger points  {}", points);
  if (text_extent(listed).x + 12.0F * unit() > width) listed = frame.words.say_filled("Points  {}", points);
  const float height = std::max(32.0F * unit(), button_height({muscle, listed}, width));
  const auto tab = [&](Card which, std::string_view label, const char* place) {
    const bool open = frame.state().panels.card == which;
    if (choice_button(frame.colours, place, label, open, width, height)) frame.run("card", {which == Card::points ? "points" : "muscle"});
    frame.place(place);
  };
  tab(Card::muscle, muscle, "tab:muscle");
  ImGui::SameLine(0.0F, gap);
  tab(Card::points, listed, "tab:points");
}

/// A wide button with a title and what it shows.
bool suggestion(const Frame& frame, const char* id, std::string_view title, std::string_view words) {
  const float width = ImGui::GetContentRegionAvail().x, pad = 12.0F * unit(), wrap = width - 2.0F * pad;
  ImVec2 title_extent, extent;
  {
    const FaceScope face(Face::semibold);
    title_extent = text_extent(title, wrap);
  }
  {
    const FaceScope face(Face::small);
    extent = text_extent(words, wrap);
  }
  ImGui::PushID(id);
  const bool pressed = ImGui::Button("##suggestion", {width, title_extent.y + extent.y + 19.0F * unit()});
  ImGui::PopID();
  const ImVec2 low = ImGui::GetItemRectMin();
  {
    const FaceScope face(Face::semibold);
    write_at({low.x + pad, low.y + 8.0F * unit()}, frame.colours.accent, title, wrap, wrap);
  }
  const FaceScope face(Face::small);
  write_at({low.x + pad, low.y + 11.0F * unit() + title_extent.y}, frame.colours.quiet, words, wrap, wrap);
  return pressed;
}

/// Three ways in, for who opens the atlas for the first time.
void first_steps(Frame& frame) {
  heading(frame.colours, frame.say("Begin here"));
  if (suggestion(frame, "open", frame.say("Open the back"), frame.say("The first layer: trapezius and latissimus dorsi"))) frame.run("depth", {1.0F});
  frame.place("begin:open");
  // The best known of the far-felt pains: low in the shoulder blade, felt in the neck.
  constexpr const char* point = "trapezius-3.R";
  if (const body::PlacedTrigger* placed = frame.body().trigger(point); placed != nullptr) {
    if (suggestion(frame, "pain", frame.say("See pain felt far from its source"), frame.say("A point beside the shoulder blade that people often feel in the neck"))) {
      frame.run("depth", {1.0F});
      frame.run("trigger", {point, "on"});
      frame.run("select", {frame.atlas().structures[placed->structure()].id});
      frame.run("card", {"points"});
      frame.run("point", {without_side(point)});
    }
    frame.place("begin:pain");
  }
  if (suggestion(frame, "bones", frame.say("Down to the bones"), frame.say("The skeleton, as far as the back needs it"))) frame.run("depth", {5.0F});
  frame.place("begin:bones");
}

void nothing_selected(Frame& frame) {
  {
    const FaceScope face(Face::title);
    paragraph(frame.say("The human back"));
  }
  quiet_paragraph(frame.colours, frame.say("Peel it with the slider beside it. Point at a structure to see its name, click it to read about it."));
  ImGui::Dummy({0.0F, 6.0F * unit()});
  first_steps(frame);
  ImGui::Dummy({0.0F, 8.0F * unit()});
  heading(frame.colours, frame.say("With the mouse"));
  for (const char* each : {to_say("Drag: turn the body"), to_say("Right or middle button, or Shift and drag: move it"),
                           to_say("Wheel: nearer and farther, where the pointer is"), to_say("Click: select"), to_say("Double click: go there")})
    bullet(frame.colours, frame.say(each));
  ImGui::Dummy({0.0F, 2.0F * unit()});
  if (button("keys", frame.say("All keys"), ImGui::GetContentRegionAvail().x)) frame.run("dialog", {"keys"});

  if (frame.state().triggers->empty()) return;
  ImGui::Dummy({0.0F, 6.0F * unit()});
  heading(frame.colours, frame.say("Trigger points switched on"));
  for (const std::string& id : *frame.state().triggers) {
    const body::PlacedTrigger* placed = frame.body().trigger(id);
    if (placed == nullptr) continue;
    const atlas::TriggerPoint& point = frame.body().content().trigger_points[placed->point];
    const std::string label = frame.words.say_filled("{point}, {side}", fmt::arg("point", frame.of_atlas(point.name)), fmt::arg("side", sentences::side_word(frame.words, placed->side)));
    if (toggle(frame.colours, id.c_str(), true)) frame.run("trigger", {id, "off"});
    ImGui::SameLine();
    paragraph(label);
  }
  if (button("all-off", frame.say("Switch all off"), ImGui::GetContentRegionAvail().x)) frame.run("trigger", {"none"});
}

}  // namespace

void card_panel(Frame& frame) {
  probe_list(frame);
  const auto index = frame.atlas().index_of(frame.state().selected);
  if (!index) {
    nothing_selected(frame);
    return;
  }
  const atlas::Structure& structure = frame.atlas().structures[*index];
  const atlas::MuscleFacts* muscle = structure.muscle.empty() ? nullptr : frame.body().content().muscle(structure.muscle);

  const ImVec2 corner = ImGui::GetCursorPos();
  const float width = ImGui::GetContentRegionAvail().x, small = 22.0F * unit();
  {
    const FaceScope face(Face::title);
    ImGui::PushTextWrapPos(corner.x + width - small - 6.0F * unit());
    line(frame.of_atlas(structure.name));
    ImGui::PopTextWrapPos();
  }
  const ImVec2 below = ImGui::GetCursorPos();
  ImGui::SetCursorPos({corner.x + width - small, corner.y + 2.0F * unit()});
  if (icon_button(frame.colours, Icon::close, "deselect", frame.with_keys(frame.say("Select nothing"), {chord_of(KeyAction::leave)}), true, false)) frame.run("select", {"none"});
  frame.place("button:deselect");
  ImGui::SetCursorPos(below);
  if (!structure.latin.empty()) {
    const FaceScope face(Face::italic);
    quiet_paragraph(frame.colours, structure.latin, TextKind::name);
  }
  chips(frame, structure);
  actions_row(frame, structure);
  ImGui::Dummy({0.0F, 2.0F * unit()});

  if (muscle == nullptr) {
    if (!structure.about.empty()) paragraph(frame.of_atlas(structure.about));
    else if (structure.kind == atlas::Kind::muscle)
      quiet_paragraph(frame.colours, frame.say("Nothing is written about this muscle yet."));
    return;
  }
  const auto& all_points = frame.body().content().trigger_points;
  const auto points = std::count_if(all_points.begin(), all_points.end(), [&](const atlas::TriggerPoint& point) { return point.muscle == muscle->id; });
  if (points > 0) {
    tabs(frame, static_cast<std::size_t>(points));
    ImGui::Dummy({0.0F, 2.0F * unit()});
  }
  if (points > 0 && frame.state().panels.card == state::Panels::Card::points)
    trigger_list(frame, muscle->id, structure.part, structure.side() == Side::left ? Side::left : Side::right);
  else
    muscle_tab(frame, structure, *muscle);
}

}  // namespace dorsum::ui
