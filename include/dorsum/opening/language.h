#pragma once
// Which catalogue the window and a snapshot speak from.

#include <string>

#include "dorsum/core/result.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::opening {

/// English for an empty name; "pseudo" for no language, to see what is untranslated or has no room (words/catalogue.h).
[[nodiscard]] Result<words::Catalogue> catalogue_of(const std::string& language);

}  // namespace dorsum::opening
