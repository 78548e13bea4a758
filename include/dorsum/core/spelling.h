#pragma once
// "Did you mean ...": the known word nearest to one that a person wrote.

#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/saying.h"

namespace dorsum {

/// The known word with the fewest single-letter changes (Levenshtein distance) from `word`; empty when none is
/// near enough to be a likely slip (more than a third of its letters differ).
[[nodiscard]] std::string nearest_word(std::string_view word, const std::vector<std::string>& known);

/// A remedy for a message: `did you mean "x"?`, or `otherwise` when no known word is near.
[[nodiscard]] Saying did_you_mean(std::string_view word, const std::vector<std::string>& known, Saying otherwise);

}  // namespace dorsum
