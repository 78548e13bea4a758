// The trigger points that could send the painted pain, best first, each with its reason.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "dorsum/sentences/pain.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

constexpr std::size_t first_lines = 8;

/// The pattern in which a candidate's zones are drawn on the skin, as the picture has it: stripes, rings, crosses.
void pattern_swatch(const Palette& colours, ImVec2 low, float side, std::size_t pattern) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 high{low.x + side, low.y + side};
  list->AddRectFilled(low, high, packed(colours.raised), 3.0F * unit());
  list->PushClipRect(low, high, true);
  const ImU32 ink = packed(colours.pain);
  const float step = side / 3.0F, thick = 1.6F * unit();
  for (int i = 0; i < 3; ++i) {
    for (int k = 0; k < 3; ++k) {
      const ImVec2 middle{low.x + step * (static_cast<float>(i) + 0.5F), low.y + step * (static_cast<float>(k) + 0.5F)};
      const float r = step * 0.3F;
      if (pattern == 1) list->AddCircle(middle, r, ink, 0, 1.3F * unit());
      if (pattern == 2) {
        list->AddLine({middle.x - r, middle.y}, {middle.x + r, middle.y}, ink, thick);
        list->AddLine({middle.x, middle.y - r}, {middle.x, middle.y + r}, ink, thick);
      }
    }
  }
  for (int i = -3; pattern == 0 && i < 4; ++i) {
    const float x = low.x + static_cast<float>(i) * step;
    list->AddLine({x, high.y}, {x + side, low.y}, ink, thick);
  }
  list->PopClipRect();
  list->AddRect(low, high, packed(colours.line), 3.0F * unit());
  const FaceScope face(Face::small);
  const char letter[] = {static_cast<char>('A' + pattern), '\0'};  // as the point's mark on the body
  list->AddText({low.x + (side - ImGui::CalcTextSize(letter).x) * 0.5F, high.y + 1.0F * unit()}, packed(colours.quiet), letter);  // no words
}

/// Peels to the point's muscle and lights the point.
void choose(Frame& frame, const body::PlacedTrigger& placed) {
  frame.run("candidate", {placed.id});
  frame.run("point", {without_side(placed.id)});
  frame.run("card", {"points"});
  frame.run("trigger", {"none"});
  frame.run("trigger", {placed.id, "on"});
  frame.run("reveal", {frame.atlas().structures[placed.structure()].id});
  if (frame.state().brush.on) frame.run("brush", {"off"});
  // The muscles lie at the back; a client who pointed at the chest is turned round to them.
  if (std::abs(frame.state().camera.azimuth) > 100.0F) frame.run("view", {"posterior"});
}

void chosen_details(Frame& frame, const body::PlacedTrigger& placed) {
  const atlas::TriggerPoint& point = frame.body().content().trigger_points[placed.point];
  const float indent = 26.0F * unit();
  ImGui::Indent(indent);
  paragraph(frame.of_atlas(point.explanation));
  fact(frame.colours, frame.say("How to find it by hand"), frame.of_atlas(point.palpation));
  fact(frame.colours, frame.say("How sure"), confidence_words(frame, point.confidence));
  if (button("read", frame.say("Read all about it"), ImGui::GetContentRegionAvail().x)) frame.run("tab", {"structure"});
  frame.place("candidate:read");
  ImGui::Unindent(indent);
}

void candidate_line(Frame& frame, std::size_t index) {
  const body::Candidate& candidate = frame.answers.explanation->candidates[index];
  const body::PlacedTrigger* placed = frame.body().trigger(candidate.id);
  if (placed == nullptr) return;
  ImGui::PushID(candidate.id.c_str());
  const float side = 18.0F * unit(), indent = 26.0F * unit();
  const float width = ImGui::GetContentRegionAvail().x, wrap = width - indent - 4.0F * unit();
  const std::string head = frame.words.say_filled("{rank}.  {point}", fmt::arg("rank", candidate.rank), fmt::arg("point", name_of(frame, *placed)));
  const std::string reason = sentences::reason(frame.words, frame.body(), candidate);
  float head_height = 0.0F, reason_height = 0.0F;
  {
    const FaceScope face(Face::semibold);
    head_height = text_extent(head, wrap).y;
  }
  {
    const FaceScope face(Face::small);
    reason_height = text_extent(reason, wrap).y;
  }
  const float bar = 4.0F * unit(), gap = 4.0F * unit();
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const bool chosen = frame.state().panels.candidate == candidate.id;
  if (ImGui::Selectable("##line", chosen, 0, {width, head_height + bar + reason_height + 3.0F * gap})) choose(frame, *placed);
  frame.place("candidate:" + candidate.id);
  tooltip(frame.say("Peel to its muscle and show the point"));
  const auto& likeliest = frame.answers.likeliest;
  if (const auto pattern = std::find(likeliest.begin(), likeliest.end(), candidate.id); pattern != likeliest.end())
    pattern_swatch(frame.colours, {low.x + 2.0F * unit(), low.y + gap}, side, static_cast<std::size_t>(pattern - likeliest.begin()));
  ImDrawList* list = ImGui::GetWindowDrawList();
  float y = low.y + gap * 0.5F;
  {
    const FaceScope face(Face::semibold);
    write_at({low.x + indent, y}, frame.colours.text, head, wrap, wrap);
  }
  y += head_height + gap;
  list->AddRectFilled({low.x + indent, y}, {low.x + indent + wrap, y + bar}, packed(frame.colours.hover), bar);
  list->AddRectFilled({low.x + indent, y}, {low.x + indent + wrap * candidate.score, y + bar}, packed(frame.colours.accent), bar);
  y += bar + gap;
  const FaceScope face(Face::small);
  write_at({low.x + indent, y}, frame.colours.quiet, reason, wrap, wrap);
  ImGui::PopID();
}

}  // namespace

std::string name_of(const Frame& frame, const body::PlacedTrigger& placed) { return sentences::point_name(frame.words, frame.body(), placed); }

void ranking_panel(Frame& frame) {
  const body::Explanation& explanation = *frame.answers.explanation;
  heading(frame.colours, frame.say("Points that could send this pain"));
  if (const std::string note = sentences::note(frame.words, explanation.note); !note.empty()) paragraph(note);
  if (explanation.candidates.empty()) return;
  quiet_paragraph(frame.colours, frame.say("Where people often feel them, by overlap of skin; not a diagnosis."));
  quiet_paragraph(frame.colours,
                  frame.say("Only muscles with trigger points in this atlas are compared. Scalenes, sternocleidomastoid, suboccipitals, chest, jaw and hip "
                            "muscles, joints, nerves and organs can hurt here, too."));
  const bool shown = frame.state().candidates > 0;
  if (toggle(frame.colours, "shown", shown, frame.say("The first three on the body"))) frame.run("candidates", {shown ? "0" : "3"});
  frame.place("switch:candidates");
  tooltip(frame.say("Each in a pattern of its own: stripes, rings, crosses"));
  const std::size_t count = explanation.candidates.size();
  if (count >= 2) {
    const std::string &first = explanation.candidates[0].id, &second = explanation.candidates[1].id;
    if (button("compare", frame.say("Compare the first two"), ImGui::GetContentRegionAvail().x)) frame.run("compare", {first, second});
    frame.place("button:compare");
    tooltip(frame.say("Side by side, under one camera"));
  }
  for (std::size_t i = 0; i < std::min(count, first_lines); ++i) {
    candidate_line(frame, i);
    const body::PlacedTrigger* placed = frame.body().trigger(explanation.candidates[i].id);
    if (placed != nullptr && frame.state().panels.candidate == placed->id) chosen_details(frame, *placed);
  }
  if (count > first_lines && fold("more", frame.words.say_counted("{} more", "{} more", count - first_lines, count - first_lines))) {
    for (std::size_t i = first_lines; i < count; ++i) candidate_line(frame, i);
  }
}

}  // namespace dorsum::ui
