// Where it hurts: discs and regions as weights on the skin.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "dorsum/body/explain.h"
#include "dorsum/core/spelling.h"
#include "dorsum/geometry/geodesics.h"

namespace dorsum::body {

Result<PaintedSkin> paint_disc(const Body& body, glm::vec3 centre, float radius) {
  if (!body.skin()) return bad_input("pain", "this body has no skin to paint on", "open a pack with a skin");
  if (!std::isfinite(centre.x) || !std::isfinite(centre.y) || !std::isfinite(centre.z)) {
    return bad_input("pain", "the place is not a number");
  }
  // 600 mm covers a whole back; more is a slip of the keyboard.
  if (!(radius > 0.0F) || radius > 600.0F) {
    return bad_input("pain", fmt::format("the radius is {} mm", radius), "give 1 to 600 mm");
  }
  const auto skin = static_cast<std::uint32_t>(*body.skin());
  const geometry::TriangleMesh& mesh = body.mesh(skin);
  auto source = body.surfaces().closest(centre, std::numeric_limits<float>::infinity(), skin);
  if (!source) return bad_input("pain", "no skin was found near that place");

  const float edge = std::min(3.0F, 0.5F * radius);
  const geometry::Patch patch = geometry::patch_around(mesh, std::span(&*source, 1), 1.25F * radius + 15.0F);
  const auto place = std::lower_bound(patch.triangle_of.begin(), patch.triangle_of.end(), source->triangle);
  source->triangle = static_cast<std::uint32_t>(place - patch.triangle_of.begin());
  const auto geodesics = geometry::HeatGeodesics::prepare(patch.mesh);
  if (!geodesics) return Failure(geodesics.error());
  const std::vector<float> distances = geodesics->distances(std::span(&*source, 1));

  PaintedSkin painted(mesh.positions.size(), 0.0F);
  std::size_t nearest = 0;
  for (std::size_t v = 0; v < distances.size(); ++v) {
    if (distances[v] < distances[nearest]) nearest = v;
    const float t = std::clamp((distances[v] - (radius - edge)) / (2.0F * edge), 0.0F, 1.0F);
    painted[patch.original[v]] = 1.0F - t * t * (3.0F - 2.0F * t);
  }
  // A small disc on coarse skin still paints the vertex it is next to.
  if (std::all_of(painted.begin(), painted.end(), [](float w) { return w == 0.0F; })) {
    painted[patch.original[nearest]] = 1.0F;
  }
  return painted;
}

Result<PaintedSkin> paint_region(const Body& body, std::string_view region, Side side) {
  if (!body.skin()) return bad_input("pain", "this body has no skin to paint on", "open a pack with a skin");
  const SkinRegions& regions = body.skin_regions();
  const auto index = regions.index_of(region);
  if (!index) {
    return bad_input("pain", fmt::format("there is no region \"{}\"", region),
                     did_you_mean(region, regions.names, "see the list of regions in the handbook"));
  }
  PaintedSkin painted(regions.region.size(), 0.0F);
  bool any = false;
  for (std::size_t v = 0; v < painted.size(); ++v) {
    if (regions.region[v] != *index || (side != Side::midline && regions.side[v] != side)) continue;
    painted[v] = 1.0F;
    any = true;
  }
  if (!any) {
    return bad_input("pain", fmt::format("the skin of this body has no {}", with_side(region, side)),
                     "paint the place itself: pain at X Y Z RADIUS");
  }
  return painted;
}

}  // namespace dorsum::body
