// The right panel: about the selected structure, or about the client's pain.

#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {

void right_panel(Frame& frame) {
  const float gap = 6.0F * unit(), width = (ImGui::GetContentRegionAvail().x - gap) / 2.0F;
  using Tab = state::Panels::Tab;
  const Tab open = frame.state().panels.tab;
  const auto tab = [&](Tab which, const char* label, const char* name, const char* words) {
    if (choice_button(frame.colours, label, open == which, {width, 0.0F})) frame.run("tab", {which == Tab::pain ? "pain" : "structure"});
    frame.place(name);
    tooltip(words);
  };
  tab(Tab::structure, "What it is", "right:structure", "About the structure that is selected");
  ImGui::SameLine(0.0F, gap);
  tab(Tab::pain, "Where it hurts", "right:pain", "From pain to the trigger points that could send it");
  ImGui::Dummy({0.0F, 2.0F * unit()});
  if (open == Tab::structure) {
    card_panel(frame);
  } else {
    pain_panel(frame);
  }
}

}  // namespace dorsum::ui
