// What lies over the picture and across the foot of the window.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "dorsum/sentences/structures.h"
#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

constexpr ImGuiWindowFlags floating = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing;

// The strip across the foot: sign, words, button; in units of layout.
constexpr float strip_edge = 16.0F, strip_icon = 26.0F, strip_gap = 16.0F, strip_button = 150.0F, strip_pad = 9.0F;
float strip_words_width(float width) {
  return std::max(100.0F, width - (2.0F * strip_edge + strip_icon + strip_gap + strip_button) * unit());
}

void begin_floating(Frame& frame, const char* name, ImVec2 at, ImVec2 pivot, ImGuiWindowFlags more = 0) {
  ImGui::SetNextWindowPos(at, ImGuiCond_Always, pivot);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 10.0F * unit());
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {12.0F * unit(), 9.0F * unit()});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, frame.colours.raised);
  ImGui::Begin(name, nullptr, floating | more);
}
void end_floating() {
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(3);
}

const char* words_of_room(const Frame& frame, const picture::CutRoom& room) {
  if (!room.hollow) return frame.say("Fat and connective tissue");
  switch (*room.hollow) {
    case body::Hollow::skull: return frame.say("Inside of the skull");
    case body::Hollow::spinal_canal: return frame.say("Spinal canal");
    case body::Hollow::chest: return frame.say("Chest cavity");
    case body::Hollow::belly: return frame.say("Belly");
    case body::Hollow::pelvis: break;
  }
  return frame.say("Pelvis");
}

/// The structure or the trigger point under the pointer, named beside it.
void hover_tooltip(Frame& frame) {
  const PanelModel& model = frame.model;
  if (frame.state().brush.on || ImGui::GetIO().WantCaptureMouse || ImGui::GetIO().NavVisible || ImGui::IsAnyMouseDown()) return;
  std::string name, more;
  if (const body::PlacedTrigger* placed = frame.body().trigger(model.hovered_marker); placed != nullptr) {
    const atlas::TriggerPoint& point = frame.body().content().trigger_points[placed->point];
    const atlas::MuscleFacts* muscle = frame.body().content().muscle(point.muscle);
    name = numbered_name(frame, point);
    const std::string where = muscle != nullptr ? frame.of_atlas(muscle->name) : point.muscle;
    const auto at = fmt::arg("muscle", where);
    const char* const side = sentences::side_word(frame.words, placed->side);
    const auto on = fmt::arg("side", side);
    more = frame.state().triggers->contains(placed->id) ? frame.words.say_filled("{muscle}, {side}. Click to switch it off", at, on)
                                                        : frame.words.say_filled("{muscle}, {side}. Click to see where it is felt", at, on);
  } else if (model.hovered_room) {
    name = words_of_room(frame, *model.hovered_room);
  } else if (model.hovered && *model.hovered < frame.atlas().structures.size()) {
    const atlas::Structure& structure = frame.atlas().structures[*model.hovered];
    name = frame.of_atlas(structure.name);
    if (structure.side() != Side::midline) more = sentences::side_word(frame.words, structure.side());
    if (frame.state().names != state::Names::plain && !structure.latin.empty()) more += (more.empty() ? "" : "  ·  ") + structure.latin;
  } else {
    return;
  }
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {10.0F * unit(), 7.0F * unit()});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 8.0F * unit());
  ImGui::BeginTooltip();
  {
    const FaceScope face(Face::semibold);
    line(name);
  }
  if (!more.empty()) {
    const FaceScope face(Face::small);
    ImGui::PushStyleColor(ImGuiCol_Text, frame.colours.quiet);
    line(more);
    ImGui::PopStyleColor();
  }
  ImGui::EndTooltip();
  ImGui::PopStyleVar(2);
}

/// The `camera` command's arguments to look straight at a zone, though never from so high or low that the
/// body's upright is lost. The distance stays; the height follows the zone where it would lie outside.
state::Arguments camera_towards(const state::Camera& camera, const body::Zone& zone) {
  constexpr float degrees = 180.0F / std::numbers::pi_v<float>;
  const float azimuth = std::atan2(zone.facing.x, zone.facing.y) * degrees;
  const float elevation = std::clamp(std::asin(std::clamp(zone.facing.z, -1.0F, 1.0F)) * degrees, -30.0F, 50.0F);
  const float half_height = camera.distance * std::tan(camera.field_of_view * 0.5F / degrees);
  const bool outside = std::abs(zone.centre.rest.z - camera.target.z) > 0.7F * half_height;
  return {azimuth, elevation, glm::vec3(camera.target.x, camera.target.y, outside ? zone.centre.rest.z : camera.target.z), camera.distance};
}

/// Offers to turn to a zone that is lit on the far side of the body.
void turn_button(Frame& frame, Rectangle picture) {
  const auto& behind = frame.answers.zones_behind;
  const auto& zones = frame.body().zones();
  if (behind.empty() || !frame.state().zones) return;
  const std::uint32_t index = behind[frame.model.next_zone % behind.size()];
  if (index >= zones.size()) return;
  const body::Zone& zone = zones[index];

  begin_floating(frame, "##turn", {picture.left + picture.width * 0.5F, picture.top + picture.height - 14.0F * unit()}, {0.5F, 1.0F});
  {
    const FaceScope face(Face::small);
    ImGui::PushStyleColor(ImGuiCol_Text, frame.colours.quiet);
    ImGui::PushTextWrapPos(picture.width - 60.0F * unit());
    line(frame.words.say_filled("Also felt on the far side: {}", words_of_region(frame, without_side(zone.region))));
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
  }
  const char* offer = frame.say("Turn to see where it is felt");
  const float room = picture.width - 48.0F * unit();
  if (text_extent(offer).x + 20.0F * unit() > room) offer = frame.say("Turn to see");
  const float wanted = std::max({ImGui::GetItemRectSize().x, 220.0F * unit(), text_extent(offer).x + 20.0F * unit()});
  if (button("turn", offer, std::min(wanted, room))) {
    frame.run("camera", camera_towards(frame.state().camera, zone));
    ++frame.model.next_zone;
  }
  frame.place("button:turn");
  end_floating();
}

/// The brush's rim on the skin: dark within light, so that it shows on every ground; dashed while it erases.
void brush_rim(const Frame& frame) {
  const auto& rim = frame.model.brush_rim;
  if (!frame.state().brush.on || rim.size() < 3 || ImGui::GetIO().WantCaptureMouse) return;
  ImDrawList* list = ImGui::GetForegroundDrawList();
  const std::size_t step = frame.state().brush.erase ? 2 : 1;
  for (const auto& [ink, thick] : {std::pair{IM_COL32(255, 255, 255, 200), 3.5F}, std::pair{IM_COL32(40, 20, 30, 255), 1.5F}}) {
    for (std::size_t i = 0; i < rim.size(); i += step) {
      const glm::vec2 a = rim[i], b = rim[(i + 1) % rim.size()];
      list->AddLine({a.x, a.y}, {b.x, b.y}, ink, thick * unit());
    }
  }
}

/// The hands of massage strokes, moving over the picture: dark within light, as the brush's rim.
void moving_hands(const Frame& frame, Rectangle picture) {
  if (frame.model.hands.empty()) return;
  ImDrawList* list = ImGui::GetBackgroundDrawList();
  list->PushClipRect({picture.left, picture.top}, {picture.left + picture.width, picture.top + picture.height});
  for (const std::vector<glm::vec2>& hand : frame.model.hands) {
    for (const auto& [ink, thick] : {std::pair{IM_COL32(255, 255, 255, 210), 4.5F}, std::pair{IM_COL32(10, 40, 40, 255), 2.2F}}) {
      for (std::size_t i = 0; i < hand.size(); ++i) {
        const glm::vec2 a = hand[i], b = hand[(i + 1) % hand.size()];
        list->AddLine({a.x, a.y}, {b.x, b.y}, ink, thick * unit());
      }
    }
  }
  list->PopClipRect();
}

/// Two points side by side: the name over each, and the way out.
void comparison(Frame& frame, Rectangle picture) {
  const auto& compared = frame.state().compared;
  if (!compared) return;
  const float half = picture.width * 0.5F;
  for (const bool second : {false, true}) {
    const body::PlacedTrigger* placed = frame.body().trigger(second ? compared->second : compared->first);
    if (placed == nullptr) continue;
    const float middle = picture.left + half * (second ? 1.5F : 0.5F);
    begin_floating(frame, second ? "##second" : "##first", {middle, picture.top + 14.0F * unit()}, {0.5F, 0.0F});
    {
      const FaceScope face(Face::semibold);
      ImGui::PushTextWrapPos(std::max(half - 90.0F * unit(), 60.0F * unit()));
      line(name_of(frame, *placed));
      ImGui::PopTextWrapPos();
    }
    if (second) {
      ImGui::SameLine();
      if (icon_button(frame.colours, Icon::close, "end", frame.say("One picture again"), true, false)) frame.run("compare", {"off"});
      frame.place("button:compare-off");
    }
    end_floating();
  }
  ImGui::GetBackgroundDrawList()->AddLine({picture.left + half, picture.top}, {picture.left + half, picture.top + picture.height}, packed(frame.colours.line));
}

/// What a teacher or a script says of the view: in the lower left corner, clear of the button that turns.
void note(Frame& frame, Rectangle picture) {
  if (frame.state().note.empty()) return;
  const float edge = 14.0F * unit(), wide = std::clamp(picture.width * 0.5F - 150.0F * unit(), 120.0F * unit(), 340.0F * unit());
  begin_floating(frame, "##note", {picture.left + edge, picture.top + picture.height - edge}, {0.0F, 1.0F}, ImGuiWindowFlags_NoInputs);
  ImGui::PushTextWrapPos(wide);
  ImGui::TextUnformatted(frame.state().note.c_str());
  ImGui::PopTextWrapPos();
  const ImVec2 low = ImGui::GetWindowPos(), extent = ImGui::GetWindowSize();
  frame.out.places.push_back({"note", {low.x, low.y, extent.x, extent.y}});
  end_floating();
}

/// What went wrong, or was done, until dismissed.
void message(Frame& frame, Rectangle picture) {
  if (frame.model.message.empty()) return;
  begin_floating(frame, "##message", {picture.left + picture.width * 0.5F, picture.top + 14.0F * unit()}, {0.5F, 0.0F});
  const float wide = std::min(picture.width - 110.0F * unit(), 460.0F * unit());
  ImGui::PushTextWrapPos(wide);
  line(frame.model.message);
  ImGui::PopTextWrapPos();
  ImGui::SameLine();
  if (icon_button(frame.colours, Icon::close, "dismiss", frame.say("Dismiss"), true, false)) frame.model.message.clear();
  frame.place("button:dismiss");
  end_floating();
}

}  // namespace

void picture_overlay(Frame& frame, Rectangle picture) {
  turn_button(frame, picture);
  brush_rim(frame);
  moving_hands(frame, picture);
  comparison(frame, picture);
  note(frame, picture);
  message(frame, picture);
  compass(frame, picture);
  hover_tooltip(frame);
}

float safety_strip_height(std::string_view words, float width) {
  const FaceScope face(Face::small);
  const ImVec2 extent = text_extent(words, strip_words_width(width));
  return std::max(extent.y + 2.0F * strip_pad * unit(), 44.0F * unit());
}

void safety_strip(Frame& frame, Rectangle where) {
  ImGui::SetNextWindowPos({where.left, where.top});
  ImGui::SetNextWindowSize({where.width, where.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {strip_edge * unit(), 7.0F * unit()});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, frame.colours.warn_soft);
  ImGui::Begin("##safety", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                        ImGuiWindowFlags_NoBringToFrontOnFocus);
  const float wide = strip_button * unit(), icon = strip_icon * unit();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float inner = where.height - 14.0F * unit();
  ImGui::GetWindowDrawList()->PushClipRectFullScreen();
  ImGui::GetWindowDrawList()->AddLine({where.left, where.top + 0.5F}, {where.left + where.width, where.top + 0.5F}, packed(frame.colours.line));
  ImGui::GetWindowDrawList()->PopClipRect();
  draw_icon(*ImGui::GetWindowDrawList(), Icon::warning, {corner.x + 8.0F * unit(), corner.y + inner * 0.5F}, 16.0F * unit(),
            packed(frame.colours.warn));
  {
    const FaceScope face(Face::small);
    const std::string words = frame.of_atlas(frame.body().content().safety.short_form);
    const float wrap = strip_words_width(where.width);
    const ImVec2 extent = text_extent(words, wrap);
    write_at({corner.x + icon, corner.y + std::max(0.0F, (inner - extent.y) * 0.5F)}, frame.colours.text, words, wrap, wrap);
  }
  const char* const offer = frame.say("Warning signs");
  const float height = std::max(30.0F * unit(), button_height(offer, wide));
  ImGui::SetCursorScreenPos({corner.x + where.width - 32.0F * unit() - wide, corner.y + (inner - height) * 0.5F});
  if (button("safety", offer, wide, height)) frame.run("dialog", {"safety"});
  frame.place("button:safety");
  tooltip(frame.with_keys(frame.say("When to ask a doctor, and where not to press"), {chord_of("dialog safety")}));
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
}

}  // namespace dorsum::ui
