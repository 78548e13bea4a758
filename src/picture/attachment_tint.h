#pragma once
// The bone where the selected muscle holds, as patches to be tinted.

#include "dorsum/picture/scene.h"
#include "visibility.h"

namespace dorsum::picture {

/// Triangles of the bones that show on which the selected muscle's masks are not 0; null when there are none. The same
/// pointer as before while the memo has them.
[[nodiscard]] std::shared_ptr<const std::vector<drawing::TintVertex>> attachment_tint(const state::State& state, const body::Body& body,
                                                                             const Visibility& visibility, SceneMemo& memo);

}  // namespace dorsum::picture
