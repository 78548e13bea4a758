#pragma once
// From pain to muscle: which trigger points could send the pain felt on a part of the skin, ranked by the
// overlap of skin areas.

#include <string>
#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/core/result.h"

namespace dorsum::body {

/// Where it hurts: a weight 0..1 for each skin vertex.
using PaintedSkin = std::vector<float>;

/// A painted disc: all skin within `radius` mm of the skin point nearest to `centre`, along the surface.
[[nodiscard]] Result<PaintedSkin> paint_disc(const Body& body, glm::vec3 centre, float radius);

/// A region's patch of skin on one side, or on both (midline). Fails, naming it, when the region is unknown or
/// this body's skin has none of it.
[[nodiscard]] Result<PaintedSkin> paint_region(const Body& body, std::string_view region, Side side);

struct Candidate {
  std::string id;      ///< with side
  float score = 0.0F;  ///< 0..1
  std::string reason;  ///< in words a client understands
};

/// Best first; candidates that share no skin with the pain are left out. Gooseflesh is not pain and is left out.
[[nodiscard]] std::vector<Candidate> explain(const Body& body, const PaintedSkin& pain);

}  // namespace dorsum::body
