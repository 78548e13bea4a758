#pragma once
// Lengths of tendon along a muscle's edge: one number, or numbers spread evenly from one edge to the other.

#include <vector>

#include "dorsum/core/json_reader.h"

namespace dorsum::sculpt {

/// mm, 0 or more, of the field `name`; {0} where it is absent. Trouble goes to the reader.
[[nodiscard]] std::vector<double> read_lengths_across(const JsonReader& figures, const char* name);

/// The length at `across`, 0 first edge to 1 last edge: a smooth curve that never falls below nothing.
[[nodiscard]] double length_across(const std::vector<double>& lengths, double across);

/// 1 in the tendon, 0 in the flesh, over a stretch of so many mm; `mm` from the end that the tendon is at.
[[nodiscard]] double tendon_mask(double mm, double length, double stretch);

}  // namespace dorsum::sculpt
