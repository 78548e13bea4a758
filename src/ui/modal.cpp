#include "modal.h"

#include <algorithm>

#include "widgets.h"

namespace dorsum::ui {

bool begin_modal(Frame& frame, const char* id, std::string_view title, bool wanted, float wide, bool& closes) {
  if (wanted && !ImGui::IsPopupOpen(id)) ImGui::OpenPopup(id);
  const ImVec2 window = ImGui::GetMainViewport()->Size;
  ImGui::SetNextWindowPos({window.x * 0.5F, window.y * 0.5F}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSize({std::min(wide * unit(), window.x * 0.94F), std::min(700.0F * unit(), window.y * 0.9F)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 12.0F * unit());
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {22.0F * unit(), 18.0F * unit()});
  const bool seen = ImGui::BeginPopupModal(id, nullptr, ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                                               ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar(2);
  if (!seen) return false;
  const ImVec2 corner = ImGui::GetCursorPos();
  {
    const FaceScope face(Face::title);
    ImGui::PushTextWrapPos(ImGui::GetWindowContentRegionMax().x - 32.0F * unit());
    line(title);
    ImGui::PopTextWrapPos();
  }
  const ImVec2 below = ImGui::GetCursorPos();
  ImGui::SetCursorPos({ImGui::GetWindowContentRegionMax().x - 26.0F * unit(), corner.y});
  closes = icon_button(frame.colours, Icon::close, "close", frame.with_keys(frame.say("Close"), {chord_of(KeyAction::leave)}), true, false);
  frame.place("button:close-box");
  ImGui::SetCursorPos({below.x, below.y + 6.0F * unit()});
  ImGui::BeginChild("words", {0.0F, 0.0F}, false, ImGuiWindowFlags_NavFlattened);
  return true;
}

void end_modal(bool stays) {
  ImGui::EndChild();
  if (!stays) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

}  // namespace dorsum::ui
