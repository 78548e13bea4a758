// The flat body map. The mouse goes by the cells of the map; the keyboard by a small invisible button in the middle of
// each region, so that the arrows go from region to region and Space chooses.

#include <algorithm>
#include <cmath>
#include <string>

#include "panel_parts.h"
#include "widgets.h"

namespace dorsum::ui {
namespace {

struct Drawn {
  const picture::BodyMap& map;
  const picture::MapFace& face;
  ImVec2 corner;
  float scale;  ///< points for each cell

  [[nodiscard]] ImVec2 at(float x, float y) const { return {corner.x + x * scale, corner.y + y * scale}; }
  /// The region under a point, or none.
  [[nodiscard]] const picture::BodyMap::Place* under(ImVec2 point) const {
    const auto x = static_cast<int>(std::floor((point.x - corner.x) / scale)), y = static_cast<int>(std::floor((point.y - corner.y) / scale));
    const std::int16_t place = face.at(x, y);
    return place < 0 ? nullptr : &map.places[static_cast<std::size_t>(place)];
  }
};

/// Runs of like cells, row by row, and the borders over them.
void draw(const Frame& frame, const Drawn& drawn, const std::string& hovered) {
  const Palette& c = frame.colours;
  ImDrawList* list = ImGui::GetWindowDrawList();
  std::vector<ImU32> colours;
  for (const auto& place : drawn.map.places) {
    const bool chosen = is_chosen(frame.state(), place.region), under = place.region == hovered;
    colours.push_back(chosen ? packed(c.pain) : under ? packed(c.accent_soft) : packed(c.raised));
  }
  const picture::MapFace& face = drawn.face;
  for (int y = 0; y < face.height; ++y) {
    for (int x = 0; x < face.width;) {
      const std::int16_t place = face.at(x, y);
      int end = x + 1;
      while (end < face.width && face.at(end, y) == place) ++end;
      if (place != picture::MapFace::nothing) {
        const ImU32 colour = place < 0 ? packed(c.hover) : colours[static_cast<std::size_t>(place)];
        list->AddRectFilled(drawn.at(static_cast<float>(x), static_cast<float>(y)), drawn.at(static_cast<float>(end), static_cast<float>(y + 1)), colour);
      }
      x = end;
    }
  }
  const ImU32 line = packed(faded(c.quiet, 0.7F));
  for (std::size_t i = 0; i + 1 < face.borders.size(); i += 2)
    list->AddLine(drawn.at(face.borders[i].x, face.borders[i].y), drawn.at(face.borders[i + 1].x, face.borders[i + 1].y), line);
  // Chosen regions carry a cross, too: colour alone tells nothing.
  for (const auto& place : drawn.map.places) {
    const glm::vec2 cell = &face == &drawn.map.back ? place.back : place.front;
    if (cell.x < 0.0F || !is_chosen(frame.state(), place.region)) continue;
    const ImVec2 middle = drawn.at(cell.x, cell.y);
    const float arm = 3.0F * unit();
    for (const float way : {-1.0F, 1.0F})
      list->AddLine({middle.x - arm, middle.y - way * arm}, {middle.x + arm, middle.y + way * arm}, packed(c.panel), 2.0F * unit());
  }
}

/// A button in each region's middle; gives the region that the keyboard is on.
const picture::BodyMap::Place* key_stops(Frame& frame, const Drawn& drawn) {
  const picture::BodyMap::Place* focused = nullptr;
  const float side = 8.0F * unit();
  const bool back = &drawn.face == &drawn.map.back;
  for (const auto& place : drawn.map.places) {
    const glm::vec2 cell = back ? place.back : place.front;
    if (cell.x < 0.0F) continue;
    const ImVec2 middle = drawn.at(cell.x, cell.y);
    ImGui::SetCursorScreenPos({middle.x - side * 0.5F, middle.y - side * 0.5F});
    ImGui::PushID(place.region.c_str());
    if (ImGui::InvisibleButton("##stop", {side, side})) toggle_region(frame, place.region);
    ImGui::PopID();
    frame.place((back ? "map-back:" : "map-front:") + place.region);
    if (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible) focused = &place;
  }
  return focused;
}

void draw_face(Frame& frame, const picture::BodyMap& map, const picture::MapFace& face, ImVec2 corner, float scale) {
  const Drawn drawn{map, face, corner, scale};
  const bool back = &face == &map.back;
  ImGui::PushID(back ? "back" : "front");
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool over = ImGui::IsWindowHovered() && mouse.x >= corner.x && mouse.y >= corner.y &&
                    mouse.x < corner.x + static_cast<float>(face.width) * scale && mouse.y < corner.y + static_cast<float>(face.height) * scale;
  const picture::BodyMap::Place* hovered = over ? drawn.under(mouse) : nullptr;
  draw(frame, drawn, hovered != nullptr ? hovered->region : std::string());
  const std::size_t before = frame.out.commands.size();
  const picture::BodyMap::Place* focused = key_stops(frame, drawn);
  // Where no button took the click, the cell under it does.
  const bool on_button = frame.out.commands.size() > before || ImGui::IsAnyItemHovered();
  if (hovered != nullptr && !on_button && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) toggle_region(frame, hovered->region);
  if (focused != nullptr) hovered = focused;
  if (hovered != nullptr) {
    ImGui::BeginTooltip();
    line(words_of_region(frame, hovered->region));
    ImGui::EndTooltip();
  }
  ImGui::PopID();
}

}  // namespace

void body_map_panel(Frame& frame, float width) {
  if (!frame.model.body_map) frame.model.body_map = std::make_shared<const picture::BodyMap>(picture::body_map(frame.body()));
  const picture::BodyMap& map = *frame.model.body_map;
  if (map.places.empty()) {
    quiet_paragraph(frame.colours, frame.say("No surface region is defined for this atlas."));
    return;
  }
  const float gap = 10.0F * unit(), each = (width - gap) / 2.0F;
  const float scale = each / static_cast<float>(std::max({1, map.front.width, map.back.width}));
  const float height = static_cast<float>(std::max(map.front.height, map.back.height)) * scale;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  draw_face(frame, map, map.back, corner, scale);
  draw_face(frame, map, map.front, {corner.x + each + gap, corner.y}, scale);
  ImGui::SetCursorScreenPos({corner.x, corner.y + height + 2.0F * unit()});
  const FaceScope face(Face::small);
  float lowest = 0.0F;
  const auto caption = [&](const char* words, float middle) {
    const ImVec2 extent = text_extent(words, each);
    write_at({middle - extent.x * 0.5F, corner.y + height + 2.0F * unit()}, frame.colours.quiet, words, each, each);
    lowest = std::max(lowest, extent.y);
  };
  caption(frame.say("from behind"), corner.x + each * 0.5F);
  caption(frame.say("from the front"), corner.x + each * 1.5F + gap);
  ImGui::Dummy({width, lowest});
}

}  // namespace dorsum::ui
