#pragma once
// One structure as JSON: the same form in assets/structures.json and in a pack's atlas.json.

#include "dorsum/atlas/structure.h"
#include "dorsum/core/json_reader.h"

namespace dorsum::atlas {

/// Whether an id is kebab-case: letters, digits and single hyphens, with .L or .R at its end or neither.
[[nodiscard]] bool is_structure_id(std::string_view id);

[[nodiscard]] Structure read_structure(const JsonReader& reader);
/// Reads a list; fails on a doubled id.
[[nodiscard]] std::vector<Structure> read_structures(const JsonReader& list);
/// A number to a thousandth, as files say lengths in mm and depths.
[[nodiscard]] double tidy(float value);
/// Leaves out what is empty.
[[nodiscard]] Json structure_to_json(const Structure& structure);

}  // namespace dorsum::atlas
