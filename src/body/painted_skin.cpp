#include "dorsum/body/painted_skin.h"

#include <fmt/format.h>

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "dorsum/core/assert.h"
#include "dorsum/core/spelling.h"
#include "dorsum/geometry/triangle_mesh.h"
#include "dorsum/body/skin_anchor.h"

namespace dorsum::body {
namespace {

constexpr float paint_edge = 3.0F;  // mm on either side of the radius

}  // namespace

Result<Place> place_on_skin(const Body& body, glm::vec3 centre) {
  if (!body.skin()) return bad_input(to_say("pain"), to_say("this body has no skin to paint on"), to_say("open a pack with a skin"));
  if (!geometry::is_finite(centre)) return bad_input(to_say("pain"), to_say("the place is not a number"));
  const auto skin = static_cast<std::uint32_t>(*body.skin());
  const auto found = body.surfaces().closest(centre, std::numeric_limits<float>::infinity(), skin);
  if (!found) return bad_input(to_say("pain"), to_say("no skin was found near that place"));
  if (found->distance > deepest_place) {
    return bad_input(to_say("pain"),
                     to_fill("the place {x:.0f}, {y:.0f}, {z:.0f} lies {far:.0f} mm from the skin", fmt::arg("x", centre.x), fmt::arg("y", centre.y), fmt::arg("z", centre.z), fmt::arg("far", found->distance)),
                     to_say("name a place on the body: dorsum info --json lists the landmarks"));
  }
  return Place{*found, centre};
}

Result<void> brush(const Body& body, PaintedSkin& painted, glm::vec3 centre, float radius, bool erase) {
  const auto source = place_on_skin(body, centre);
  if (!source) return Failure(source.error());
  return brush(body, painted, source->on, radius, erase);
}

Result<void> brush(const Body& body, PaintedSkin& painted, const geometry::SurfacePoint& centre, float radius, bool erase) {
  if (!(radius > 0.0F) || radius > most_paint_radius) {
    return bad_input(to_say("pain"), to_fill("the radius is {} mm", radius), to_fill("give {least} to {most} mm", fmt::arg("least", least_paint_radius), fmt::arg("most", most_paint_radius)));
  }
  assert(body.skin() && centre.mesh == *body.skin());
  const geometry::TriangleMesh& skin = body.mesh(*body.skin());
  assert(painted.empty() || painted.size() == skin.positions.size());
  painted.resize(skin.positions.size(), 0.0F);
  const float edge = std::min(paint_edge, 0.5F * radius);
  const auto lay = [&](std::uint32_t vertex, float weight) {
    float& now = painted[vertex];
    now = erase ? std::min(now, 1.0F - weight) : std::max(now, weight);
  };
  bool any = false;
  for (const auto& [vertex, distance] : body.skin_paths()->within(centre, radius + edge)) {
    const float weight = 1.0F - glm::smoothstep(0.0F, 2.0F * edge, distance - (radius - edge));
    any = any || weight > 0.0F;
    lay(vertex, weight);
  }
  // A small disc on coarse skin still paints the vertex it is next to.
  if (!any) {
    const glm::vec3 at = geometry::position_of(centre, skin);
    const geometry::Triangle& corners = skin.triangles[centre.triangle];
    lay(*std::min_element(corners.begin(), corners.end(),
                          [&](std::uint32_t a, std::uint32_t b) {
                            return glm::distance(skin.positions[a], at) <
                                   glm::distance(skin.positions[b], at);
                          }),
        1.0F);
  }
  return {};
}

Result<PaintedSkin> paint_disc(const Body& body, glm::vec3 centre, float radius) {
  PaintedSkin painted;
  if (auto done = brush(body, painted, centre, radius, false); !done) return Failure(done.error());
  return painted;
}

Result<PaintedSkin> paint_region(const Body& body, std::string_view region, Side side) {
  if (!body.skin()) return bad_input(to_say("pain"), to_say("this body has no skin to paint on"), to_say("open a pack with a skin"));
  const SkinRegions& regions = body.skin_regions();
  const auto index = regions.index_of(region);
  if (!index) {
    return bad_input(to_say("pain"), to_fill("there is no region \"{}\"", region),
                     did_you_mean(region, regions.names, to_say("see the list of regions in the handbook")));
  }
  PaintedSkin painted(regions.region.size(), 0.0F);
  bool any = false;
  for (std::size_t v = 0; v < painted.size(); ++v) {
    if (regions.region[v] != *index || (side != Side::midline && regions.side[v] != side)) continue;
    painted[v] = 1.0F;
    any = true;
  }
  if (!any) {
    return bad_input(to_say("pain"), to_fill("the skin of this body has no {}", with_side(region, side)),
                     to_say("paint the place itself: pain at X Y Z RADIUS"));
  }
  return painted;
}

void add_paint(PaintedSkin& painted, const PaintedSkin& more) {
  assert(painted.empty() || more.empty() || painted.size() == more.size());
  painted.resize(std::max(painted.size(), more.size()), 0.0F);
  for (std::size_t i = 0; i < more.size(); ++i) painted[i] = std::max(painted[i], more[i]);
}

}  // namespace dorsum::body
