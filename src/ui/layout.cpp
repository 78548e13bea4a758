#include "layout.h"

#include <algorithm>

namespace dorsum::ui {
namespace {

// In units of layout.
constexpr float column_width = 330.0F, widest_column = 420.0F;
constexpr float rail_with_names = 136.0F, rail_with_numbers = 52.0F, second_slider = 30.0F;
constexpr float picture_beside_names = 520.0F;  ///< less of it, and the names give it their room

// Parts of the window.
constexpr float wished_column = 0.26F, most_column = 0.42F, most_foot = 0.25F;

}  // namespace

Layout layout_of(const Room& room) {
  const float u = room.unit;
  const float foot = std::min(room.foot, most_foot * room.height), height = std::max(1.0F, room.height - foot);
  float column = 0.0F, rail = 0.0F;
  bool names = true;
  if (room.panels) {
    column = std::min(std::clamp(wished_column * room.width, column_width * u, widest_column * u), most_column * room.width);
    const float more = room.sides_apart ? second_slider * u : 0.0F;
    names = room.width - column - rail_with_names * u - more >= picture_beside_names * u;
    rail = (names ? rail_with_names : rail_with_numbers) * u + more;
  }
  const float left = column + rail;
  return {.column = {0.0F, 0.0F, column, height},
          .rail = {column, 0.0F, rail, height},
          .foot = {0.0F, height, room.width, foot},
          .picture = {left, 0.0F, std::max(1.0F, room.width - left), height},
          .rail_has_names = names};
}

}  // namespace dorsum::ui
