#pragma once
// What a body is made of, in words.

#include <string>
#include <string_view>

#include "dorsum/atlas/structure.h"
#include "dorsum/core/side.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::sentences {

/// "left", "right"; of the midline "middle".
[[nodiscard]] const char* side_word(const words::Catalogue& words, Side side);

/// A structure's name as the catalogue has it, with its side where it has one: "Infraspinatus, right".
[[nodiscard]] std::string sided_name(const words::Catalogue& words, std::string_view name, Side side);

/// "muscle", "bone" ... as a tag beside the name.
[[nodiscard]] const char* kind_word(const words::Catalogue& words, atlas::Kind kind);

/// "Layer 1: surface muscles", and short "Layer 1"; 0 is the skin, 5 the skeleton.
[[nodiscard]] const char* layer_name(const words::Catalogue& words, int layer);
[[nodiscard]] const char* short_layer_name(const words::Catalogue& words, int layer);

/// For whoever reads depths of a body whose own they are not (body::depths_are_the_sets_own).
[[nodiscard]] const char* word_on_depths(const words::Catalogue& words);

}  // namespace dorsum::sentences
