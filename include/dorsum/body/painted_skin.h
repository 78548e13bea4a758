#pragma once
// Where it hurts: weights on the skin, from discs of a brush and from named regions.

#include <string_view>
#include <vector>

#include "dorsum/body/body.h"
#include "dorsum/core/result.h"

namespace dorsum::body {

/// Where it hurts: a weight 0..1 for each skin vertex.
using PaintedSkin = std::vector<float>;

/// The radius of a painted disc, mm. The largest covers a back; more is a slip of the keyboard.
inline constexpr float least_paint_radius = 1.0F, most_paint_radius = 300.0F;

/// A painted disc: all skin within `radius` mm (up to most_paint_radius) of the skin point nearest to `centre`, along the surface, so
/// that an arm hanging beside the flank stays clean. Fails when the body has no skin, or none near that place.
[[nodiscard]] Result<PaintedSkin> paint_disc(const Body& body, glm::vec3 centre, float radius);

/// A region's patch of skin on one side, or on both (midline). Fails, naming it, when the region is unknown or
/// this body's skin has none of it.
[[nodiscard]] Result<PaintedSkin> paint_region(const Body& body, std::string_view region, Side side);

/// As paint_disc, onto what is painted already (empty: nothing yet): added to it or, with `erase`, taken from it.
[[nodiscard]] Result<void> brush(const Body& body, PaintedSkin& painted, glm::vec3 centre, float radius, bool erase);

/// The same about a point of the skin that is known.
[[nodiscard]] Result<void> brush(const Body& body, PaintedSkin& painted, const geometry::SurfacePoint& centre, float radius, bool erase);

/// The place of the skin that a disc about `centre` is painted from: its nearest point, `rest` being `centre`. Fails as
/// paint_disc does.
[[nodiscard]] Result<Place> place_on_skin(const Body& body, glm::vec3 centre);

/// Adds one painting to another (empty: nothing yet).
void add_paint(PaintedSkin& painted, const PaintedSkin& more);

}  // namespace dorsum::body
