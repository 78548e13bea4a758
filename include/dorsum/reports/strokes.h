#pragma once
// Massage strokes and places not to press, told to people and to programs (`dorsum strokes`).

#include <string>

#include "dorsum/body/stance.h"
#include "dorsum/core/result.h"

namespace dorsum::reports {

/// `technique` may have a side ("stripping.R"); empty: every technique. `on`: a structure, muscle or trigger point; empty:
/// the techniques' own strokes. Fails where the technique or what it is laid on is unknown; what else can't be laid on this
/// body is told in it. The JSON's fields are design.md's contract.
[[nodiscard]] Result<std::string> strokes_json(const body::Stance& stance, const std::string& technique, const std::string& on);
[[nodiscard]] Result<std::string> strokes_text(const body::Stance& stance, const std::string& technique, const std::string& on);

}  // namespace dorsum::reports
