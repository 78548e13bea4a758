#include <imgui.h>

#include <algorithm>
#include <array>

#include "dorsum/ui/panels.h"
#include "palette.h"

namespace dorsum::ui {
namespace {

constexpr float text_pixels = 15.0F;

ImVec4 rgb(unsigned int hex, float alpha = 1.0F) {
  return {static_cast<float>((hex >> 16U) & 255U) / 255.0F, static_cast<float>((hex >> 8U) & 255U) / 255.0F,
          static_cast<float>(hex & 255U) / 255.0F, alpha};
}

// Warm paper and a deep teal, the complement of the flesh in the picture, so that the panels stay quiet beside it.
Palette light() {
  return {
    .panel = rgb(0xFAF8F5), .raised = rgb(0xFFFFFF), .hover = rgb(0xEFEBE4), .press = rgb(0xE4DED4),
    .line = rgb(0xDDD7CD), .text = rgb(0x23262B), .quiet = rgb(0x62666D), .accent = rgb(0x176B7D),
    .on_accent = rgb(0xFFFFFF), .accent_soft = rgb(0xDCEBED), .pain = rgb(0xB3261E), .warn = rgb(0x8A4B00),
    .warn_soft = rgb(0xFBEBD3)};
}
Palette dark() {
  return {
    .panel = rgb(0x1C1E22), .raised = rgb(0x26292E), .hover = rgb(0x31353B), .press = rgb(0x3B4047),
    .line = rgb(0x373B41), .text = rgb(0xEAE7E2), .quiet = rgb(0xA3A7AD), .accent = rgb(0x6CC3D5),
    .on_accent = rgb(0x0E2227), .accent_soft = rgb(0x23404A), .pain = rgb(0xFF8A7A), .warn = rgb(0xF2BE78),
    .warn_soft = rgb(0x41321C)};
}

}  // namespace

Palette palette_of(state::Theme theme) { return theme == state::Theme::light ? light() : dark(); }

FaceScope::FaceScope(Face face) {
  const auto& fonts = ImGui::GetIO().Fonts->Fonts;
  const int wanted = static_cast<int>(face);
  ImGui::PushFont(fonts.empty() ? nullptr : fonts[std::min(wanted, fonts.Size - 1)]);
}

float unit() {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.Fonts->Fonts.empty()) return 1.0F;
  return io.Fonts->Fonts[0]->FontSize * io.FontGlobalScale / text_pixels;
}

void load_fonts(const FontFiles& files, float scale, float pixels_per_point) {
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  // Latin and its accents, dashes, quotation marks and bullets.
  static constexpr std::array<ImWchar, 7> letters{0x20, 0x17F, 0x2010, 0x2027, 0x2190, 0x2193, 0};
  struct Wanted {
    const std::string* file;
    float pixels;
  };
  const std::array<Wanted, 5> faces{{{&files.regular, text_pixels},
                                     {&files.semibold, text_pixels},
                                     {&files.semibold, 21.0F},
                                     {&files.regular, 13.0F},
                                     {&files.italic, text_pixels}}};
  ImFontConfig config;
  config.OversampleH = 2;
  config.PixelSnapH = true;
  for (const Wanted& face : faces) {
    const float pixels = std::max(8.0F, face.pixels * scale * pixels_per_point);
    ImFont* font = nullptr;
    if (!face.file->empty()) font = io.Fonts->AddFontFromFileTTF(face.file->c_str(), pixels, &config, letters.data());
    if (font == nullptr) {
      ImFontConfig plain;
      plain.SizePixels = pixels;
      io.Fonts->AddFontDefault(&plain);
    }
  }
  io.FontGlobalScale = 1.0F / pixels_per_point;
}

void apply_style(state::Theme theme, float scale) {
  const Palette p = palette_of(theme);
  ImGuiStyle style;
  style.WindowPadding = {16, 14};
  style.FramePadding = {10, 6};
  style.ItemSpacing = {8, 7};
  style.ItemInnerSpacing = {7, 5};
  style.ScrollbarSize = 11;
  style.GrabMinSize = 14;
  style.IndentSpacing = 16;
  style.WindowRounding = 0;
  style.ChildRounding = 8;
  style.FrameRounding = 7;
  style.PopupRounding = 10;
  style.ScrollbarRounding = 8;
  style.GrabRounding = 7;
  style.WindowBorderSize = 0;
  style.FrameBorderSize = 1;
  style.PopupBorderSize = 1;
  style.ScaleAllSizes(scale);
  style.WindowBorderSize = 0;
  style.FrameBorderSize = 1;

  const std::array<std::pair<ImGuiCol, ImVec4>, 32> colours{{
      {ImGuiCol_Text, p.text},
      {ImGuiCol_TextDisabled, p.quiet},
      {ImGuiCol_WindowBg, p.panel},
      {ImGuiCol_ChildBg, ImVec4{0, 0, 0, 0}},
      {ImGuiCol_PopupBg, p.raised},
      {ImGuiCol_Border, p.line},
      {ImGuiCol_BorderShadow, ImVec4{0, 0, 0, 0}},
      {ImGuiCol_FrameBg, p.raised},
      {ImGuiCol_FrameBgHovered, p.hover},
      {ImGuiCol_FrameBgActive, p.press},
      {ImGuiCol_ScrollbarBg, ImVec4{0, 0, 0, 0}},
      {ImGuiCol_ScrollbarGrab, p.press},
      {ImGuiCol_ScrollbarGrabHovered, p.line},
      {ImGuiCol_ScrollbarGrabActive, p.quiet},
      {ImGuiCol_CheckMark, p.accent},
      {ImGuiCol_SliderGrab, p.accent},
      {ImGuiCol_SliderGrabActive, p.accent},
      {ImGuiCol_Button, p.raised},
      {ImGuiCol_ButtonHovered, p.hover},
      {ImGuiCol_ButtonActive, p.press},
      {ImGuiCol_Header, p.accent_soft},
      {ImGuiCol_HeaderHovered, p.hover},
      {ImGuiCol_HeaderActive, p.press},
      {ImGuiCol_Separator, p.line},
      {ImGuiCol_SeparatorHovered, p.accent},
      {ImGuiCol_SeparatorActive, p.accent},
      {ImGuiCol_ResizeGrip, ImVec4{0, 0, 0, 0}},
      {ImGuiCol_PlotHistogram, p.accent},
      {ImGuiCol_TextSelectedBg, p.accent_soft},
      {ImGuiCol_NavHighlight, p.accent},
      {ImGuiCol_ModalWindowDimBg, ImVec4{0, 0, 0, 0.35F}},
      {ImGuiCol_NavWindowingHighlight, p.accent},
  }};
  for (const auto& [index, colour] : colours) style.Colors[index] = colour;
  ImGui::GetStyle() = style;
}

}  // namespace dorsum::ui
