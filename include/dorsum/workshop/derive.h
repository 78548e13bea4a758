#pragma once
// What follows from meshes alone, found in one order for sculptor and imports, since each step builds on those before it.

#include <filesystem>
#include <string>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/atlas/attachments.h"
#include "dorsum/atlas/regions.h"
#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::workshop {

/// What is known of any body, by which a body's own is found.
struct Facts {
  atlas::AttachmentFacts attachments;  ///< which bones the muscles go to
  atlas::RegionDefinitions regions;    ///< where the surface regions lie
};
[[nodiscard]] Result<Facts> load_facts(const std::filesystem::path& attachments, const std::filesystem::path& regions);

/// Step one, by which a set can be sculpted onto: its landmarks, where it has none. Returns those that can't be found, a line
/// each with the reason.
[[nodiscard]] std::vector<std::string> derive_landmarks(atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes);

/// All that a set of meshes lacks to be a pack: landmarks, where it has none; surface regions and attachments, anew; fibres of
/// muscles that have none. Doing it again changes nothing. Returns what can't be found, a line each with the reason.
[[nodiscard]] std::vector<std::string> derive(atlas::Atlas& atlas, std::vector<geometry::TriangleMesh>& meshes, const Facts& facts);

}  // namespace dorsum::workshop
