#pragma once
// What is painted on the skin: zones of the trigger points that are on, the client's pain and the zones of the
// likeliest points for it, the window.

#include "dorsum/picture/scene.h"

namespace dorsum::picture {

/// A number for everything that is painted; never 0.
[[nodiscard]] std::uint64_t skin_scalars_key(const state::State& state);

/// Fills the scene's skin_scalars, skin_patterns and skin_patches.
void paint_skin(drawing::Scene& scene, const state::State& state, const body::Body& body, const answers::Answers& answers, SceneMemo& memo);

}  // namespace dorsum::picture
