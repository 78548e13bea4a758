// A muscle's trigger points: each with a switch, and unfolded where it is and what people feel.

#include <fmt/format.h>

#include <algorithm>

#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

std::string areas_of(const Frame& frame, const atlas::TriggerPoint& point, atlas::ZoneKind kind) {
  const atlas::Content& content = frame.body().content();
  std::string words;
  for (const atlas::ReferralArea& area : point.areas) {
    if (area.kind != kind) continue;
    const auto region = content.regions.find(area.region);
    const std::string name = frame.of_atlas(!area.words.empty() || region == content.regions.end() ? area.words : region->second);
    words += (words.empty() ? "" : "; ") + (area.sensation == atlas::Sensation::gooseflesh ? frame.words.say_filled("{} (gooseflesh, not pain)", name) : name);
  }
  return words;
}

/// A square in the zone's pattern before its words: full for essential, dotted for spillover.
void pattern_fact(const Palette& colours, bool stippled, std::string_view label, std::string_view words) {
  if (words.empty()) return;
  const float side = 11.0F * unit(), indent = 18.0F * unit();
  ImGui::Dummy({0.0F, 1.0F * unit()});
  const ImVec2 at = ImGui::GetCursorScreenPos(), low{at.x, at.y + 2.0F * unit()};
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 ink = packed(colours.pain);
  if (!stippled) {
    list->AddRectFilled(low, {low.x + side, low.y + side}, ink, 3.0F * unit());
  } else {
    for (int i = 0; i < 9; ++i)
      list->AddCircleFilled({low.x + side * (0.1F + 0.4F * static_cast<float>(i % 3)), low.y + side * (0.1F + 0.4F * static_cast<float>(i / 3))},
                            1.4F * unit(), ink);
  }
  ImGui::Indent(indent);
  {
    const FaceScope face(Face::small);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {8.0F * unit(), 2.0F * unit()});
    quiet_paragraph(colours, label);
    ImGui::PopStyleVar();
  }
  paragraph(words);
  ImGui::Unindent(indent);
}

void details(const Frame& frame, const atlas::TriggerPoint& point) {
  const Palette& c = frame.colours;
  paragraph(frame.of_atlas(point.explanation));
  fact(c, frame.say("Where the point is"), frame.of_atlas(point.place_words));
  fact(c, frame.say("How to find it by hand"), frame.of_atlas(point.palpation));
  ImGui::Dummy({0.0F, 3.0F * unit()});
  {
    const FaceScope face(Face::semibold);
    paragraph(frame.say("Where people often feel it"));
  }
  pattern_fact(c, false, frame.say("Main area"), areas_of(frame, point, atlas::ZoneKind::essential));
  pattern_fact(c, true, frame.say("Also felt by some"), areas_of(frame, point, atlas::ZoneKind::spillover));
  if (point.crosses_midline) quiet_paragraph(c, frame.say("The pattern lies on or across the midline."));
  const auto lines = [&](std::vector<std::string> texts) {
    for (std::string& text : texts) text = frame.of_atlas(text);
    return texts;
  };
  fact(c, frame.say("What it feels like"), frame.of_atlas(point.quality_of_pain));
  facts(c, frame.say("What is thought to set it off"), lines(point.causes));
  fact(c, frame.say("How sure is the place"), confidence_words(frame, point.confidence_location.empty() ? point.confidence : point.confidence_location));
  fact(c, frame.say("How sure is where it is felt"),
       confidence_words(frame, point.confidence_referral.empty() ? point.confidence : point.confidence_referral));
  facts(c, frame.say("Notes"), lines(point.notes));
  if (!point.sources.empty() && fold("sources", frame.say("Sources"))) {
    const FaceScope face(Face::small);
    for (const atlas::Source& source : point.sources)
      bullet(c, source.url.empty() ? source.title : source.title + "\n" + source.url, TextKind::name);
  }
  ImGui::Dummy({0.0F, 4.0F * unit()});
}

void point_line(Frame& frame, const atlas::TriggerPoint& point, Side side, bool in_this_part) {
  const std::string id = with_side(point.id, side);
  const body::PlacedTrigger* placed = frame.body().trigger(id);
  ImGui::PushID(point.id.c_str());
  const bool on = frame.state().triggers->contains(id);
  ImGui::BeginDisabled(placed == nullptr);
  if (toggle(frame.colours, "on", on)) {
    frame.run("trigger", {id, on ? "off" : "on"});
    if (!on) {
      frame.run("point", {point.id});
      frame.model.next_zone = 0;
    }
  }
  ImGui::EndDisabled();
  frame.place("trigger:" + id);
  tooltip(placed == nullptr ? frame.say("This atlas lacks the muscle or the landmarks for this point")
          : on              ? frame.say("Switch off")
                            : frame.say("Show on the skin where it is felt"));

  const float switch_top = ImGui::GetItemRectMin().y;
  ImGui::SameLine(0.0F, 8.0F * unit());
  const bool open = frame.state().panels.point == point.id;
  const ImVec2 at{ImGui::GetCursorScreenPos().x, switch_top};
  const float width = ImGui::GetContentRegionAvail().x, wrap = width - 6.0F * unit();
  // Number first, as on charts; points without a numbered map of their own have only a name.
  const std::string label = numbered_name(frame, point);
  const FaceScope face(in_this_part ? Face::semibold : Face::regular);
  const ImVec2 extent = text_extent(label, wrap);
  const float height = std::max(20.0F * unit(), extent.y + 4.0F * unit());
  // Up by what the switch before it lowers the line's text, so that the two stand level.
  ImGui::SetCursorScreenPos({at.x, at.y - ImGui::GetStyle().FramePadding.y});
  if (ImGui::Selectable("##line", open, 0, {width, height})) frame.run("point", {open ? "none" : point.id});
  frame.place("point:" + id);
  write_at({at.x + 4.0F * unit(), at.y + (height - extent.y) * 0.5F}, frame.colours.text, label, wrap, wrap);
  ImGui::PopID();
}

/// Points without a numbered map of their own are switched on one by one only; the command knows.
void all_buttons(Frame& frame, std::string_view muscle, Side side) {
  const float gap = 6.0F * unit(), width = (ImGui::GetContentRegionAvail().x - gap) / 2.0F;
  const char *const on = frame.say("All on"), *const off = frame.say("All off");
  const float height = button_height({on, off}, width);
  if (button("all-on", on, width, height)) frame.run("trigger", {with_side(muscle, side), "on"});
  frame.place("button:all-on");
  ImGui::SameLine(0.0F, gap);
  if (button("all-off", off, width, height)) frame.run("trigger", {with_side(muscle, side), "off"});
  frame.place("button:all-off");
}

}  // namespace

const char* side_letter(const Frame& frame, Side side) { return side == Side::left ? frame.say_in("the left, one letter", "L") : frame.say_in("the right, one letter", "R"); }

std::string numbered_name(const Frame& frame, const atlas::TriggerPoint& point) {
  const std::string name = frame.of_atlas(point.name);
  if (point.number.empty()) return name;
  return frame.words.say_filled("{number}  {point}", fmt::arg("number", point.number), fmt::arg("point", name));
}

std::string_view confidence_words(const Frame& frame, std::string_view confidence) {
  if (confidence == "T&S") return frame.say("From the standard manual (Travell and Simons); the page was not checked.");
  if (confidence == "cited") return frame.say("A source that was read supports this.");
  if (confidence == "approximate") return frame.say("An approximate reading of drawings and descriptions.");
  return confidence;
}

void trigger_list(Frame& frame, std::string_view muscle, std::string_view part, Side side) {
  std::vector<const atlas::TriggerPoint*> points;
  for (const atlas::TriggerPoint& point : frame.body().content().trigger_points)
    if (point.muscle == muscle) points.push_back(&point);
  // The selected part's own points first.
  std::stable_partition(points.begin(), points.end(), [&](const atlas::TriggerPoint* p) { return !part.empty() && p->part == part; });

  quiet_paragraph(frame.colours, side == Side::left ? frame.say("Left side. Switch a point on to see where its pain is often felt.")
                                                    : frame.say("Right side. Switch a point on to see where its pain is often felt."));
  ImGui::Dummy({0.0F, 2.0F * unit()});
  for (const atlas::TriggerPoint* point : points) {
    point_line(frame, *point, side, !part.empty() && point->part == part);
    if (frame.state().panels.point == point->id) {
      const float indent = 6.0F * unit();
      ImGui::PushID(point->id.c_str());
      ImGui::Indent(indent);
      details(frame, *point);
      ImGui::Unindent(indent);
      ImGui::PopID();
    }
  }
  ImGui::Dummy({0.0F, 2.0F * unit()});
  all_buttons(frame, muscle, side);
}

}  // namespace dorsum::ui
