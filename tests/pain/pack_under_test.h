#pragma once
// The pack that DORSUM_PACK names, opened as the program opens it.

#include <memory>

#include "dorsum/body/body.h"
#include "dorsum/body/painted_skin.h"

namespace dorsum::pain_test {

/// Opened once for all tests of the run; ends the run with the reason when it can't be.
[[nodiscard]] const body::Body& body_under_test();

/// The skin of a point's main areas, as paint.
[[nodiscard]] body::PaintedSkin essential_skin(const body::Body& body, const body::PlacedTrigger& trigger);

/// Whether a region, with side, covers the corner of the skin that is nearest to a place.
[[nodiscard]] std::string region_at(const body::Body& body, glm::vec3 place);

}  // namespace dorsum::pain_test
