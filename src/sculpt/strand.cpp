#include "strand.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace dorsum::sculpt {
namespace {

Strand strand(const std::vector<Station>& stations, glm::vec3 width_along, const Course& belly) {
  Strand strand;
  strand.solid = tube(stations, width_along);
  strand.course = std::make_shared<const Course>(stations, width_along);
  const Course::Place start = belly.place(stations.front().centre);
  strand.along_from = start.along;
  strand.across_from = start.across;
  return strand;
}

}  // namespace

Strand slip_strand(const Slip& slip, const Course& belly, glm::vec3 width_along) {
  const Course::Place end = belly.place(slip.end);
  const float side = std::clamp(end.across / end.half_width, -1.0F, 1.0F);
  const float back = slip.of_origin ? -slip.length : slip.length;
  // A section so far before the end, so far out to the slip's side of the belly (1: its edge).
  const auto inside = [&](float part, float out) {
    const Course::Section section = belly.section(std::clamp(end.along - part * back, 0.0F, belly.length()));
    return Station{section.position + side * out * section.half_width, slip.half_width, section.half_thickness, 0.0F};
  };
  Station root = inside(1.0F, 0.4F);
  Station rising = inside(0.6F, 0.8F);
  Station leaving = inside(0.25F, 1.12F);
  // Sunk in the belly at the root, a ridge on it further on, then a flat tendon beside it.
  constexpr float ridge = 0.9F;  // mm
  root.first_half_axis *= 0.6F;
  root.second_half_axis = std::max(root.second_half_axis - 2.0F * ridge, 0.8F);
  rising.second_half_axis += ridge;
  leaving.centre = glm::mix(leaving.centre, slip.end, 0.5F);
  leaving.first_half_axis *= 0.85F;
  leaving.second_half_axis = std::clamp(0.75F * leaving.second_half_axis, 1.3F, 0.8F * slip.half_width);
  const Station tip{slip.end, std::max(0.5F * slip.half_width, 1.1F), 1.1F, 0.0F};
  std::vector<Station> stations{root, rising, leaving, tip};
  if (slip.of_origin) std::reverse(stations.begin(), stations.end());
  Strand made = strand(stations, width_along, belly);
  (slip.of_origin ? made.tendon_at_start : made.tendon_at_end) = slip.tendon;
  return made;
}

Strand fascicle_strand(const Fascicle& fascicle, const Course& belly, glm::vec3 width_along) {
  // Its middle sags into the groove in which the belly lies.
  const auto at = [&](float part, float width, float thickness) {
    const glm::vec3 straight = glm::mix(fascicle.from, fascicle.to, part);
    const float sag = 1.4F * part * (1.0F - part);
    return Station{glm::mix(straight, belly.section(belly.place(straight).along).position, sag),
                   std::max(width * fascicle.half_width, 1.0F), std::max(thickness * fascicle.half_thickness, 1.0F),
                   0.0F};
  };
  Strand made = strand({at(0.0F, 0.5F, 0.4F), at(0.3F, 1.0F, 1.0F), at(0.65F, 0.85F, 0.8F), at(1.0F, 0.4F, 0.4F)},
                       width_along, belly);
  made.tendon_at_start = made.tendon_at_end = fascicle.tendon;
  return made;
}

}  // namespace dorsum::sculpt
