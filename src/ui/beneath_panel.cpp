// What lies beneath the spot that was painted last: the muscles in order, and the points that a thumb reaches there.

#include <fmt/format.h>

#include "dorsum/sentences/structures.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {

void beneath_panel(Frame& frame) {
  const auto& beneath = frame.answers.painted_last;
  if (!beneath || !fold("Beneath the spot painted last")) return;
  if (!*beneath) {
    quiet_paragraph(frame.colours, beneath->error().reason);
    return;
  }
  const answers::Beneath& spot = **beneath;
  quiet_paragraph(frame.colours, "From the skin straight inward on this body; depths differ from person to person.");
  if (body::depths_are_the_sets_own(frame.body())) paragraph(sentences::word_on_depths(frame.words));
  for (const body::ProbedLayer& layer : spot.probe.layers) {
    const atlas::Structure& structure = frame.atlas().structures[layer.structure];
    if (structure.kind != atlas::Kind::muscle && structure.kind != atlas::Kind::fascia && structure.kind != atlas::Kind::bone) continue;
    ImGui::PushID(structure.id.c_str());
    const std::string words = fmt::format("{:.0f} mm   {}", layer.entry, structure.name);
    if (ImGui::Selectable(words.c_str(), frame.state().selected == structure.id)) frame.run("reveal", {structure.id});
    frame.place("beneath:" + structure.id);
    tooltip("Peel to it");
    ImGui::PopID();
  }
  if (spot.reached.empty()) {
    quiet_paragraph(frame.colours, "No trigger point of these muscles lies in a thumb's reach here.");
    return;
  }
  heading(frame.colours, "In a thumb's reach here");
  for (const body::ReachedPoint& point : spot.reached) {
    const body::PlacedTrigger& placed = frame.body().triggers()[point.trigger];
    const bool on = frame.state().triggers->contains(placed.id);
    ImGui::PushID(placed.id.c_str());
    if (toggle(frame.colours, "##on", on)) frame.run("trigger", {placed.id, on ? "off" : "on"});
    frame.place("reach:" + placed.id);
    ImGui::SameLine(0.0F, 8.0F * unit());
    paragraph(fmt::format("{}, {:.0f} mm deep", name_of(frame, placed), point.depth));
    ImGui::PopID();
  }
}

}  // namespace dorsum::ui
