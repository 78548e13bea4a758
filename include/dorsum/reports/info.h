#pragma once
// What an atlas holds, told to people and to programs (`dorsum info`).

#include <string>

#include "dorsum/body/body.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::reports {

/// `pack` is what to call the pack. The JSON's fields are design.md's contract.
[[nodiscard]] std::string info_json(const body::Body& body, const std::string& pack);
[[nodiscard]] std::string info_text(const body::Body& body, const std::string& pack, const words::Catalogue& words);

}  // namespace dorsum::reports
