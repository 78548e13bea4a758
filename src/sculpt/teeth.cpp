#include "teeth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>

#include "catmull_rom.h"

namespace dorsum::sculpt {
namespace {

/// One kind of tooth. Breadths are shares of the arch's; heights and thicknesses of the arch's figures.
struct Kind {
  float breadth;    ///< along the arch
  float height;     ///< of the crown
  float thickness;  ///< from lip to tongue, at the neck
  float edge;       ///< the same at the biting edge, as a share of that at the neck
  int cusps;        ///< across the biting edge; 1 has a point, 0 a blade
};
constexpr Kind incisor{8.0F, 1.0F, 1.0F, 0.35F, 0};
constexpr Kind lateral_incisor{6.5F, 0.92F, 0.95F, 0.35F, 0};
constexpr Kind canine{7.5F, 1.1F, 1.15F, 0.4F, 1};
constexpr Kind premolar{7.0F, 0.8F, 1.4F, 0.8F, 2};
constexpr Kind molar{10.0F, 0.72F, 1.6F, 0.85F, 4};
/// From the midline back (Wheeler's table of crown breadths, rounded).
constexpr std::array<Kind, 8> row_of_teeth{incisor, lateral_incisor, canine, premolar, premolar, molar, molar, molar};

/// A crown on its neck, standing along `up`, with the root's upper end in the jaw.
Solid tooth(const Kind& kind, glm::vec3 neck, const glm::mat3& frame, float breadth, float height, float thickness) {
  constexpr float seat = 3.2F;   // mm of the root that goes into the jaw
  constexpr float round = 0.9F;  // mm
  const glm::vec3 along = frame[0], up = frame[2];
  const float at_neck = 0.5F * thickness, at_edge = std::max(at_neck * kind.edge, 0.9F);
  const float half = 0.5F * breadth;
  const float body = kind.cusps > 1 ? height - 1.2F : height - 0.9F;
  std::vector<Part> parts;
  parts.push_back({tube({{neck - seat * up, 0.55F * half, 0.6F * at_neck, 0.0F},
                         {neck + 0.1F * height * up, 0.82F * half, 0.92F * at_neck, 0.0F},
                         {neck + 0.6F * body * up, half, 0.5F * (at_neck + at_edge), 0.0F},
                         {neck + body * up, kind.cusps == 1 ? 0.6F * half : 0.97F * half, at_edge, 0.0F}},
                        along, Ends::flat, round),
                   0.0F, false});
  const glm::vec3 top = neck + body * up;
  const auto cusp = [&](float to_side, float inward, float tall) {
    const glm::vec3 at = top + to_side * half * along + inward * at_edge * frame[1];
    parts.push_back({capsule(at - 1.5F * up, 0.42F * half, at + tall * up, 0.7F), 0.8F, false});
  };
  if (kind.cusps == 1) cusp(0.0F, 0.0F, 0.8F);
  if (kind.cusps == 2) {
    cusp(0.0F, -0.55F, 0.8F);
    cusp(0.0F, 0.55F, 0.5F);
  }
  if (kind.cusps == 4) {
    for (const float side : {-0.5F, 0.5F}) {
      cusp(side, -0.52F, 0.7F);
      cusp(side, 0.52F, 0.6F);
    }
  }
  return joined(std::move(parts));
}

}  // namespace

Solid teeth(const DentalArch& arch) {
  constexpr float snug =
      1.05F;  // of the room along the arch that a tooth takes: neighbours touch where they are broadest
  const std::size_t spans = arch.necks.size() - 1;
  const auto neck = [&](float t) {  // 0 at the midline, 1 behind the last molar
    const float x = std::clamp(t, 0.0F, 1.0F) * static_cast<float>(spans);
    const auto span = std::min(static_cast<std::size_t>(x), spans - 1);
    return catmull_rom(arch.necks.size(), span, x - static_cast<float>(span),
                       [&](std::size_t k) { return arch.necks[k]; });
  };
  // Breadths are measured along the arch.
  constexpr int steps = 96;
  std::array<float, steps + 1> way{};
  for (int i = 1; i <= steps; ++i) {
    const auto at = [&](int k) { return neck(static_cast<float>(k) / steps); };
    way[static_cast<std::size_t>(i)] = way[static_cast<std::size_t>(i - 1)] + glm::distance(at(i), at(i - 1));
  }
  const auto along_arch = [&](float share) {
    const auto after = std::lower_bound(way.begin(), way.end() - 1, share * way.back());
    return neck(static_cast<float>(after - way.begin()) / steps);
  };
  const std::size_t count = std::min(arch.count, row_of_teeth.size());
  float whole = 0.0F;
  for (std::size_t i = 0; i < count; ++i) whole += row_of_teeth[i].breadth;

  std::vector<Part> row;
  const glm::vec3 up(0.0F, 0.0F, arch.crown < 0.0F ? -1.0F : 1.0F);
  float passed = 0.0F;
  for (std::size_t i = 0; i < count; ++i) {
    const Kind& kind = row_of_teeth[i];
    const glm::vec3 from = along_arch(passed / whole), to = along_arch((passed + kind.breadth) / whole);
    passed += kind.breadth;
    const glm::vec3 way_along = glm::normalize(to - from);
    const glm::vec3 along = glm::normalize(way_along - up * glm::dot(way_along, up));
    const glm::mat3 frame(along, glm::cross(up, along), up);
    row.push_back({tooth(kind, 0.5F * (from + to), frame, snug * glm::distance(from, to),
                         kind.height * std::abs(arch.crown), kind.thickness * arch.thickness),
                   0.3F, false});
  }
  return joined(std::move(row));
}

}  // namespace dorsum::sculpt
