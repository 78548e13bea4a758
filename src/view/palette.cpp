#include "palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <string_view>

namespace dorsum::view {
namespace {

glm::vec3 linear(int red, int green, int blue) {
  const auto channel = [](int value) { return std::pow(static_cast<float>(value) / 255.0F, 2.2F); };
  return {channel(red), channel(green), channel(blue)};
}

/// FNV-1a: the same on every machine, so that pictures are.
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619U;
  hash ^= hash >> 15;
  return hash * 0x2C1B3C6DU;
}

/// -1 to 1 from eight bits of a hash.
float spread(std::uint32_t hash, unsigned shift) { return static_cast<float>(hash >> shift & 0xFFU) / 127.5F - 1.0F; }

}  // namespace

Material material_of(atlas::Kind kind) {
  switch (kind) {
    case atlas::Kind::skin: return Material::skin;
    case atlas::Kind::muscle: return Material::flesh;
    case atlas::Kind::bone: return Material::bone;
    case atlas::Kind::cartilage: return Material::cartilage;
    case atlas::Kind::ligament: return Material::ligament;
    case atlas::Kind::fascia: return Material::fascia;
  }
  return Material::bone;
}

glm::vec3 colour_of(const atlas::Structure& structure) {
  switch (structure.kind) {
    case atlas::Kind::skin: return linear(226, 190, 164);
    case atlas::Kind::bone: return linear(235, 222, 190);
    case atlas::Kind::cartilage: return linear(196, 211, 216);
    case atlas::Kind::ligament: return linear(222, 212, 184);
    case atlas::Kind::fascia: return linear(228, 214, 188);
    case atlas::Kind::muscle: break;
  }
  const std::array by_layer = {linear(194, 92, 72), linear(194, 92, 72), linear(183, 78, 64), linear(172, 68, 58),
                               linear(160, 58, 52), linear(150, 52, 48)};
  const glm::vec3 base = by_layer[static_cast<std::size_t>(std::clamp(structure.layer, 0, 5))];
  // Muscles differ so that neighbours separate; the parts of one muscle only a little, so that it reads as one.
  const std::uint32_t muscle = hash_of(structure.muscle.empty() ? without_side(structure.id) : structure.muscle);
  const std::uint32_t part = hash_of(without_side(structure.id));
  const float lighter = 1.0F + 0.20F * spread(muscle, 0) + 0.04F * spread(part, 0), warmer = 0.16F * spread(muscle, 8);
  return glm::clamp(base * lighter * glm::vec3(1.0F, 1.0F + warmer, 1.0F - warmer * 0.6F), 0.0F, 1.0F);
}

// Vermilion and blue of Okabe and Ito's set, which all common kinds of eye tell apart ("Color Universal Design", 2008).
glm::vec3 origin_colour() { return linear(205, 78, 0); }
glm::vec3 insertion_colour() { return linear(0, 92, 170); }

glm::vec3 arc_colour(app::Theme theme) { return theme == app::Theme::dark ? linear(255, 150, 118) : linear(122, 8, 24); }

Backdrop backdrop_of(app::Theme theme) {
  if (theme == app::Theme::dark) return {linear(58, 62, 70), linear(24, 26, 31), linear(255, 196, 60), linear(236, 233, 227), linear(22, 24, 28)};
  return {linear(246, 246, 244), linear(214, 217, 220), linear(0, 92, 175), linear(30, 32, 36), linear(252, 250, 246)};
}

}  // namespace dorsum::view
