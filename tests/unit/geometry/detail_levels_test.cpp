#include "dorsum/geometry/detail_levels.h"

#include <catch2/catch.hpp>

#include "dorsum/geometry/mesh_repair.h"
#include "shapes.h"

using namespace dorsum::geometry;

namespace {

TriangleMesh level_of(const TriangleMesh& mesh, const DetailLevels& detail, std::size_t level) {
  TriangleMesh part;
  part.positions = mesh.positions;
  const auto from = detail.triangles.begin() + static_cast<std::ptrdiff_t>(detail.levels[level].first);
  part.triangles.assign(from, from + static_cast<std::ptrdiff_t>(detail.levels[level].count));
  return part;
}

}  // namespace

TEST_CASE("the first level is the mesh itself, the others are coarser and still closed") {
  const TriangleMesh sphere = shapes::sphere(50.0F, 5);
  const DetailLevels detail = detail_levels(sphere);
  CHECK(level_of(sphere, detail, 0).triangles == sphere.triangles);
  CHECK(detail.levels[0].error_mm == 0.0F);
  for (std::size_t level = 1; level < 3; ++level) {
    INFO(level);
    const TriangleMesh coarse = level_of(sphere, detail, level);
    CHECK(coarse.triangles.size() < detail.levels[level - 1].count / 2);
    const Topology topology = topology_of(coarse);
    CHECK(topology.closed());
    CHECK(topology.inconsistent_edges == 0);
    CHECK(detail.levels[level].error_mm > 0.0F);
    CHECK(detail.levels[level].error_mm <= 2.01F);
    CHECK(signed_volume_of(coarse) == Approx(signed_volume_of(sphere)).epsilon(0.05));
  }
}

TEST_CASE("the level is the coarsest within the error asked for") {
  const TriangleMesh sphere = shapes::sphere(50.0F, 5);
  const DetailLevels detail = detail_levels(sphere);
  CHECK(detail.level_for(0.0F) == 0);
  CHECK(detail.level_for(detail.levels[1].error_mm) == 1);
  CHECK(detail.level_for(100.0F) == 2);
}

TEST_CASE("what is coarse already stays as it is at every level") {
  const TriangleMesh cube = shapes::cube();
  const DetailLevels detail = detail_levels(cube);
  CHECK(detail.triangles == cube.triangles);
  for (const auto& level : detail.levels) {
    CHECK(level.first == 0);
    CHECK(level.count == cube.triangles.size());
  }
  CHECK(detail_levels({}).triangles.empty());
}
