#pragma once
// Trigger points' marks.

#include "dorsum/picture/scene.h"
#include "visibility.h"

namespace dorsum::picture {

/// Marks of the points of muscles that show, and of all points that are on. Points without a number of their
/// own on the charts show only when they are on. `patterned` are the likeliest points for the painted pain: they are
/// marked A, B and C in that order.
[[nodiscard]] std::vector<drawing::Marker> markers_of(const state::State& state, const body::Body& body, const Visibility& visibility,
                                             glm::vec3 eye, const std::vector<std::string>& patterned = {});

/// The zones of points that are on which face away from the eye.
[[nodiscard]] std::vector<std::uint32_t> zones_facing_away(const state::State& state, const body::Body& body, glm::vec3 eye);

}  // namespace dorsum::picture
