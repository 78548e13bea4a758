#pragma once
// What an atlas holds, told to people and to programs (`dorsum info`).

#include <string>

#include "dorsum/body/stance.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::reports {

/// `pack` is what to call the pack. The JSON's fields are design.md's contract; lengths are told of the body as it stands.
[[nodiscard]] std::string info_json(const body::Stance& stance, const std::string& pack);
[[nodiscard]] std::string info_text(const body::Body& body, const std::string& pack, const words::Catalogue& words);

}  // namespace dorsum::reports
