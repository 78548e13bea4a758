#pragma once
// The windows over the back: where peeling opens the skin (design.md, Words: depth).

#include <cstdint>
#include <vector>

#include "dorsum/atlas/landmarks.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::body {

/// The back alone: head, arms, front and thighs keep their skin. Wide: a layer of muscles whole, as seen from behind, from
/// where it begins on the skull, with deltoid, armpit and flank, to the fold below the buttocks.
enum class SkinWindow : std::uint8_t { back, wide };

/// Signed mm of each skin vertex to the window's edge, positive inside, negative outside. All negative when the
/// landmarks that bound it are missing.
[[nodiscard]] std::vector<float> skin_window(const geometry::TriangleMesh& skin, const atlas::Landmarks& landmarks,
                                             SkinWindow which = SkinWindow::back);

}  // namespace dorsum::body
