#pragma once
// Recipes shape muscles as they are laid on the bones; the deep ones then grow until the room around them is full.
//
// A recipe that grows has, beside its figures:
//   "fills"  {"area_by_level": {"L3": mm2, ...}   in the transverse plane, one side; straight between the levels, none beyond
//             or "times": number                  its own area at every level, times this
//             "reach": mm                         how far it spreads where room may stay empty (default 9), twice as far where it may not
//             "behind_ribs": true                 a muscle of the back, which stays behind the ribs}

#include <map>
#include <string>
#include <vector>

#include "recipe.h"

namespace dorsum::sculpt {

/// What each of `recipes` that grows grows into, by the recipe's id. `made` has all shapes by structure id, those that grow
/// as seeds; whatever is in it and does not grow keeps its place. Fails with file and field.
[[nodiscard]] Result<std::map<std::string, Growth>> growths(const std::vector<Recipe>& recipes, const Deeper& made, const Json& room_figures,
                                                            const std::string& room_file);

/// What growths would fail on: every recipe's `fills`, and the room's figures.
[[nodiscard]] std::vector<Error> problems_of_growing(const std::vector<Recipe>& recipes, const Deeper& made, const Json& room_figures,
                                                     const std::string& room_file);

}  // namespace dorsum::sculpt
