#pragma once
// A place of a body: a point of one of its surfaces. What has a place goes wherever that surface goes; where it is now,
// a Stance says (stance.h).

#include "dorsum/geometry/surface_point.h"

namespace dorsum::body {

struct Place {
  geometry::SurfacePoint on;  ///< the surface point that it goes with
  glm::vec3 rest{0.0F};       ///< mm, where it is while the body rests: that point, or a place beside it

  [[nodiscard]] std::size_t structure() const { return on.mesh; }
  friend bool operator==(const Place&, const Place&) = default;
};

}  // namespace dorsum::body
