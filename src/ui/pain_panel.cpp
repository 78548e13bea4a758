// Where it hurts: the brush, the map and the list of regions; below them warning signs first, then what could send it.

#include <fmt/format.h>

#include <algorithm>

#include "dorsum/sentences/pain.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

/// One warning sign in a box of its own ground.
void sign_box(Frame& frame, const body::FittingSign& fitting) {
  const atlas::WarningSign& sign = frame.body().content().safety.signs[fitting.sign];
  const Palette& c = frame.colours;
  const float pad = 10.0F * unit(), icon = 22.0F * unit(), width = ImGui::GetContentRegionAvail().x;
  const float wrap = width - 2.0F * pad;
  const std::string title = frame.of_atlas(sign.title), told = frame.of_atlas(sign.words);
  const std::string head = sign.emergency ? frame.words.say_filled("Emergency: {}", title) : frame.words.say_filled("See a doctor: {}", title);
  const std::string because = frame.words.say_filled("Shown because {}.", sentences::because(frame.words, frame.body(), fitting));
  const auto height_of = [](Face face_name, const std::string& words, float room) {
    const FaceScope face(face_name);
    return text_extent(words, room).y;
  };
  const float head_height = height_of(Face::semibold, head, wrap - icon);
  const float words_height = height_of(Face::regular, told, wrap), because_height = height_of(Face::small, because, wrap);
  const float gap = 5.0F * unit();
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const ImVec2 high{low.x + width, low.y + 2.0F * pad + head_height + words_height + because_height + 2.0F * gap};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(low, high, packed(c.warn_soft), 8.0F * unit());
  list->AddRect(low, high, packed(c.warn), 8.0F * unit());
  draw_icon(*list, Icon::warning, {low.x + pad + 7.0F * unit(), low.y + pad + 8.0F * unit()}, 15.0F * unit(), packed(c.warn));
  float y = low.y + pad;
  const auto write = [&](Face face_name, const std::string& words, float indent, float height, const ImVec4& ink) {
    const FaceScope face(face_name);
    write_at({low.x + pad + indent, y}, ink, words, wrap - indent, wrap - indent);
    y += height + gap;
  };
  write(Face::semibold, head, icon, head_height, c.text);
  write(Face::regular, told, 0.0F, words_height, c.text);
  write(Face::small, because, 0.0F, because_height, c.quiet);
  ImGui::Dummy({width, high.y - low.y});
  frame.place("sign:" + sign.id);
}

/// The most urgent sign in full, the others folded under one line; the whole note one click away.
void warning_signs(Frame& frame) {
  const auto& signs = frame.answers.explanation->signs;
  if (signs.empty()) return;
  sign_box(frame, signs.front());
  if (signs.size() > 1 && fold("more-signs", frame.words.say_counted("{} more to think of first", "{} more to think of first", signs.size() - 1, signs.size() - 1))) {
    for (std::size_t i = 1; i < signs.size(); ++i) sign_box(frame, signs[i]);
  }
  if (button("all-signs", frame.say("All warning signs"), ImGui::GetContentRegionAvail().x)) frame.run("dialog", {"safety"});
  frame.place("button:all-signs");
  ImGui::Dummy({0.0F, 4.0F * unit()});
}

void brush_size(Frame& frame) {
  float radius = frame.state().brush.radius;
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  if (slider("size", radius, state::least_hand_brush, state::most_hand_brush, frame.say("Size %.0f mm")))
    frame.run("brush", {"size", std::round(radius)});
  frame.place("brush:size");
  tooltip(frame.say("Radius of the brush; with the brush in hand, the wheel over the body does the same"));
}

void brush_row(Frame& frame) {
  heading(frame.colours, frame.say("Paint it on the body"));
  const state::Brush& brush = frame.state().brush;
  const float gap = 6.0F * unit(), width = (ImGui::GetContentRegionAvail().x - 2.0F * gap) / 3.0F;
  const auto take = [&](bool erase) {
    // The brush needs skin to paint on.
    if (!brush.on && (frame.state().depth.left > 0.0F || frame.state().depth.right > 0.0F)) frame.run("depth", {0.0F});
    frame.run("brush", {brush.on && brush.erase == erase ? "off" : "on"});
    if (brush.erase != erase) frame.run("brush", {erase ? "erase" : "paint"});
  };
  const char *const paint = frame.say("Paint"), *const erase = frame.say("Erase"), *const clear = frame.say("Clear");
  const float height = button_height({paint, erase, clear}, width);
  if (choice_button(frame.colours, "paint", paint, brush.on && !brush.erase, width, height)) take(false);
  frame.place("brush:paint");
  tooltip(frame.with_keys(frame.say("Drag over the skin where it hurts; drag beside the body to turn it"), {chord_of("brush on|off")}));
  ImGui::SameLine(0.0F, gap);
  if (choice_button(frame.colours, "erase", erase, brush.on && brush.erase, width, height)) take(true);
  frame.place("brush:erase");
  tooltip(frame.with_keys(frame.say("Drag over paint to take it away"), {chord_of("brush paint|erase")}));
  ImGui::SameLine(0.0F, gap);
  ImGui::BeginDisabled(frame.state().pain->empty());
  if (button("clear", clear, width, height)) frame.run("pain", {"clear"});
  ImGui::EndDisabled();
  frame.place("pain:clear");
  if (!brush.on) return;
  brush_size(frame);
  if (toggle(frame.colours, "mirror", brush.mirror, frame.say("On both sides alike"))) frame.run("brush", {brush.mirror ? "one-side" : "mirror"});
  frame.place("brush:mirror");
  tooltip(frame.with_keys(frame.say("Each stroke is laid on the other side of the body, too"), {chord_of("brush one-side|mirror")}));
}

}  // namespace

bool is_chosen(const state::State& state, std::string_view region) {
  return std::any_of(state.pain->begin(), state.pain->end(), [&](const state::PainStroke& stroke) {
    return !stroke.region.empty() && with_side(stroke.region, stroke.side) == region;
  });
}

void toggle_region(Frame& frame, const std::string& region) {
  frame.run("pain", {is_chosen(frame.state(), region) ? "remove" : "add", region});
}

std::string words_of_region(const Frame& frame, std::string_view region) { return sentences::region_name(frame.words, frame.body(), region); }

void pain_panel(Frame& frame) {
  if (!frame.body().skin()) {
    quiet_paragraph(frame.colours, frame.say("This atlas has no skin: pain can't be shown on it."));
    return;
  }
  // What is shown stays above, what follows from it below, each scrolling by itself: the map must not move under the
  // hand while the ranking grows.
  const bool answered = frame.answers.explanation != nullptr;
  const float room = ImGui::GetContentRegionAvail().y;
  ImGui::BeginChild("show", {0.0F, answered ? room * 0.56F : 0.0F}, false, ImGuiWindowFlags_NavFlattened);
  brush_row(frame);
  ImGui::Dummy({0.0F, 2.0F * unit()});
  heading(frame.colours, frame.say("Or choose on the map"));
  body_map_panel(frame, ImGui::GetContentRegionAvail().x);
  if (fold("regions", frame.say("Regions by name"))) region_list(frame);
  if (!answered)
    quiet_paragraph(frame.colours, frame.say("Show where it hurts: the trigger points that are known to send pain there will be listed here."));
  ImGui::EndChild();
  if (!answered) return;
  ImGui::Separator();
  ImGui::BeginChild("answer", {0.0F, 0.0F}, false, ImGuiWindowFlags_NavFlattened);
  warning_signs(frame);
  ranking_panel(frame);
  beneath_panel(frame);
  ImGui::EndChild();
}

}  // namespace dorsum::ui
