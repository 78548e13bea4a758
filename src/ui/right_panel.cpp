// The right panel: about the selected structure, or about the client's pain.

#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {

void right_panel(Frame& frame) {
  const float gap = 6.0F * unit(), width = (ImGui::GetContentRegionAvail().x - gap) / 2.0F;
  const auto tab = [&](RightTab which, const char* label, const char* name, const char* words) {
    if (choice_button(frame.colours, label, frame.model.right == which, {width, 0.0F})) frame.model.right = which;
    frame.place(name);
    tooltip(words);
  };
  tab(RightTab::structure, "What it is", "right:structure", "About the structure that is selected");
  ImGui::SameLine(0.0F, gap);
  tab(RightTab::pain, "Where it hurts", "right:pain", "From pain to the trigger points that could send it");
  ImGui::Dummy({0.0F, 2.0F * unit()});
  if (frame.model.right == RightTab::structure) {
    card_panel(frame);
  } else {
    pain_panel(frame);
  }
}

}  // namespace dorsum::ui
