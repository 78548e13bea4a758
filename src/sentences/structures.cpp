#include "dorsum/sentences/structures.h"

#include <fmt/format.h>

#include <array>

#include "dorsum/core/to_say.h"

namespace dorsum::sentences {

const char* side_word(const words::Catalogue& words, Side side) {
  return side == Side::left ? words.say("left") : side == Side::right ? words.say("right") : words.say("middle");
}

std::string sided_name(const words::Catalogue& words, std::string_view name, Side side) {
  const std::string said = words.of_atlas(name);
  return side == Side::midline ? said : words.say_filled("{structure}, {side}", fmt::arg("structure", said), fmt::arg("side", side_word(words, side)));
}

const char* kind_word(const words::Catalogue& words, atlas::Kind kind) {
  switch (kind) {
    case atlas::Kind::skin: return words.say("skin");
    case atlas::Kind::muscle: return words.say("muscle");
    case atlas::Kind::bone: return words.say("bone");
    case atlas::Kind::cartilage: return words.say("cartilage");
    case atlas::Kind::ligament: return words.say("ligament");
    case atlas::Kind::fascia: return words.say("fascia");
    case atlas::Kind::organ: return words.say("organ");
    case atlas::Kind::vessel: return words.say("vessel");
    case atlas::Kind::nerve: return words.say("nerve");
  }
  return "";
}

const char* layer_name(const words::Catalogue& words, int layer) {
  switch (layer) {
    case 0: return words.say("Skin");
    case 1: return words.say("Layer 1: surface muscles");
    case 2: return words.say("Layer 2: rhomboids and shoulder blade");
    case 3: return words.say("Layer 3: levator and posterior serrati");
    case 4: return words.say("Layer 4: erector spinae");
    case atlas::deepest_layer: return words.say("Skeleton");
    default: return words.say("No layer");
  }
}

const char* short_layer_name(const words::Catalogue& words, int layer) {
  static constexpr std::array<const char*, 6> names{to_say("Skin"), to_say("Layer 1"), to_say("Layer 2"), to_say("Layer 3"), to_say("Layer 4"), to_say("Skeleton")};
  return layer < 0 || layer > atlas::deepest_layer ? words.say("No layer") : words.say(names[static_cast<std::size_t>(layer)]);
}

const char* word_on_depths(const words::Catalogue& words) {
  return words.say("An imported set: these depths are the data set's own, whose skin may stand off what lies under it.");
}

}  // namespace dorsum::sentences
