#pragma once
// What a section plane cuts open, for the cut faces.

#include <span>

#include "dorsum/picture/scene.h"

namespace dorsum::picture {

/// The outlines of the scene's items where its section cuts them; those of `before` that would come out the same
/// are taken from there. `before` must be of the same plane and
/// window: `window` is that whose distances go with the skin.
[[nodiscard]] std::vector<drawing::SectionCut> section_cuts(const drawing::Scene& scene, const body::Stance& stance, body::SkinWindow window,
                                                            std::span<const drawing::SectionCut> before = {});
/// Whether `cuts`, of the same plane, are what section_cuts would make.
[[nodiscard]] bool are_cuts_of(const drawing::Scene& scene, std::span<const drawing::SectionCut> cuts);

/// A place on a cut face for a name to point to: inside, where the face is widest beside its middle.
struct CutSpot {
  glm::vec3 position{0.0F};  ///< mm, in the plane
  float area = 0.0F;         ///< of the whole face, mm2
};
/// None for an outline that encloses nothing.
[[nodiscard]] std::optional<CutSpot> spot_of(const drawing::SectionCut& cut, const glm::vec4& plane);

}  // namespace dorsum::picture
