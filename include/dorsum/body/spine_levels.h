#pragma once
// Levels of the spine as heights: T6 is where the body of the sixth thoracic vertebra has its middle.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/atlas/landmarks.h"
#include "dorsum/atlas/structure.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::body {

struct SpineLevel {
  std::string name;     ///< "C1" to "C7", "T1" to "T12", "L1" to "L5", "S1" to "S5"
  float height = 0.0F;  ///< mm: z of its body's middle; of C1, which has none, of its front arch
};

/// Whether a word names a level of the spine: "T6".
[[nodiscard]] bool is_spine_level(std::string_view word);

/// Those that these bones have, from the head down. A vertebra's body is what lies in the front of its mesh; where the mesh
/// is missing its transverse processes stand for it. The sacrum's five are parts of its height.
[[nodiscard]] std::vector<SpineLevel> spine_levels(const std::vector<atlas::Structure>& structures, const std::vector<geometry::TriangleMesh>& meshes,
                                                   const atlas::Landmarks& landmarks);

/// The level that a height is nearest to; null above and below the spine.
[[nodiscard]] const SpineLevel* level_at(std::span<const SpineLevel> levels, float height);

}  // namespace dorsum::body
