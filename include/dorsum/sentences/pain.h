#pragma once
// What is known of a painted pain (body/explain.h, body/warning_signs.h), in words.

#include <string>
#include <string_view>

#include "dorsum/body/body.h"
#include "dorsum/body/explain.h"
#include "dorsum/words/catalogue.h"

namespace dorsum::sentences {

/// A point as people call it: "Trapezius TrP3, right".
[[nodiscard]] std::string point_name(const words::Catalogue& words, const body::Body& body, const body::PlacedTrigger& trigger);

/// A region of the skin: "upper buttock, left"; without a side of its id, its name alone. Ids that the content lacks are shown.
[[nodiscard]] std::string region_name(const words::Catalogue& words, const body::Body& body, std::string_view region);

/// Why a point could send the pain, in words a client understands; says which others are equal.
[[nodiscard]] std::string reason(const words::Catalogue& words, const body::Body& body, const body::Candidate& candidate);

/// Why the ranking says little or nothing; empty where it has something to say.
[[nodiscard]] std::string note(const words::Catalogue& words, body::RankingNote note);

/// Why a warning sign is shown: "you showed pain at: front of the chest (left), inner upper arm (left)".
[[nodiscard]] std::string because(const words::Catalogue& words, const body::Body& body, const body::FittingSign& sign);

}  // namespace dorsum::sentences
