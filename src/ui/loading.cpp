#include <fmt/format.h>

#include <algorithm>

#include "dorsum/ui/panels.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

void begin_middle(const char* name, float wide) {
  const ImVec2 window = ImGui::GetMainViewport()->Size;
  ImGui::SetNextWindowPos({window.x * 0.5F, window.y * 0.45F}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSize({std::min(wide * unit(), window.x * 0.9F), 0.0F});
  ImGui::Begin(name, nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                  ImGuiWindowFlags_NoBackground);
}

void centred(std::string_view words) {
  const float width = ImGui::CalcTextSize(words.data(), words.data() + words.size()).x;
  ImGui::SetCursorPosX(std::max(0.0F, (ImGui::GetWindowWidth() - width) * 0.5F));
  line(words);
}

}  // namespace

void draw_loading(std::string_view what, float done, const words::Catalogue& words) {
  begin_middle("##loading", 360.0F);
  {
    const FaceScope face(Face::title);
    centred("Dorsum");
  }
  ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyle().Colors[ImGuiCol_TextDisabled]);
  centred(words.say("An atlas of the human back"));
  ImGui::PopStyleColor();
  ImGui::Dummy({0.0F, 8.0F * unit()});
  ImGui::ProgressBar(std::clamp(done, 0.0F, 1.0F), {-1.0F, 8.0F * unit()}, "");
  ImGui::Dummy({0.0F, 2.0F * unit()});
  ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyle().Colors[ImGuiCol_TextDisabled]);
  centred(words.say_filled("{what}  {percent:.0f} %", fmt::arg("what", words.say(std::string(what).c_str())), fmt::arg("percent", 100.0F * std::clamp(done, 0.0F, 1.0F))));
  ImGui::PopStyleColor();
  ImGui::Dummy({0.0F, 18.0F * unit()});
  centred(words.say("For learning. It does not diagnose."));
  ImGui::End();
}

}  // namespace dorsum::ui
