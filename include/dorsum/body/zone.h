#pragma once
// A referral zone on the skin: the geodesic neighbourhood of its anchors, with a soft edge.

#include <cstdint>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "dorsum/atlas/content.h"
#include "dorsum/body/place.h"

namespace dorsum::body {

/// A skin vertex and how much of the zone it has: 1 inside, falling to 0 over the soft edge.
struct ZoneVertex {
  std::uint32_t vertex = 0;
  float weight = 0.0F;
};

struct Zone {
  std::string trigger;  ///< with side: `trapezius-3.R`
  std::uint32_t area = 0;  ///< index into its trigger point's areas
  atlas::ZoneKind kind = atlas::ZoneKind::essential;
  atlas::Sensation sensation = atlas::Sensation::pain;
  std::string region;      ///< without side
  std::vector<ZoneVertex> vertices;
  double area_mm2 = 0.0;         ///< skin area, weighted
  Place centre;                  ///< on the skin: of the anchors' line the point nearest to the weighted centroid
  glm::vec3 facing{0.0F, 1.0F, 0.0F};  ///< mean outward normal: where to look from
};

using Zones = std::vector<Zone>;

/// Counts up with every change by which the zones found of the same pack and content come out different: what is kept of an
/// earlier way is then found anew. A test of module body holds it to the zones of a small body.
inline constexpr std::uint32_t zone_finder_version = 1;

}  // namespace dorsum::body
