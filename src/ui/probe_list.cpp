// What lies under the place of the depth probe, as a list that can be walked through.

#include <fmt/format.h>

#include "dorsum/sentences/structures.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {

void probe_list(Frame& frame) {
  if (!frame.answers.probe) return;
  const body::Probe& probe = frame.answers.probe->probe;
  heading(frame.colours, frame.say("Under this point"));
  if (probe.layers.empty()) quiet_paragraph(frame.colours, frame.say("Nothing that this atlas has lies straight under this point."));
  for (const body::ProbedLayer& layer : probe.layers) {
    const atlas::Structure& structure = frame.atlas().structures[layer.structure];
    ImGui::PushID(structure.id.c_str());
    const std::string depth = frame.words.say_filled("{:.0f} mm", layer.entry), name = frame.of_atlas(structure.name);
    const float depth_room = std::max(58.0F * unit(), text_extent(depth).x + 12.0F * unit()), width = ImGui::GetContentRegionAvail().x;
    const float wrap = std::max(width - depth_room, 1.0F), height = std::max(22.0F * unit(), text_extent(name, wrap).y);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::Selectable("##layer", structure.id == frame.state().selected, 0, {width, height})) frame.run("select", {structure.id});
    frame.place("probed:" + structure.id);
    write_at({at.x + 4.0F * unit(), at.y + (height - ImGui::GetTextLineHeight()) * 0.5F}, frame.colours.quiet, depth);
    write_at({at.x + depth_room, at.y + (height - text_extent(name, wrap).y) * 0.5F}, frame.colours.text, name, wrap, wrap);
    ImGui::PopID();
  }
  {
    const FaceScope face(Face::small);
    if (body::depths_are_the_sets_own(frame.body())) paragraph(sentences::word_on_depths(frame.words));
    quiet_paragraph(frame.colours, frame.say("Depths of this body, straight in from the skin. Bodies differ: no guide for needles."));
  }
  if (button("probe-off", frame.say("Take the probe away"), ImGui::GetContentRegionAvail().x)) frame.run("probe", {"off"});
  frame.place("button:probe-off");
  ImGui::Dummy({0.0F, 6.0F * unit()});
}

}  // namespace dorsum::ui
