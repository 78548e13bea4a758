#include "even_triangles.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "../geometry/shapes.h"
#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/geometry/self_intersection.h"

using namespace dorsum;
using geometry::TriangleMesh;

TEST_CASE("slivers are counted by their smallest angle") {
  TriangleMesh mesh;
  mesh.positions = {{0, 0, 0}, {10, 0, 0}, {5, 8, 0}, {5, 0.2F, 0}};
  mesh.triangles = {{0, 1, 2}, {0, 1, 3}};
  CHECK(sculpt::part_of_slivers(mesh, 10.0F) == Approx(0.5));
  CHECK(sculpt::part_of_slivers(mesh, 1.0F) == Approx(0.0));
  CHECK(sculpt::part_of_slivers({}, 10.0F) == 0.0);
}

TEST_CASE("a stretched surface gets even triangles and keeps its shape and what it knows of fibres") {
  TriangleMesh mesh = geometry::shapes::sphere(10.0F, 4);
  for (auto& p : mesh.positions) p.x *= 8.0F;  // slivers along x
  for (const auto& p : mesh.positions) {
    mesh.fibre.emplace_back(p.x, p.y);
    mesh.tendon.push_back(p.x > 0.0F ? 1.0F : 0.0F);
  }
  const TriangleMesh shape = mesh;
  REQUIRE(sculpt::part_of_slivers(shape, 15.0F) > 0.1);
  sculpt::even_triangles(mesh, shape, 4000);
  CHECK(sculpt::part_of_slivers(mesh, 15.0F) < 0.005);
  CHECK(mesh.triangles.size() > 2500);
  CHECK(mesh.triangles.size() < 6000);
  CHECK(geometry::topology_of(mesh).closed());
  CHECK(geometry::topology_of(mesh).inconsistent_edges == 0);
  CHECK(geometry::self_intersections(mesh).empty());
  CHECK(geometry::signed_volume_of(mesh) == Approx(geometry::signed_volume_of(shape)).epsilon(0.02));
  REQUIRE(mesh.fibre.size() == mesh.positions.size());
  REQUIRE(mesh.tendon.size() == mesh.positions.size());
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    CHECK(mesh.fibre[i].x == Approx(mesh.positions[i].x).margin(0.1));
    CHECK(mesh.fibre[i].y == Approx(mesh.positions[i].y).margin(0.1));
  }
}

TEST_CASE("sharp edges keep their course") {
  TriangleMesh mesh = geometry::shapes::cube();
  for (auto& p : mesh.positions) p *= 10.0F;
  const TriangleMesh shape = mesh;
  sculpt::even_triangles(mesh, shape, 1200);
  CHECK(geometry::topology_of(mesh).closed());
  CHECK(geometry::signed_volume_of(mesh) == Approx(8000.0).epsilon(1e-4));
  CHECK(mesh.triangles.size() > 600);
}
