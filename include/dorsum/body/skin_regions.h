#pragma once
// The skin divided into the named surface regions (atlas/regions.h), each split at the midline.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/atlas/atlas.h"
#include "dorsum/atlas/regions.h"
#include "dorsum/core/saying.h"
#include "dorsum/core/side.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::body {

/// A vertex of skin that the list of regions has no name for (face, throat, leg).
inline constexpr std::uint16_t elsewhere = 0xFFFF;

struct SkinRegions {
  std::vector<std::string> names;     ///< region ids without side, sorted
  std::vector<std::uint16_t> region;  ///< for each skin vertex an index into names, or `elsewhere`
  std::vector<Side> side;             ///< for each skin vertex, right or left of the midline; never midline
  float midline = 0.0F;               ///< X of the plane that parts right from left, mm
  /// Regions that this skin has none of, and seeds that found no place on it.
  std::vector<Saying> warnings;

  [[nodiscard]] std::optional<std::uint16_t> index_of(std::string_view name) const;
};

/// Every vertex gets exactly one region (or `elsewhere`): that of the nearest seed along the surface; on pieces of
/// skin that hold no seed, that of the nearest vertex. Without definitions or landmarks all is elsewhere.
[[nodiscard]] SkinRegions skin_regions(const geometry::TriangleMesh& skin, const atlas::Landmarks& landmarks,
                                       const atlas::RegionDefinitions& definitions);

/// The regions as atlas.json tells them: of each and each side the area and the middle.
[[nodiscard]] std::vector<atlas::SurfaceRegion> measured_regions(const geometry::TriangleMesh& skin,
                                                                 const SkinRegions& regions);

/// Both of the above on the atlas's own skin; leaves the atlas as it is when it has none.
void measure_regions(atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes,
                     const atlas::RegionDefinitions& definitions);

}  // namespace dorsum::body
