// Every surface region by name.

#include <imgui.h>

#include "dorsum/core/letters.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {

void region_list(Frame& frame) {
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  static_cast<void>(text_field("region-search", frame.say("Find a region"), frame.model.region_search));
  frame.place("region-search");
  const float side_button = 32.0F * unit(), gap = 4.0F * unit();
  const std::string wanted = in_small_letters(frame.model.region_search);
  for (const auto& [id, words] : frame.body().content().regions) {
    const std::string name = frame.of_atlas(words);
    if (in_small_letters(name).find(wanted) == std::string::npos && id.find(wanted) == std::string::npos) continue;
    ImGui::PushID(id.c_str());
    const float right = ImGui::GetContentRegionAvail().x - 2.0F * side_button - gap;
    const float start = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    ImGui::PushTextWrapPos(start + right - gap);
    line(name);
    ImGui::PopTextWrapPos();
    ImGui::SameLine(start + right);
    for (const Side side : {Side::left, Side::right}) {
      const std::string region = with_side(id, side);
      if (side == Side::right) ImGui::SameLine(0.0F, gap);
      if (choice_button(frame.colours, side == Side::left ? "left" : "right", side_letter(frame, side), is_chosen(frame.state(), region), side_button))
        toggle_region(frame, region);
      frame.place("list:" + region);
      tooltip(side == Side::left ? frame.say("The body's left") : frame.say("The body's right"));
    }
    ImGui::PopID();
  }
}

}  // namespace dorsum::ui
