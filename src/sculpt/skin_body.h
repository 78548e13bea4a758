#pragma once
// The skin as one signed distance: trunk, shoulder girdle with neck, arms and thighs as columns, the head as
// a dome with a modelled face and ears, the hands as solids; blended where they meet.
//
// Everything is described once, for one side, in the folded frame (skin_column.h); the other side is its
// mirror image about x = midline_x.

#include <glm/vec3.hpp>
#include <optional>
#include <vector>

#include "dorsum/core/json_reader.h"
#include "implicit.h"

namespace dorsum::sculpt {

/// A place where the mesh is finer than elsewhere.
struct DetailSpot {
  glm::vec3 centre{0.0F};     ///< folded frame
  glm::vec3 half_axes{1.0F};  ///< of the ellipsoid within which `edge` holds, mm
  float edge = 5.0F;          ///< wanted edge length, mm
};

struct SkinBody {
  Solid solid;                ///< body frame
  float coarse_edge = 10.0F;  ///< mm, wanted edge length away from all spots
  float grading = 0.2F;       ///< mm by which the edge may grow per mm of way out of a spot
  float midline_x = 0.0F;
  std::vector<DetailSpot> detail;

  [[nodiscard]] glm::vec3 folded(glm::vec3 p) const;
  /// Wanted edge length of the mesh at p (body frame), mm.
  [[nodiscard]] float edge_length(glm::vec3 p) const;
};

/// Trouble goes to the reader.
[[nodiscard]] std::optional<SkinBody> read_skin(const JsonReader& figures);

/// The columns of trunk, shoulder girdle, arm and thigh as one solid in the folded frame.
[[nodiscard]] std::optional<Solid> read_torso(const JsonReader& figures);

}  // namespace dorsum::sculpt
