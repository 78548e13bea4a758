#pragma once
// All zones of one trigger point that hurt, laid over each other: what the pain of the client is compared with.

#include <cstdint>
#include <vector>

#include "dorsum/body/zone.h"

namespace dorsum::body {

/// How much of a point's essential and spill-over zones a skin vertex has, 0..1; where areas of one kind meet, the larger.
struct PatternVertex {
  std::uint32_t vertex = 0;
  float essential = 0.0F;
  float spillover = 0.0F;
};

struct PainPattern {
  std::vector<PatternVertex> vertices;  ///< by vertex, ascending; empty when nothing of it is pain (gooseflesh)
  double essential_mm2 = 0.0;           ///< skin of the essential zones, weighted
};

/// The pattern of some zones; gooseflesh is left out. `areas` are the skin's vertex areas, mm2.
[[nodiscard]] PainPattern pain_pattern(const Zones& zones, const std::vector<std::size_t>& which,
                                       const std::vector<double>& areas);

}  // namespace dorsum::body
