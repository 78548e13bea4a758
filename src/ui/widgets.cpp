#include "widgets.h"

#include <imgui_internal.h>
// After imgui.h, which it needs.
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "dorsum/core/letters.h"

namespace dorsum::ui {
namespace {

const char* end_of(std::string_view words) { return words.data() + words.size(); }

/// Notes a text of this extent; `room` is how wide it may be, none: what the window shows.
void note(std::string_view words, ImVec2 low, ImVec2 extent, float room = 0.0F, TextKind kind = TextKind::words) {
  auto* const into = static_cast<std::vector<DrawnText>*>(ImGui::GetIO().UserData);
  if (into == nullptr || words.find_first_not_of(' ') == std::string_view::npos) return;
  const ImGuiWindow& window = *ImGui::GetCurrentWindowRead();
  if (window.SkipItems) return;  // scrolled out of sight, where nothing is drawn
  constexpr float slack = 1.5F;  // points: a letter's edge
  const ImRect shown = window.InnerRect;
  const bool measured = (window.Flags & ImGuiWindowFlags_AlwaysAutoResize) == 0;  // else its size follows the text, a frame later
  const bool wide = room > 0.0F ? extent.x > room + slack : measured && (low.x < shown.Min.x - slack || low.x + extent.x > shown.Max.x + slack);
  const bool scrolls = (window.Flags & ImGuiWindowFlags_NoScrollbar) == 0;
  const bool high = measured && !scrolls && (low.y < shown.Min.y - slack || low.y + extent.y > shown.Max.y + slack);
  into->push_back({std::string(words), kind, wide || high});
}

void note_item(std::string_view words, TextKind kind = TextKind::words) { note(words, ImGui::GetItemRectMin(), ImGui::GetItemRectSize(), 0.0F, kind); }

/// Lines of a button's words, no wider than `room`, each in the middle.
void write_centred(ImVec2 middle, float room, ImU32 ink, std::string_view words) {
  const ImFont* const font = ImGui::GetFont();
  const float size = ImGui::GetFontSize();
  const ImVec2 extent = text_extent(words, room);
  note(words, {middle.x - extent.x * 0.5F, middle.y - extent.y * 0.5F}, extent, room);
  float y = middle.y - extent.y * 0.5F;
  const char* at = words.data();
  while (at < end_of(words)) {
    const char* const end = extent.x > 0.0F ? font->CalcWordWrapPositionA(size / font->FontSize, at, end_of(words), room) : end_of(words);
    const char* const stop = end > at ? end : end_of(words);
    const float width = ImGui::CalcTextSize(at, stop).x;
    ImGui::GetWindowDrawList()->AddText({middle.x - width * 0.5F, y}, ink, at, stop);
    y += size;
    at = stop;
    while (at < end_of(words) && (*at == ' ' || *at == '\n')) ++at;
  }
}

}  // namespace

DrawnTexts::DrawnTexts(std::vector<DrawnText>* into) { ImGui::GetIO().UserData = into; }
DrawnTexts::~DrawnTexts() { ImGui::GetIO().UserData = nullptr; }

ImVec2 text_extent(std::string_view words, float wrap) {
  return ImGui::CalcTextSize(words.data(), end_of(words), false, wrap > 0.0F ? wrap : -1.0F);
}

void line(std::string_view words, TextKind kind) {
  ImGui::TextUnformatted(words.data(), end_of(words));
  note_item(words, kind);
}

void write_at(ImVec2 at, const ImVec4& ink, std::string_view words, float wrap, float room) {
  ImGui::GetWindowDrawList()->AddText(ImGui::GetFont(), ImGui::GetFontSize(), at, packed(ink), words.data(), end_of(words), wrap);
  note(words, at, text_extent(words, wrap), room);
}

void heading(const Palette& colours, std::string_view words) {
  const FaceScope face(Face::small);
  quiet_paragraph(colours, in_capitals(words));
}

void paragraph(std::string_view words, TextKind kind) {
  ImGui::PushTextWrapPos(0.0F);
  line(words, kind);
  ImGui::PopTextWrapPos();
}

void quiet_paragraph(const Palette& colours, std::string_view words, TextKind kind) {
  ImGui::PushStyleColor(ImGuiCol_Text, colours.quiet);
  paragraph(words, kind);
  ImGui::PopStyleColor();
}

void bullet(const Palette& colours, std::string_view words, TextKind kind) {
  const float indent = 14.0F * unit();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddCircleFilled({at.x + 4.0F * unit(), at.y + ImGui::GetTextLineHeight() * 0.55F},
                                              2.0F * unit(), packed(colours.quiet));
  ImGui::Indent(indent);
  paragraph(words, kind);
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
  for (const std::string& each : lines) bullet(colours, each);
}

std::string elided(std::string_view words, float width) {
  if (text_extent(words).x <= width) return std::string(words);
  static constexpr std::string_view dots = "\u2026";
  const float room = width - text_extent(dots).x;
  std::size_t letters = count_letters(words);
  while (letters > 0 && text_extent(first_letters(words, letters)).x > room) --letters;
  std::string_view kept = first_letters(words, letters);
  while (kept.ends_with(' ')) kept.remove_suffix(1);
  return std::string(kept).append(dots);
}

float chip_width(std::string_view words) {
  const FaceScope face(Face::small);
  return text_extent(words).x + 16.0F * unit();
}

void chip(std::string_view words, const ImVec4& ground, const ImVec4& ink) {
  const FaceScope face(Face::small);
  const ImVec2 extent = text_extent(words);
  const ImVec2 pad{8.0F * unit(), 3.0F * unit()};
  const ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + extent.x + 2 * pad.x, low.y + extent.y + 2 * pad.y};
  ImGui::GetWindowDrawList()->AddRectFilled(low, high, packed(ground), (high.y - low.y) * 0.5F);
  write_at({low.x + pad.x, low.y + pad.y}, ink, words);
  ImGui::Dummy({high.x - low.x, high.y - low.y});
}

void same_line_if_fits(float width) {
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  if (ImGui::GetItemRectMax().x + ImGui::GetStyle().ItemSpacing.x + width <= right) ImGui::SameLine();
}

void tooltip(std::string_view words) {
  if (words.empty() || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {10.0F * unit(), 7.0F * unit()});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 8.0F * unit());
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(std::min(640.0F * unit(), ImGui::GetMainViewport()->Size.x - 40.0F * unit()));
  line(words);
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopStyleVar(2);
}

float button_height(std::string_view words, float width) {
  const float pad = 4.0F * unit();  // of words to the edge where they need all the width
  const float one_line = ImGui::GetFrameHeight();
  return one_line - ImGui::GetTextLineHeight() + std::max(ImGui::GetTextLineHeight(), text_extent(words, std::max(width - 2.0F * pad, 1.0F)).y);
}
float button_height(std::initializer_list<std::string_view> words, float width) {
  float most = 0.0F;
  for (const std::string_view each : words) most = std::max(most, button_height(each, width));
  return most;
}

bool button(const char* id, std::string_view words, float width, float height) {
  ImGui::PushID(id);
  const bool pressed = ImGui::Button("##button", {width, std::max(height, button_height(words, width))});
  ImGui::PopID();
  const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
  write_centred({(low.x + high.x) * 0.5F, (low.y + high.y) * 0.5F}, std::max(width - 8.0F * unit(), 1.0F), ImGui::GetColorU32(ImGuiCol_Text), words);
  return pressed;
}

bool icon_button(const Palette& colours, Icon icon, const char* id, std::string_view words, bool enabled, bool framed) {
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
  const float high = 20.0F * unit(), width = 35.0F * unit(), gap = words.empty() ? 0.0F : 8.0F * unit();
  const float wrap = std::max(ImGui::GetContentRegionAvail().x - width - gap, 1.0F);
  const ImVec2 extent = words.empty() ? ImVec2{0.0F, 0.0F} : text_extent(words, wrap);
  const float height = std::max(high, extent.y);
  // A borderless button gives the mouse, the keyboard and the focus ring; the switch is drawn over it.
  for (const int part : {ImGuiCol_Button, ImGuiCol_ButtonHovered, ImGuiCol_ButtonActive})
    ImGui::PushStyleColor(part, ImVec4{0, 0, 0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, high * 0.5F);
  ImGui::PushID(id);
  const bool thrown = ImGui::Button("##switch", {width + gap + extent.x, height});
  ImGui::PopID();
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor(3);

  const ImVec2 corner = ImGui::GetItemRectMin();
  const ImVec2 low{corner.x, corner.y + (height - high) * 0.5F}, end{low.x + width, low.y + high};
  const float radius = high * 0.5F;
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (on) {
    list->AddRectFilled(low, end, packed(colours.accent), radius);
    list->AddCircleFilled({end.x - radius, low.y + radius}, radius - 3.0F * unit(), packed(colours.on_accent));
  } else {
    list->AddRectFilled(low, end, packed(ImGui::IsItemHovered() ? colours.press : colours.hover), radius);
    list->AddRect(low, end, packed(colours.quiet), radius, 0, 1.0F);
    list->AddCircle({low.x + radius, low.y + radius}, radius - 4.0F * unit(), packed(colours.quiet), 0, 1.5F * unit());
  }
  if (!words.empty()) write_at({end.x + gap, corner.y + (height - extent.y) * 0.5F}, ImGui::GetStyle().Colors[ImGuiCol_Text], words, wrap, wrap);
  return thrown;
}

bool choice_button(const Palette& colours, const char* id, std::string_view words, bool chosen, float width, float height) {
  if (chosen) {
    ImGui::PushStyleColor(ImGuiCol_Button, colours.accent_soft);
    ImGui::PushStyleColor(ImGuiCol_Border, colours.accent);
  }
  const bool pressed = button(id, words, width, height);
  if (chosen) ImGui::PopStyleColor(2);
  return pressed;
}

void ButtonGrid::place(std::size_t index) const {
  if (index % columns != 0) ImGui::SameLine(0.0F, gap);
}

ButtonGrid button_grid(std::span<const char* const> words, std::initializer_list<std::size_t> columns) {
  ButtonGrid grid{.columns = 1, .size = {0.0F, 27.0F * unit()}, .gap = 5.0F * unit()};
  float wanted = 0.0F;
  for (const char* const each : words) wanted = std::max(wanted, text_extent(each).x + 8.0F * unit());
  const float room = ImGui::GetContentRegionAvail().x;
  for (const std::size_t tried : columns) {
    grid.columns = tried;
    grid.size.x = (room - grid.gap * static_cast<float>(tried - 1)) / static_cast<float>(tried);
    if (grid.size.x >= wanted) break;
  }
  for (const char* const each : words) grid.size.y = std::max(grid.size.y, button_height(each, grid.size.x));
  return grid;
}

bool slider(const char* id, float& value, float low, float high, const char* format) {
  const auto said = [format](float number) {
    std::array<char, 128> shown{};
    std::snprintf(shown.data(), shown.size(), format, static_cast<double>(number));
    return std::string(shown.data());
  };
  // The value stands behind the track, over it where there is no room, and never under the handle.
  const float width = ImGui::CalcItemWidth(), gap = ImGui::GetStyle().ItemInnerSpacing.x;
  const float words = std::max({text_extent(said(low)).x, text_extent(said(high)).x, text_extent(said(value)).x});
  const bool beside = width - words - gap > 0.45F * width;
  if (!beside) line(said(value));
  const std::string name = std::string("##") + id;
  ImGui::SetNextItemWidth(beside ? width - words - gap : width);
  const bool typing = ImGui::TempInputIsActive(ImGui::GetID(name.c_str()));  // a number may be written into it: Ctrl and a click
  if (!typing) ImGui::PushStyleColor(ImGuiCol_Text, ImVec4{0, 0, 0, 0});
  const bool moved = ImGui::SliderFloat(name.c_str(), &value, low, high, format, ImGuiSliderFlags_AlwaysClamp);
  if (!typing) ImGui::PopStyleColor();
  if (beside) {
    const ImVec2 track = ImGui::GetItemRectMax();
    write_at({track.x + gap, track.y - ImGui::GetStyle().FramePadding.y - ImGui::GetTextLineHeight()}, ImGui::GetStyle().Colors[ImGuiCol_Text], said(value), 0.0F, words);
  }
  return moved;
}

bool text_field(const char* id, std::string_view hint, std::string& text, ImGuiInputTextFlags flags) {
  const std::string shown(hint);
  const bool changed = ImGui::InputTextWithHint((std::string("##") + id).c_str(), shown.c_str(), &text, flags);
  if (text.empty()) note(hint, ImGui::GetItemRectMin(), text_extent(hint), ImGui::GetItemRectSize().x - ImGui::GetStyle().FramePadding.x);
  return changed;
}

bool fold_within(const char* id, std::string_view words, float width) {
  // The library's line is one line high: room for more is given to it as padding, and the words are written over it.
  const ImVec2 pad = ImGui::GetStyle().FramePadding;
  const float text_left = ImGui::GetFontSize() + 2.0F * pad.x, line_height = ImGui::GetTextLineHeight();
  const float wrap = std::max(width - text_left, 1.0F);
  const ImVec2 extent = text_extent(words, wrap), at = ImGui::GetCursorScreenPos();
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {pad.x, pad.y + (std::max(extent.y, line_height) - line_height) * 0.5F});
  const bool open = ImGui::TreeNodeEx((std::string("##") + id).c_str(), ImGuiTreeNodeFlags_NoTreePushOnOpen | ImGuiTreeNodeFlags_FramePadding |
                                                                            ImGuiTreeNodeFlags_SpanAvailWidth | ImGuiTreeNodeFlags_AllowItemOverlap);
  ImGui::PopStyleVar();
  write_at({at.x + text_left, at.y + pad.y}, ImGui::GetStyle().Colors[ImGuiCol_Text], words, wrap, wrap);
  return open;
}

bool fold(const char* id, std::string_view words) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ImGui::GetStyle().FramePadding.x, 0.0F});
  const bool open = fold_within(id, words, ImGui::GetContentRegionAvail().x);
  ImGui::PopStyleVar();
  return open;
}

}  // namespace dorsum::ui
