// The cut: which way it goes through the body, and where.

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

struct Choice {
  const char* label;
  const char* plane;  ///< the command's word
  app::Plane value;
  const char* words;
};

constexpr std::array choices{
    Choice{"Midline", "sagittal", app::Plane::sagittal, "Cut along the spine, from front to back (sagittal); the body's left goes away"},
    Choice{"Frontal", "frontal", app::Plane::frontal, "Cut from side to side (frontal); what lies behind goes away"},
    Choice{"Across", "transverse", app::Plane::transverse, "Cut across (transverse); what lies above goes away"}};

int axis_of(app::Plane plane) { return plane == app::Plane::sagittal ? 0 : plane == app::Plane::frontal ? 1 : 2; }

/// Where a cut begins: at the sixth thoracic vertebra, which has most to show, or in the middle of the body.
float start_of(const body::Body& body, app::Plane plane) {
  if (plane == app::Plane::sagittal) return 0.0F;
  const auto sixth = body.atlas().landmarks.find("spinous-process:T6");
  const geometry::Bounds bounds = body.bounds();
  const glm::vec3 middle = sixth != body.atlas().landmarks.end() && plane == app::Plane::transverse ? sixth->second.position
                                                                                                   : 0.5F * (bounds.low + bounds.high);
  return std::round(middle[axis_of(plane)]);
}

void place_slider(Frame& frame, const app::Section& section, const char* plane) {
  const geometry::Bounds bounds = frame.body().bounds();
  const int axis = axis_of(section.plane);
  float at = section.at;
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  const bool moved = ImGui::SliderFloat("##cut", &at, std::floor(bounds.low[axis]), std::ceil(bounds.high[axis]), "%.0f mm", ImGuiSliderFlags_AlwaysClamp);
  frame.place("cut");
  tooltip("Where the cut goes through the body");
  frame.begin_gesture();
  if (moved && std::round(at) != section.at) frame.run("section", {plane, fmt::format("{:g}", std::round(at))});
  frame.end_gesture();
}

}  // namespace

void section_panel(Frame& frame) {
  const std::optional<app::Section>& section = frame.state().section;
  const FaceScope face(Face::small);
  const float gap = 5.0F * unit(), room = ImGui::GetContentRegionAvail().x;
  const bool four_fit = 4.0F * (ImGui::CalcTextSize("Midline").x + 8.0F * unit()) + 3.0F * gap <= room;
  const float columns = four_fit ? 4.0F : 2.0F;
  const ImVec2 size{(room - gap * (columns - 1.0F)) / columns, 27.0F * unit()};
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {2.0F * unit(), 5.0F * unit()});
  if (choice_button(frame.colours, "No cut", !section, size) && section) frame.run("section", {"off"});
  frame.place("cut:off");
  const char* chosen = nullptr;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Choice& choice = choices[i];
    if (four_fit || i % 2 == 0) ImGui::SameLine(0.0F, gap);
    const bool here = section && section->plane == choice.value;
    if (here) chosen = choice.plane;
    if (choice_button(frame.colours, choice.label, here, size) && !here)
      frame.run("section", {choice.plane, fmt::format("{:g}", start_of(frame.body(), choice.value))});
    frame.place(std::string("cut:") + choice.plane);
    tooltip(choice.words);
  }
  ImGui::PopStyleVar();
  if (chosen != nullptr) place_slider(frame, *section, chosen);
}

}  // namespace dorsum::ui
