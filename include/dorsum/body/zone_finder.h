#pragma once
// From an area's anchors to the skin within its radius: the skin that hurts, or that a hand leaves out.

#include <string>
#include <vector>

#include "dorsum/body/zone.h"
#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/geometry/surface_query.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::body {

/// One area on one side, its anchors evaluated on this body. What it is called goes into its zone unchanged.
struct ZoneTask {
  std::string trigger;     ///< whose it is, with side
  std::uint32_t area = 0;  ///< which of that one's areas
  float radius_mm = 0.0F;  ///< before scaling
  atlas::ZoneKind kind = atlas::ZoneKind::essential;
  atlas::Sensation sensation = atlas::Sensation::pain;
  std::string region;              ///< for zones and warnings
  std::vector<glm::vec3> anchors;  ///< mm
  glm::vec3 direction{0.0F};       ///< toward its face
};

struct FoundZones {
  Zones zones;  ///< in the order of the tasks
  std::vector<Saying> warnings;
};

/// Finds all zones on the skin, on as many threads as there are processors. `scale` multiplies radii. Stops with an
/// error when `progress` says so.
[[nodiscard]] Result<FoundZones> find_zones(const geometry::TriangleMesh& skin, const std::vector<ZoneTask>& tasks,
                                            float scale, const Progress& progress);

}  // namespace dorsum::body
