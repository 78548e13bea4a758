#include "dorsum/atlas/structure.h"

#include <array>
#include <utility>

namespace dorsum::atlas {
namespace {

constexpr std::array<std::pair<Kind, std::string_view>, 9> kinds{{{Kind::skin, "skin"},
                                                                  {Kind::muscle, "muscle"},
                                                                  {Kind::bone, "bone"},
                                                                  {Kind::cartilage, "cartilage"},
                                                                  {Kind::ligament, "ligament"},
                                                                  {Kind::fascia, "fascia"},
                                                                  {Kind::organ, "organ"},
                                                                  {Kind::vessel, "vessel"},
                                                                  {Kind::nerve, "nerve"}}};

constexpr std::array<std::string_view, deepest_layer + 1> layer_names{
    "Skin",
    "Layer 1: surface muscles",
    "Layer 2: rhomboids and shoulder blade",
    "Layer 3: levator and posterior serrati",
    "Layer 4: erector spinae",
    "Skeleton",
};

}  // namespace

std::string_view name_of(Kind kind) {
  for (const auto& [known, name] : kinds) {
    if (known == kind) return name;
  }
  return "unknown";
}

std::optional<Kind> kind_named(std::string_view name) {
  for (const auto& [kind, known] : kinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

std::string_view plain_layer_name(int layer) {
  return layer < 0 || layer > deepest_layer ? "No layer" : layer_names[static_cast<std::size_t>(layer)];
}

}  // namespace dorsum::atlas
