#include "dorsum/atlas/tissue_colour.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <glm/common.hpp>
#include <string_view>

#include "dorsum/core/hash.h"
#include "dorsum/core/srgb.h"

namespace dorsum::atlas {
namespace {

/// A fingerprint whose bits are mixed once more: ids differ in their last letters.
std::uint32_t hash_of(std::string_view text) {
  Fnv1a<std::uint32_t> hash;
  hash.add(text);
  const std::uint32_t value = hash.value();
  return (value ^ (value >> 15)) * 0x2C1B3C6DU;
}

/// -1 to 1 from eight bits of a hash.
float spread(std::uint32_t hash, unsigned shift) { return static_cast<float>(hash >> shift & 0xFFU) / 127.5F - 1.0F; }

/// Those of the teaching plates: arteries red, veins blue, nerves yellow, each organ its own.
glm::vec3 colour_within(const Structure& structure) {
  struct Own {
    std::string_view id;
    glm::vec3 colour;
  };
  static const std::array own{Own{"lung", linear_of_srgb(226, 158, 152)},
                              Own{"heart", linear_of_srgb(178, 52, 50)},
                              Own{"oesophagus", linear_of_srgb(208, 140, 118)},
                              Own{"diaphragm", linear_of_srgb(168, 74, 62)},
                              Own{"liver", linear_of_srgb(132, 58, 44)},
                              Own{"spleen", linear_of_srgb(124, 62, 104)},
                              Own{"kidney", linear_of_srgb(150, 70, 56)},
                              Own{"stomach", linear_of_srgb(214, 150, 126)},
                              Own{"colon", linear_of_srgb(196, 146, 108)},
                              Own{"jejunum", linear_of_srgb(222, 160, 140)},
                              Own{"ileum", linear_of_srgb(210, 140, 124)},
                              Own{"spinal-cord", linear_of_srgb(247, 233, 186)},
                              Own{"dural-sac", linear_of_srgb(178, 210, 220)},
                              Own{"inferior-vena-cava", linear_of_srgb(76, 104, 172)}};
  const std::string id = without_side(structure.id);
  const auto found = std::find_if(own.begin(), own.end(), [&](const Own& each) { return each.id == id; });
  if (found != own.end()) return found->colour;
  if (structure.kind == Kind::nerve) return linear_of_srgb(238, 200, 72);
  return structure.kind == Kind::vessel ? linear_of_srgb(200, 44, 40) : linear_of_srgb(196, 128, 108);
}

}  // namespace

glm::vec3 colour_of(const Structure& structure) {
  switch (structure.kind) {
    case Kind::skin: return linear_of_srgb(226, 190, 164);
    case Kind::bone: return linear_of_srgb(235, 222, 190);
    case Kind::cartilage: return linear_of_srgb(196, 211, 216);
    case Kind::ligament: return linear_of_srgb(222, 212, 184);
    case Kind::fascia: return linear_of_srgb(228, 214, 188);
    case Kind::organ:
    case Kind::vessel:
    case Kind::nerve: return colour_within(structure);
    case Kind::muscle: break;
  }
  const std::array by_layer = {linear_of_srgb(194, 92, 72), linear_of_srgb(194, 92, 72), linear_of_srgb(183, 78, 64), linear_of_srgb(172, 68, 58),
                               linear_of_srgb(160, 58, 52), linear_of_srgb(150, 52, 48)};
  const glm::vec3 base = by_layer[static_cast<std::size_t>(std::clamp(structure.layer, 0, 5))];
  // Muscles differ so that neighbours separate; the parts of one muscle only a little, so that it reads as one.
  const std::uint32_t muscle = hash_of(structure.muscle.empty() ? without_side(structure.id) : structure.muscle);
  const std::uint32_t part = hash_of(without_side(structure.id));
  const float lighter = 1.0F + 0.20F * spread(muscle, 0) + 0.04F * spread(part, 0), warmer = 0.16F * spread(muscle, 8);
  return glm::clamp(base * lighter * glm::vec3(1.0F, 1.0F + warmer, 1.0F - warmer * 0.6F), 0.0F, 1.0F);
}

}  // namespace dorsum::atlas
