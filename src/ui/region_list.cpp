// Every surface region by name.

#include <imgui.h>

#include <array>
#include <cstring>

#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {

void region_list(Frame& frame) {
  std::array<char, 64> search{};
  std::strncpy(search.data(), frame.model.region_search.c_str(), search.size() - 1);
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  if (ImGui::InputTextWithHint("##region-search", "Find a region", search.data(), search.size())) frame.model.region_search = search.data();
  frame.place("region-search");
  const float button = 32.0F * unit(), gap = 4.0F * unit();
  for (const auto& [id, words] : frame.body().content().regions) {
    if (words.find(frame.model.region_search) == std::string::npos && id.find(frame.model.region_search) == std::string::npos) continue;
    ImGui::PushID(id.c_str());
    const float right = ImGui::GetContentRegionAvail().x - 2.0F * button - gap;
    const float start = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(elided(words, right - gap).c_str());
    tooltip(words.c_str());
    ImGui::SameLine(start + right);
    for (const Side side : {Side::left, Side::right}) {
      const std::string region = with_side(id, side);
      if (side == Side::right) ImGui::SameLine(0.0F, gap);
      if (choice_button(frame.colours, side == Side::left ? "L" : "R", is_chosen(frame.state(), region), {button, 0.0F}))
        toggle_region(frame, region);
      frame.place("list:" + region);
      tooltip(side == Side::left ? "The body's left" : "The body's right");
    }
    ImGui::PopID();
  }
}

}  // namespace dorsum::ui
