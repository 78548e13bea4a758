// The card of the selected structure: what it is called, where it is, what is said about it.

#include <fmt/format.h>

#include <algorithm>

#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

const char* side_words(Side side) {
  return side == Side::left ? "Left side" : side == Side::right ? "Right side" : "Midline";
}

std::string layer_words(const atlas::Structure& structure) {
  if (atlas::is_within(structure.kind)) return "Within the body";
  if (structure.companion) return "Neighbouring muscle";
  const std::string_view name = atlas::plain_layer_name(structure.layer);
  return std::string(name.substr(0, name.find(':')));
}

void chips(const Frame& frame, const atlas::Structure& structure) {
  const Palette& c = frame.colours;
  chip(c, side_words(structure.side()), c.accent_soft, c.text);
  const std::string layer = layer_words(structure);
  same_line_if_fits(chip_width(layer));
  chip(c, layer, c.hover, c.text);
  if (structure.kind != atlas::Kind::skin) {
    const std::string kind(atlas::name_of(structure.kind));
    if (structure.layer == atlas::deepest_layer || structure.kind != atlas::Kind::muscle) {
      same_line_if_fits(chip_width(kind));
      chip(c, kind, c.hover, c.text);
    }
  }
}

void actions_row(Frame& frame, const atlas::Structure& structure) {
  const float gap = 6.0F * unit();
  const float width = (ImGui::GetContentRegionAvail().x - 2.0F * gap) / 3.0F;
  if (ImGui::Button("Go there", {width, 0.0F})) frame.run("focus", {structure.id});
  frame.place("button:focus");
  tooltip("Bring it to the middle of the picture (F)");
  ImGui::SameLine(0.0F, gap);
  const bool alone = frame.state().isolated->contains(structure.id) && frame.state().isolated->size() == 1;
  if (choice_button(frame.colours, alone ? "Show all" : "Only this", alone, {width, 0.0F}))
    alone ? frame.run("show-all", {}) : frame.run("isolate", {structure.id});
  frame.place("button:isolate");
  tooltip(alone ? "Show everything again (Shift+H)" : "Show nothing but this (I)");
  ImGui::SameLine(0.0F, gap);
  const bool gone = frame.state().hidden->contains(structure.id);
  if (ImGui::Button(gone ? "Show" : "Hide", {width, 0.0F})) frame.run(gone ? "show" : "hide", {structure.id});
  frame.place("button:hide");
  tooltip(gone ? "Show it again" : "Hide it (H)");
}

void sources(const Palette& colours, const std::vector<atlas::Source>& list) {
  if (list.empty() || !fold("Sources")) return;
  const FaceScope face(Face::small);
  for (const atlas::Source& source : list)
    bullet(colours, source.url.empty() ? source.title : source.title + "\n" + source.url);
}

const atlas::MusclePart* part_of(const atlas::MuscleFacts& muscle, std::string_view part) {
  const auto found = std::ranges::find(muscle.parts, part, &atlas::MusclePart::id);
  return found == muscle.parts.end() ? nullptr : &*found;
}

/// A part's own facts where it has them, the whole muscle's otherwise.
void muscle_tab(const Frame& frame, const atlas::Structure& structure, const atlas::MuscleFacts& muscle) {
  const Palette& c = frame.colours;
  const atlas::MusclePart* part = part_of(muscle, structure.part);
  const auto either = [](const std::string& own, const std::string& whole) { return own.empty() ? whole : own; };
  paragraph(muscle.summary);
  attachment_key(frame);
  fact(c, "Origin", part != nullptr ? either(part->origin, muscle.origin) : muscle.origin);
  fact(c, "Insertion", part != nullptr ? either(part->insertion, muscle.insertion) : muscle.insertion);
  facts(c, "What it does", part != nullptr && !part->actions.empty() ? part->actions : muscle.actions);
  fact(c, "Nerve", muscle.nerve);
  fact(c, "Blood supply", muscle.blood_supply);
  fact(c, "Direction of the fibres",
       part != nullptr ? either(part->fibre_direction, muscle.fibre_direction) : muscle.fibre_direction);
  fact(c, "How to find it by hand", muscle.palpation);
  fact(c, "Trigger points", muscle.points_elsewhere);
  ImGui::Dummy({0.0F, 2.0F * unit()});
  if (part != nullptr && fold("The whole muscle")) {
    fact(c, "Origin", muscle.origin);
    fact(c, "Insertion", muscle.insertion);
    facts(c, "What it does", muscle.actions);
    if (muscle.parts.size() > 1) {
      std::string names;
      for (const atlas::MusclePart& each : muscle.parts) names += (names.empty() ? "" : "; ") + each.name;
      fact(c, "Its parts", names);
    }
  }
  if (!muscle.disagreements.empty() && fold("Where the books disagree"))
    for (const std::string& line : muscle.disagreements) bullet(c, line);
  sources(c, muscle.sources);
}

void tabs(Frame& frame, std::size_t points) {
  const float gap = 6.0F * unit(), width = (ImGui::GetContentRegionAvail().x - gap) / 2.0F;
  using Card = state::Panels::Card;
  const auto tab = [&](Card which, const std::string& label, const char* place) {
    const bool open = frame.state().panels.card == which;
    if (choice_button(frame.colours, label.c_str(), open, {width, 32.0F * unit()})) frame.run("card", {which == Card::points ? "points" : "muscle"});
    frame.place(place);
  };
  tab(Card::muscle, "The muscle", "tab:muscle");
  ImGui::SameLine(0.0F, gap);
  const bool fits = ImGui::CalcTextSize("Trigger points  00").x + 12.0F * unit() <= width;
  tab(Card::points, fmt::format("{}  {}###points", fits ? "Trigger points" : "Points", points), "tab:points");
}

/// A wide button with a title and what it shows.
bool suggestion(const Frame& frame, const char* title, const char* words) {
  const float width = ImGui::GetContentRegionAvail().x, pad = 12.0F * unit(), wrap = width - 2.0F * pad;
  const float title_height = ImGui::GetTextLineHeight();
  ImVec2 extent;
  {
    const FaceScope face(Face::small);
    extent = ImGui::CalcTextSize(words, nullptr, false, wrap);
  }
  ImGui::PushID(title);
  const bool pressed = ImGui::Button("##suggestion", {width, title_height + extent.y + 19.0F * unit()});
  ImGui::PopID();
  const ImVec2 low = ImGui::GetItemRectMin();
  ImDrawList* list = ImGui::GetWindowDrawList();
  {
    const FaceScope face(Face::semibold);
    list->AddText({low.x + pad, low.y + 8.0F * unit()}, packed(frame.colours.accent), elided(title, wrap).c_str());
  }
  const FaceScope face(Face::small);
  list->AddText(ImGui::GetFont(), ImGui::GetFontSize(), {low.x + pad, low.y + 11.0F * unit() + title_height}, packed(frame.colours.quiet), words,
                nullptr, wrap);
  return pressed;
}

/// Three ways in, for who opens the atlas for the first time.
void first_steps(Frame& frame) {
  heading(frame.colours, "Begin here");
  if (suggestion(frame, "Open the back", "The first layer: trapezius and latissimus dorsi")) frame.run("depth", {1.0F});
  frame.place("begin:open");
  // The best known of the far-felt pains: low in the shoulder blade, felt in the neck.
  constexpr const char* point = "trapezius-3.R";
  if (const body::PlacedTrigger* placed = frame.body().trigger(point); placed != nullptr) {
    if (suggestion(frame, "See pain felt far from its source", "A point beside the shoulder blade that people often feel in the neck")) {
      frame.run("depth", {1.0F});
      frame.run("trigger", {point, "on"});
      frame.run("select", {frame.atlas().structures[placed->structure()].id});
      frame.run("card", {"points"});
      frame.run("point", {without_side(point)});
    }
    frame.place("begin:pain");
  }
  if (suggestion(frame, "Down to the bones", "The skeleton, as far as the back needs it")) frame.run("depth", {5.0F});
  frame.place("begin:bones");
}

void nothing_selected(Frame& frame) {
  {
    const FaceScope face(Face::title);
    paragraph("The human back");
  }
  quiet_paragraph(frame.colours, "Peel it with the slider on the left. Point at a structure to see its name, click it to read about it.");
  ImGui::Dummy({0.0F, 6.0F * unit()});
  first_steps(frame);
  ImGui::Dummy({0.0F, 8.0F * unit()});
  heading(frame.colours, "With the mouse");
  for (const char* line : {"Drag: turn the body", "Right or middle button, or Shift and drag: move it", "Wheel: nearer and farther, where the pointer is",
                           "Click: select", "Double click: go there"})
    bullet(frame.colours, line);
  ImGui::Dummy({0.0F, 2.0F * unit()});
  if (ImGui::Button("All keys", {ImGui::GetContentRegionAvail().x, 0.0F})) frame.run("dialog", {"keys"});

  if (frame.state().triggers->empty()) return;
  ImGui::Dummy({0.0F, 6.0F * unit()});
  heading(frame.colours, "Trigger points switched on");
  for (const std::string& id : *frame.state().triggers) {
    const body::PlacedTrigger* placed = frame.body().trigger(id);
    if (placed == nullptr) continue;
    const atlas::TriggerPoint& point = frame.body().content().trigger_points[placed->point];
    const std::string label = fmt::format("{}, {}", point.name, placed->side == Side::left ? "left" : "right");
    if (toggle(frame.colours, ("##" + id).c_str(), true)) frame.run("trigger", {id, "off"});
    ImGui::SameLine();
    paragraph(label);
  }
  if (ImGui::Button("Switch all off", {ImGui::GetContentRegionAvail().x, 0.0F})) frame.run("trigger", {"none"});
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
    ImGui::TextUnformatted(structure.name.c_str());
    ImGui::PopTextWrapPos();
  }
  const ImVec2 below = ImGui::GetCursorPos();
  ImGui::SetCursorPos({corner.x + width - small, corner.y + 2.0F * unit()});
  if (icon_button(frame.colours, Icon::close, "deselect", "Select nothing (Esc)", true, false)) frame.run("select", {"none"});
  frame.place("button:deselect");
  ImGui::SetCursorPos(below);
  if (!structure.latin.empty()) {
    const FaceScope face(Face::italic);
    quiet_paragraph(frame.colours, structure.latin);
  }
  chips(frame, structure);
  actions_row(frame, structure);
  ImGui::Dummy({0.0F, 2.0F * unit()});

  if (muscle == nullptr) {
    if (!structure.about.empty()) paragraph(structure.about);
    else if (structure.kind == atlas::Kind::muscle)
      quiet_paragraph(frame.colours, "Nothing is written about this muscle yet.");
    return;
  }
  const auto points = std::ranges::count(frame.body().content().trigger_points, muscle->id, &atlas::TriggerPoint::muscle);
  if (points > 0) {
    tabs(frame, static_cast<std::size_t>(points));
    ImGui::Dummy({0.0F, 2.0F * unit()});
  }
  ImGui::BeginChild("card", {0.0F, 0.0F}, false, ImGuiWindowFlags_NavFlattened);
  if (points > 0 && frame.state().panels.card == state::Panels::Card::points)
    trigger_list(frame, muscle->id, structure.part, structure.side() == Side::left ? Side::left : Side::right);
  else
    muscle_tab(frame, structure, *muscle);
  ImGui::EndChild();
}

}  // namespace dorsum::ui
