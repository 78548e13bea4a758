#pragma once
// The flat map of the body: its own skin seen from the front and from behind without perspective, each spot with the
// surface region that lies there. What a client points at on paper.

#include <cstdint>
#include <glm/vec2.hpp>
#include <string>
#include <vector>

#include "dorsum/body/body.h"

namespace dorsum::picture {

/// One view of the skin as rows of cells. Cell (0, 0) is the upper left as it is seen.
struct MapFace {
  static constexpr std::int16_t nothing = -2;  ///< beside the body
  static constexpr std::int16_t nameless = -1;  ///< skin that no region is named for

  int width = 0, height = 0;         ///< cells
  std::vector<std::int16_t> places;  ///< row by row: an index into BodyMap::places, `nameless` or `nothing`
  /// Lines between regions and around the body, in cells, as pairs of ends.
  std::vector<glm::vec2> borders;

  [[nodiscard]] std::int16_t at(int x, int y) const;
};

struct BodyMap {
  struct Place {
    std::string region;  ///< with side: `suboccipital.R`
    glm::vec2 front{-1.0F}, back{-1.0F};  ///< a cell well inside it on either face; negative where it isn't seen
  };
  MapFace front, back;
  std::vector<Place> places;  ///< all regions that this body has, by id
};

/// `cell` in mm. From the top of the head to the middle of the thigh; without regions all skin is nameless.
[[nodiscard]] BodyMap body_map(const body::Body& body, float cell = 5.0F);

}  // namespace dorsum::picture
