#pragma once
// The built-in atlas is not a mesh in the repository: it is a set of recipes of named figures
// (assets/sculpt/), turned into meshes when the program is built. Deterministic: the same recipes give the
// same bytes on one machine.

#include <filesystem>
#include <string>
#include <vector>

#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::sculpt {

struct Sculpted {
  std::string id;  ///< a structure id, with its side
  geometry::TriangleMesh mesh;
  std::string measured_on;  ///< where the recipe's figures come from
};

/// Sculpts every recipe below `recipes` (one JSON file a structure or, where a left twin is its mirror
/// image, a pair), bones first, then muscles from the deepest outward, then the skin.
/// Fails with the file and the field on a recipe that can't be read or gives no surface.
[[nodiscard]] Result<std::vector<Sculpted>> sculpt_atlas(const std::filesystem::path& recipes, const Progress& progress);

}  // namespace dorsum::sculpt
