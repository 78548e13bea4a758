// What lies under the place of the depth probe, as a list that can be walked through.

#include <fmt/format.h>

#include "dorsum/sentences/structures.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {

void probe_list(Frame& frame) {
  if (!frame.answers.probe) return;
  const body::Probe& probe = frame.answers.probe->probe;
  heading(frame.colours, "Under this point");
  if (probe.layers.empty()) quiet_paragraph(frame.colours, "Nothing that this atlas has lies straight under this point.");
  for (const body::ProbedLayer& layer : probe.layers) {
    const atlas::Structure& structure = frame.atlas().structures[layer.structure];
    ImGui::PushID(structure.id.c_str());
    const float depth_room = 58.0F * unit(), width = ImGui::GetContentRegionAvail().x;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::Selectable("##layer", structure.id == frame.state().selected, 0, {width, 22.0F * unit()})) frame.run("select", {structure.id});
    frame.place("probed:" + structure.id);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float y = at.y + (22.0F * unit() - ImGui::GetTextLineHeight()) * 0.5F;
    list->AddText({at.x + 4.0F * unit(), y}, packed(frame.colours.quiet), fmt::format("{:.0f} mm", layer.entry).c_str());
    list->AddText({at.x + depth_room, y}, packed(frame.colours.text), elided(structure.name, width - depth_room).c_str());
    ImGui::PopID();
  }
  {
    const FaceScope face(Face::small);
    if (body::depths_are_the_sets_own(frame.body())) paragraph(sentences::word_on_depths(frame.words));
    quiet_paragraph(frame.colours, "Depths of this body, straight in from the skin. Bodies differ: no guide for needles.");
  }
  if (ImGui::Button("Take the probe away", {ImGui::GetContentRegionAvail().x, 0.0F})) frame.run("probe", {"off"});
  frame.place("button:probe-off");
  ImGui::Dummy({0.0F, 6.0F * unit()});
}

}  // namespace dorsum::ui
