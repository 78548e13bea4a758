#pragma once
// From a referral area's anchors to the skin that hurts.

#include <string>
#include <vector>

#include "dorsum/body/zone.h"
#include "dorsum/core/progress.h"
#include "dorsum/core/result.h"
#include "dorsum/geometry/surface_query.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::body {

/// One area of one trigger point on one side, its anchors evaluated on this body.
struct ZoneTask {
  std::string trigger;     ///< with side
  std::uint32_t area = 0;  ///< index into the point's areas
  const atlas::ReferralArea* facts = nullptr;
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
