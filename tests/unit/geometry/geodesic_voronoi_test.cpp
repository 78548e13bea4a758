#include "dorsum/geometry/geodesic_voronoi.h"
#include "dorsum/geometry/surface_query.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "shapes.h"

using namespace dorsum::geometry;

namespace {

VoronoiSource source_at(const SurfaceQuery& query, glm::vec3 place, std::uint32_t label, float head_start = 0.0F) {
  return {*query.closest(place), head_start, label};
}

}  // namespace

TEST_CASE("two sources on a sphere meet half-way around it, a head start moves the border by half of itself") {
  const TriangleMesh ball = shapes::sphere(100.0F, 5);
  const SurfaceQuery query({&ball});
  for (const float head_start : {0.0F, 40.0F}) {
    const std::vector<VoronoiSource> sources{source_at(query, {0.0F, 0.0F, 100.0F}, 7, head_start),
                                             source_at(query, {0.0F, 0.0F, -100.0F}, 9)};
    const auto labels = geodesic_voronoi(ball, sources);
    REQUIRE(labels.size() == ball.positions.size());
    for (std::size_t v = 0; v < labels.size(); ++v) {
      const float arc = 100.0F * std::acos(std::clamp(ball.positions[v].z / 100.0F, -1.0F, 1.0F));
      const float border = 50.0F * 3.14159265F + 0.5F * head_start;
      if (arc < border - 5.0F) CHECK(labels[v] == 7);
      if (arc > border + 5.0F) CHECK(labels[v] == 9);
    }
  }
}

TEST_CASE("nearness is along the surface: a gap is not jumped") {
  // Two balls 10 mm apart; the source on the first is the nearer one in a straight line to much of the second.
  TriangleMesh both = shapes::sphere(50.0F, 4);
  const std::size_t first = both.positions.size();
  append(both, shapes::sphere(50.0F, 4, {110.0F, 0.0F, 0.0F}));
  const SurfaceQuery query({&both});
  const auto alone = geodesic_voronoi(both, std::vector{source_at(query, {50.0F, 0.0F, 0.0F}, 1)});
  for (std::size_t v = 0; v < alone.size(); ++v) CHECK(alone[v] == (v < first ? 1U : unreached));
  const auto shared = geodesic_voronoi(
      both, std::vector{source_at(query, {50.0F, 0.0F, 0.0F}, 1), source_at(query, {160.0F, 0.0F, 0.0F}, 2)});
  for (std::size_t v = 0; v < shared.size(); ++v) CHECK(shared[v] == (v < first ? 1U : 2U));
}

TEST_CASE("without a usable source nothing is reached") {
  const TriangleMesh ball = shapes::sphere(10.0F, 2);
  VoronoiSource astray;
  astray.point.triangle = static_cast<std::uint32_t>(ball.triangles.size());
  for (const std::uint32_t label : geodesic_voronoi(ball, std::vector{astray})) CHECK(label == unreached);
  CHECK(geodesic_voronoi(TriangleMesh{}, {}).empty());
}
