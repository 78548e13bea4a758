#pragma once
// Where no hand presses, or only lightly, as skin of this body (atlas::WhereNot).

#include <memory>
#include <string>
#include <vector>

#include "dorsum/atlas/practice.h"
#include "dorsum/body/zone.h"
#include "dorsum/core/saying.h"
#include "dorsum/massage/ground.h"

namespace dorsum::massage {

struct WhereNotArea {
  std::size_t site = 0;            ///< index into content().where_not.sites
  Side side = Side::midline;       ///< which of a pair; midline where both are one
  body::Zone skin;                 ///< weights of 0.5 and more lie within
};

struct WhereNotAreas {
  std::vector<WhereNotArea> areas;    ///< in the order of the sites, right before left
  std::vector<Saying> warnings;  ///< sites that this body lacks the skin or the landmarks for, and why
  /// Per skin vertex: which areas hold it, as indices into `areas`, ascending.
  std::vector<std::vector<std::uint16_t>> holding;

  /// The areas that a point of the skin lies in.
  [[nodiscard]] std::vector<std::size_t> at(const geometry::SurfacePoint& point, const geometry::TriangleMesh& skin) const;
};

/// Of the body at rest: an area goes wherever its skin goes. Some tenths of a second.
[[nodiscard]] std::shared_ptr<const WhereNotAreas> where_not_areas(const body::Body& body);

/// How hard the hand of a tool may press there, 0 to atlas::highest_pressure.
[[nodiscard]] int most_pressure(const body::Body& body, const WhereNotArea& area, atlas::HandTool tool);

}  // namespace dorsum::massage
