#pragma once
// The content files that are not about one muscle: regions.json, sources.json and safety.json.

#include "muscle_file.h"

namespace dorsum::atlas {

[[nodiscard]] Regions read_regions(const CheckedObject& file);
[[nodiscard]] Sources read_sources(const CheckedObject& file);
[[nodiscard]] SafetyNote read_safety(const CheckedObject& file);

}  // namespace dorsum::atlas
