#include "teeth.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>

#include "catmull_rom.h"

namespace dorsum::sculpt {

Solid teeth(const DentalArch& arch) {
  constexpr float seat = 3.0F;   // mm of the root that goes into the jaw
  constexpr float edge = 1.3F;   // mm, rounding
  constexpr float snug = 0.97F;  // of the room along the arch that a tooth takes: a furrow stays between neighbours
  const std::size_t spans = arch.necks.size() - 1;
  const auto neck = [&](float t) {  // 0 at the midline, 1 behind the last molar
    const float x = std::clamp(t, 0.0F, 1.0F) * static_cast<float>(spans);
    const auto span = std::min(static_cast<std::size_t>(x), spans - 1);
    return catmull_rom(arch.necks.size(), span, x - static_cast<float>(span),
                       [&](std::size_t k) { return arch.necks[k]; });
  };
  const auto count = static_cast<float>(arch.count);
  const float up = arch.crown < 0.0F ? -1.0F : 1.0F;
  std::vector<Part> row;
  for (std::size_t i = 0; i < arch.count; ++i) {
    const auto k = static_cast<float>(i);
    const glm::vec3 from = neck(k / count), to = neck((k + 1.0F) / count);
    const glm::vec3 along = glm::normalize(to - from);
    const glm::vec3 inward = glm::normalize(glm::cross(along, glm::vec3(0.0F, 0.0F, 1.0F)));
    const float back = arch.count > 1 ? k / (count - 1.0F) : 0.0F;
    const float half_height = 0.5F * (std::abs(arch.crown) * (1.0F - 0.5F * back) + seat);
    const glm::vec3 half_axes(0.5F * snug * glm::distance(from, to), 0.5F * arch.thickness * (1.0F + 0.5F * back),
                              half_height);
    const glm::vec3 centre = 0.5F * (from + to) + glm::vec3(0.0F, 0.0F, up * (half_height - seat));
    const float round = std::min(edge, 0.8F * std::min({half_axes.x, half_axes.y, half_axes.z}));
    row.push_back({box(centre, half_axes, glm::mat3(along, inward, glm::cross(along, inward)), round), 0.4F, false});
  }
  return joined(std::move(row));
}

}  // namespace dorsum::sculpt
