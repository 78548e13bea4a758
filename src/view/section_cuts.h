#pragma once
// What a section plane cuts open, for the cut faces.

#include "dorsum/view/scene.h"

namespace dorsum::view {

/// The outlines of every structure that the plane meets. The leaving layers' lift is left out: they fade.
[[nodiscard]] std::vector<SectionCut> section_cuts(const body::Body& body, const glm::vec4& plane);

}  // namespace dorsum::view
