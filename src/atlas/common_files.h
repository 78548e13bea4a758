#pragma once
// The content files that are not about one muscle: regions.json, sources.json and safety.json.

#include "muscle_file.h"

namespace dorsum::atlas {

[[nodiscard]] Regions read_regions(const CheckedObject& file);
[[nodiscard]] Sources read_sources(const CheckedObject& file);
[[nodiscard]] SafetyNote read_safety(const CheckedObject& file, const Regions& regions);
/// The note's areas and signs.
void read_warning_signs(const CheckedObject& file, const Regions& regions, const Sources& sources, SafetyNote& note);

}  // namespace dorsum::atlas
