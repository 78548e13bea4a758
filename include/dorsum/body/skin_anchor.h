#pragma once
// Carrying a point of the body onto its skin, from the side that a referral area names.

#include <optional>
#include <vector>

#include "dorsum/atlas/content.h"
#include "dorsum/core/side.h"
#include "dorsum/geometry/surface_query.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::body {

inline constexpr float deepest_place = 150.0F;  ///< mm: every place within a body is nearer to its skin

/// The direction from within the body toward the face's skin; unit length.
[[nodiscard]] glm::vec3 toward_face(atlas::Face face, Side side);

/// Anchors joined by straight lines, a point at least every `spacing` mm; one anchor is one point, none is none.
[[nodiscard]] std::vector<glm::vec3> along_anchors(const std::vector<glm::vec3>& anchors, float spacing);

struct CarriedPoint {
  geometry::SurfaceHit point;
  bool by_ray = true;  ///< false: the ray found nothing sensible, and the nearest skin was taken
};

/// Where the skin that looks toward the face is met on the line through `anchor`: the nearest such place, within
/// `reach` mm; else the skin's nearest point. Nothing only when there is no skin.
[[nodiscard]] std::optional<CarriedPoint> carry_to_skin(const geometry::SurfaceQuery& skin,
                                                        const geometry::TriangleMesh& mesh, glm::vec3 anchor,
                                                        glm::vec3 direction, float reach);

}  // namespace dorsum::body
