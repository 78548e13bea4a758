#include "moved_figures.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

namespace dorsum::sculpt {
namespace {

constexpr std::array<std::string_view, 6> fields_of_points{"middle_surface", "belly", "plate", "slips", "ends", "pairs"};

bool is_point(const Json& value) {
  return value.is_array() && value.size() >= 3 && std::all_of(value.begin(), value.end(), [](const Json& v) { return v.is_number(); });
}

void move_points(Json& value, const geometry::SpaceWarp& warp) {
  if (is_point(value)) {
    const glm::vec3 moved = warp({value[0].get<float>(), value[1].get<float>(), value[2].get<float>()});
    for (int axis = 0; axis < 3; ++axis) value[static_cast<std::size_t>(axis)] = moved[axis];
  } else if (value.is_object()) {
    for (auto& [name, inner] : value.items()) {
      if (name != "half_widths") move_points(inner, warp);  // three numbers, and yet no point
    }
  } else if (value.is_array()) {
    for (Json& inner : value) move_points(inner, warp);
  }
}

void find_points(Json& figures, const geometry::SpaceWarp& warp) {
  if (figures.is_object()) {
    for (auto& [name, value] : figures.items()) {
      const bool points = std::find(fields_of_points.begin(), fields_of_points.end(), name) != fields_of_points.end();
      points ? move_points(value, warp) : find_points(value, warp);
    }
  } else if (figures.is_array()) {
    for (Json& inner : figures) find_points(inner, warp);
  }
}

}  // namespace

Json moved_figures(const Json& figures, const geometry::SpaceWarp& warp) {
  Json moved = figures;
  find_points(moved, warp);
  return moved;
}

}  // namespace dorsum::sculpt
