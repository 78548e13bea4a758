// What lies beneath the spot that was painted last: the muscles in order, and the points that a thumb reaches there.

#include <fmt/format.h>

#include "dorsum/sentences/structures.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {

void beneath_panel(Frame& frame) {
  const auto& beneath = frame.answers.painted_last;
  if (!beneath || !fold("beneath", frame.say("Beneath the spot painted last"))) return;
  if (!*beneath) {
    quiet_paragraph(frame.colours, frame.say("This body has no skin near that spot."));
    return;
  }
  const answers::Beneath& spot = **beneath;
  quiet_paragraph(frame.colours, frame.say("From the skin straight inward on this body; depths differ from person to person."));
  if (body::depths_are_the_sets_own(frame.body())) paragraph(sentences::word_on_depths(frame.words));
  for (const body::ProbedLayer& layer : spot.probe.layers) {
    const atlas::Structure& structure = frame.atlas().structures[layer.structure];
    if (structure.kind != atlas::Kind::muscle && structure.kind != atlas::Kind::fascia && structure.kind != atlas::Kind::bone) continue;
    ImGui::PushID(structure.id.c_str());
    const std::string words = frame.words.say_filled("{mm:.0f} mm   {structure}", fmt::arg("mm", layer.entry), fmt::arg("structure", frame.of_atlas(structure.name)));
    const float wrap = ImGui::GetContentRegionAvail().x;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::Selectable("##layer", frame.state().selected == structure.id, 0, {wrap, text_extent(words, wrap).y})) frame.run("reveal", {structure.id});
    write_at(at, frame.colours.text, words, wrap, wrap);
    frame.place("beneath:" + structure.id);
    tooltip(frame.say("Peel to it"));
    ImGui::PopID();
  }
  if (spot.reached.empty()) {
    quiet_paragraph(frame.colours, frame.say("No trigger point of these muscles lies in a thumb's reach here."));
    return;
  }
  heading(frame.colours, frame.say("In a thumb's reach here"));
  for (const body::ReachedPoint& point : spot.reached) {
    const body::PlacedTrigger& placed = frame.body().triggers()[point.trigger];
    const bool on = frame.state().triggers->contains(placed.id);
    ImGui::PushID(placed.id.c_str());
    if (toggle(frame.colours, "on", on)) frame.run("trigger", {placed.id, on ? "off" : "on"});
    frame.place("reach:" + placed.id);
    ImGui::SameLine(0.0F, 8.0F * unit());
    paragraph(frame.words.say_filled("{point}, {mm:.0f} mm deep", fmt::arg("point", name_of(frame, placed)), fmt::arg("mm", point.depth)));
    ImGui::PopID();
  }
}

}  // namespace dorsum::ui
