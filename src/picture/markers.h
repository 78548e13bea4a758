#pragma once
// Trigger points' marks.

#include "dorsum/picture/scene.h"
#include "visibility.h"

namespace dorsum::picture {

/// Marks of the points of muscles that show, and of all points that are on. Points without a number of their
/// own on the charts show only when they are on. `likeliest` are the likeliest points for the painted pain: they are
/// marked A, B and C in that order.
[[nodiscard]] std::vector<drawing::Marker> markers_of(const state::State& state, const Visibility& visibility, glm::vec3 eye,
                                                      const std::vector<std::string>& likeliest = {});

}  // namespace dorsum::picture
