#pragma once
// The same sculptor serves imported bodies: what a set of meshes lacks is sculpted from the recipes, fitted to that
// body's own bones and deeper layers.

#include <filesystem>
#include <string>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/sculpt/sculptor.h"

namespace dorsum::sculpt {

struct Fitted {
  std::vector<Sculpted> sculpted;
  std::vector<std::string> notes;  ///< recipes that this body gives no hold, one line each
};

/// Sculpts those of `wanted` (structure ids with their side) that have a recipe below `recipes` which says that it fits
/// other bodies (or whose form says so). A recipe's points are moved from the body it
/// was written for, whose landmarks are `written_for`, to this one by a warp through the landmarks that both have
/// (geometry/space_warp.h); places on bones, and what a muscle rests on, are found on this body's own meshes. The
/// left side is fitted to the left side's bones, not mirrored from the right. What still lies in another structure is
/// moved out of it, and everything 2 mm or more under the skin, as far as there is room.
/// A recipe that can't be made of what this body has is noted, and the others go on.
/// Fails with file and field on a recipe that can't be read, and when the two bodies share too few landmarks.
[[nodiscard]] Result<Fitted> sculpt_lacking(const std::filesystem::path& recipes, const std::vector<std::string>& wanted,
                                            const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes,
                                            const atlas::Landmarks& written_for, const Progress& progress);

}  // namespace dorsum::sculpt
