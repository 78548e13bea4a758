#include "widgets.h"

#include <cctype>

namespace dorsum::ui {

void heading(const Palette& colours, std::string_view words) {
  const FaceScope face(Face::small);
  ImGui::PushStyleColor(ImGuiCol_Text, colours.quiet);
  std::string capitals(words);
  for (char& letter : capitals) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  ImGui::TextUnformatted(capitals.c_str());
  ImGui::PopStyleColor();
}

void paragraph(std::string_view words) {
  ImGui::PushTextWrapPos(0.0F);
  ImGui::TextUnformatted(words.data(), words.data() + words.size());
  ImGui::PopTextWrapPos();
}

void quiet_paragraph(const Palette& colours, std::string_view words) {
  ImGui::PushStyleColor(ImGuiCol_Text, colours.quiet);
  paragraph(words);
  ImGui::PopStyleColor();
}

void bullet(const Palette& colours, std::string_view words) {
  const float indent = 14.0F * unit();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddCircleFilled({at.x + 4.0F * unit(), at.y + ImGui::GetTextLineHeight() * 0.55F},
                                              2.0F * unit(), packed(colours.quiet));
  ImGui::Indent(indent);
  paragraph(words);
  ImGui::Unindent(indent);
}

namespace {
void fact_label(const Palette& colours, std::string_view label) {
  ImGui::Dummy({0.0F, 1.0F * unit()});
  const FaceScope face(Face::small);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {8.0F * unit(), 2.0F * unit()});
  quiet_paragraph(colours, label);
  ImGui::PopStyleVar();
}
}  // namespace

void fact(const Palette& colours, std::string_view label, std::string_view words) {
  if (words.empty()) return;
  fact_label(colours, label);
  paragraph(words);
}

void facts(const Palette& colours, std::string_view label, std::span<const std::string> lines) {
  if (lines.empty()) return;
  fact_label(colours, label);
  for (const std::string& line : lines) bullet(colours, line);
}

std::string elided(std::string_view words, float width) {
  const auto wide = [](std::string_view text) { return ImGui::CalcTextSize(text.data(), text.data() + text.size()).x; };
  if (wide(words) <= width) return std::string(words);
  static constexpr std::string_view dots = "\u2026";
  const float room = width - wide(dots);
  std::size_t kept = words.size();
  // Whole characters only: never between the bytes of one.
  while (kept > 0 && (wide(words.substr(0, kept)) > room || (static_cast<unsigned char>(words[kept]) & 0xC0U) == 0x80U)) --kept;
  while (kept > 0 && words[kept - 1] == ' ') --kept;
  return std::string(words.substr(0, kept)) + std::string(dots);
}

float chip_width(std::string_view words) {
  const FaceScope face(Face::small);
  return ImGui::CalcTextSize(words.data(), words.data() + words.size()).x + 16.0F * unit();
}

void chip(const Palette&, std::string_view words, const ImVec4& ground, const ImVec4& ink) {
  const FaceScope face(Face::small);
  const ImVec2 extent = ImGui::CalcTextSize(words.data(), words.data() + words.size());
  const ImVec2 pad{8.0F * unit(), 3.0F * unit()};
  const ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + extent.x + 2 * pad.x, low.y + extent.y + 2 * pad.y};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(low, high, packed(ground), (high.y - low.y) * 0.5F);
  list->AddText({low.x + pad.x, low.y + pad.y}, packed(ink), words.data(), words.data() + words.size());
  ImGui::Dummy({high.x - low.x, high.y - low.y});
}

void same_line_if_fits(float width) {
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  if (ImGui::GetItemRectMax().x + ImGui::GetStyle().ItemSpacing.x + width <= right) ImGui::SameLine();
}

void tooltip(const char* words) {
  if (*words == '\0' || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {10.0F * unit(), 7.0F * unit()});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 8.0F * unit());
  ImGui::SetTooltip("%s", words);
  ImGui::PopStyleVar(2);
}

bool icon_button(const Palette& colours, Icon icon, const char* id, const char* words, bool enabled, bool framed) {
  const float side = framed ? 30.0F * unit() : 22.0F * unit();
  ImGui::BeginDisabled(!enabled);
  if (!framed) {
    ImGui::PushStyleColor(ImGuiCol_Button, ImVec4{0, 0, 0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
  }
  ImGui::PushID(id);
  const bool pressed = ImGui::Button("##icon", {side, side});
  ImGui::PopID();
  if (!framed) {
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
  }
  ImGui::EndDisabled();
  const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
  const ImVec4 ink = faded(ImGui::IsItemHovered() ? colours.text : colours.quiet, enabled ? 1.0F : 0.4F);
  draw_icon(*ImGui::GetWindowDrawList(), icon, {(low.x + high.x) * 0.5F, (low.y + high.y) * 0.5F}, 15.0F * unit(), packed(ink));
  tooltip(words);
  return pressed;
}

bool toggle(const Palette& colours, const char* id, bool on, std::string_view words) {
  const float height = 20.0F * unit(), width = 35.0F * unit(), gap = words.empty() ? 0.0F : 8.0F * unit();
  const ImVec2 extent = ImGui::CalcTextSize(words.data(), words.data() + words.size());
  // A borderless button gives the mouse, the keyboard and the focus ring; the switch is drawn over it.
  for (const int part : {ImGuiCol_Button, ImGuiCol_ButtonHovered, ImGuiCol_ButtonActive})
    ImGui::PushStyleColor(part, ImVec4{0, 0, 0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, height * 0.5F);
  const bool thrown = ImGui::Button(id, {width + gap + extent.x, height});
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor(3);

  const ImVec2 low = ImGui::GetItemRectMin(), high{low.x + width, low.y + height};
  const float radius = height * 0.5F;
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (on) {
    list->AddRectFilled(low, high, packed(colours.accent), radius);
    list->AddCircleFilled({high.x - radius, low.y + radius}, radius - 3.0F * unit(), packed(colours.on_accent));
  } else {
    list->AddRectFilled(low, high, packed(ImGui::IsItemHovered() ? colours.press : colours.hover), radius);
    list->AddRect(low, high, packed(colours.quiet), radius, 0, 1.0F);
    list->AddCircle({low.x + radius, low.y + radius}, radius - 4.0F * unit(), packed(colours.quiet), 0, 1.5F * unit());
  }
  if (!words.empty())
    list->AddText({high.x + gap, low.y + (height - extent.y) * 0.5F}, ImGui::GetColorU32(ImGuiCol_Text), words.data(),
                  words.data() + words.size());
  return thrown;
}

bool choice_button(const Palette& colours, const char* label, bool chosen, ImVec2 size) {
  if (chosen) {
    ImGui::PushStyleColor(ImGuiCol_Button, colours.accent_soft);
    ImGui::PushStyleColor(ImGuiCol_Border, colours.accent);
  }
  const bool pressed = ImGui::Button(label, size);
  if (chosen) ImGui::PopStyleColor(2);
  return pressed;
}

void ButtonGrid::place(std::size_t index) const {
  if (index % columns != 0) ImGui::SameLine(0.0F, gap);
}

ButtonGrid button_grid(const char* longest, std::initializer_list<std::size_t> columns) {
  ButtonGrid grid{.columns = 1, .size = {0.0F, 27.0F * unit()}, .gap = 5.0F * unit()};
  const float room = ImGui::GetContentRegionAvail().x, wanted = ImGui::CalcTextSize(longest).x + 4.0F * unit();
  for (const std::size_t tried : columns) {
    grid.columns = tried;
    grid.size.x = (room - grid.gap * static_cast<float>(tried - 1)) / static_cast<float>(tried);
    if (grid.size.x >= wanted) break;
  }
  return grid;
}

bool fold(const char* label, bool open_at_first) {
  return ImGui::TreeNodeEx(label, ImGuiTreeNodeFlags_NoTreePushOnOpen | ImGuiTreeNodeFlags_SpanAvailWidth |
                                      (open_at_first ? ImGuiTreeNodeFlags_DefaultOpen : 0));
}

}  // namespace dorsum::ui
