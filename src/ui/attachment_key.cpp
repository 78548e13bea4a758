// What the bars and the dots on the bones mean, in the selected muscle's card.

#include <cmath>

#include "dorsum/picture/attachments.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

ImU32 seen(glm::vec3 linear) {
  const auto channel = [](float value) { return std::pow(value, 1.0F / 2.2F); };
  return packed({channel(linear.r), channel(linear.g), channel(linear.b), 1.0F});
}

/// A patch as it looks on the bone: bars, or dots.
void swatch(glm::vec3 colour, bool bars) {
  const float wide = 30.0F * unit(), high = 16.0F * unit();
  const ImVec2 low = ImGui::GetCursorScreenPos(), top{low.x, low.y + 2.0F * unit()}, end{low.x + wide, low.y + high + 2.0F * unit()};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(top, end, IM_COL32(238, 230, 208, 255), 3.0F * unit());  // bone
  list->PushClipRect(top, end, true);
  const float step = 7.0F * unit();
  for (float x = -high; x < wide; x += step) {
    if (bars) {
      list->AddLine({top.x + x, end.y}, {top.x + x + high, top.y}, seen(colour), 3.0F * unit());
    } else {
      for (float y = 0.5F * step; y < high + step; y += step) list->AddCircleFilled({top.x + x + high, top.y + y}, 2.2F * unit(), seen(colour));
    }
  }
  list->PopClipRect();
  list->AddRect(top, end, seen(colour), 3.0F * unit(), 0, 1.5F * unit());
  ImGui::Dummy({wide, high + 2.0F * unit()});
  ImGui::SameLine(0.0F, 8.0F * unit());
}

}  // namespace

void attachment_key(const Frame& frame) {
  if (!picture::attachments_show(frame.shown, frame.body())) return;
  fact(frame.colours, frame.say("On the bones"), " ");
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetTextLineHeightWithSpacing());
  swatch(picture::origin_colour(), true);
  line(frame.say("origin"));
  // Beside each other where both fit.
  const float second = 18.0F * unit() + 38.0F * unit() + text_extent(frame.say("insertion")).x;
  if (ImGui::GetItemRectMax().x + second <= ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x) ImGui::SameLine(0.0F, 18.0F * unit());
  swatch(picture::insertion_colour(), false);
  line(frame.say("insertion"));
  const FaceScope face(Face::small);
  quiet_paragraph(frame.colours, frame.say("Pale where something covers them."));
}

}  // namespace dorsum::ui
