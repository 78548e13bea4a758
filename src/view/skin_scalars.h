#pragma once
// What is painted on the skin: zones of the trigger points that are on, the client's pain, the window.

#include <cstdint>
#include <glm/vec4.hpp>
#include <vector>

#include "dorsum/app/state.h"
#include "dorsum/body/body.h"

namespace dorsum::view {

/// A number for everything the scalars depend on; never 0.
[[nodiscard]] std::uint64_t skin_scalars_key(const app::State& state);

/// As Scene::skin_scalars.
[[nodiscard]] std::vector<glm::vec4> skin_scalars(const app::State& state, const body::Body& body);

}  // namespace dorsum::view
