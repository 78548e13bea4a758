#pragma once
// The lens as the cone that it opens before the eye.

#include "dorsum/body/stance.h"
#include "dorsum/drawing/lens.h"
#include "dorsum/state/state.h"

namespace dorsum::picture {

[[nodiscard]] drawing::LensCone lens_cone(const state::Camera& camera, const state::Lens& lens, const body::Stance& stance);

}  // namespace dorsum::picture
