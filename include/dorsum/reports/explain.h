#pragma once
// Which trigger points could send a pain, told to people and to programs (`dorsum explain`).

#include <string>
#include <string_view>
#include <vector>

#include "dorsum/answers/answers.h"
#include "dorsum/body/body.h"
#include "dorsum/core/result.h"
#include "dorsum/state/pain.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::reports {

/// "X,Y,Z,RADIUS" in mm: a disc where it hurts, whose place on the skin `explain` finds. Fails as a command line that is wrong.
[[nodiscard]] Result<state::PainStroke> disc_of(std::string_view text);

/// The answers to a pain in regions of the skin ("suboccipital.R") and on discs; what lies beneath the first disc is told, too.
/// Fails where this body has no such skin.
[[nodiscard]] Result<answers::Answers> explain(const body::Body& body, const std::vector<std::string>& regions, const std::vector<state::PainStroke>& discs);

/// `answers` are those of explain(). The JSON's fields are design.md's contract.
[[nodiscard]] std::string explain_json(const body::Body& body, const answers::Answers& answers, const words::Catalogue& words);
[[nodiscard]] std::string explain_text(const body::Body& body, const answers::Answers& answers, const words::Catalogue& words);

}  // namespace dorsum::reports
