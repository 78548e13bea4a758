// The right panel: about the selected structure, or about the client's pain.

#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {

void right_panel(Frame& frame) {
  const float gap = 6.0F * unit(), width = (ImGui::GetContentRegionAvail().x - gap) / 2.0F;
  const char *const what = frame.say("What it is"), *const hurts = frame.say("Where it hurts");
  const float height = button_height({what, hurts}, width);
  using Tab = state::Panels::Tab;
  const Tab open = frame.state().panels.tab;
  const auto tab = [&](Tab which, const char* label, const char* name, const char* words) {
    if (choice_button(frame.colours, name, label, open == which, width, height)) frame.run("tab", {which == Tab::pain ? "pain" : "structure"});
    frame.place(name);
    tooltip(words);
  };
  tab(Tab::structure, what, "right:structure", frame.say("About the structure that is selected"));
  ImGui::SameLine(0.0F, gap);
  tab(Tab::pain, hurts, "right:pain", frame.say("From pain to the trigger points that could send it"));
  ImGui::Dummy({0.0F, 2.0F * unit()});
  if (open == Tab::structure) {
    card_panel(frame);
  } else {
    pain_panel(frame);
  }
}

}  // namespace dorsum::ui
