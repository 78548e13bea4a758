#include "dorsum/geometry/simplify.h"

#include <catch2/catch.hpp>

#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/geometry/surface_query.h"
#include "shapes.h"

using namespace dorsum::geometry;

TEST_CASE("a sphere is simplified within its bounds of number and error") {
  TriangleMesh sphere = shapes::sphere(100.0F, 5);
  compute_normals(sphere, 180.0F);
  sphere.tendon.assign(sphere.positions.size(), 0.5F);
  const TriangleMesh fewer = simplified(sphere, 2000, 2.0F);
  CHECK(fewer.triangles.size() <= 2000);
  CHECK(fewer.triangles.size() > 1000);
  CHECK(topology_of(fewer).closed());
  CHECK(fewer.normals.size() == fewer.positions.size());
  CHECK(fewer.tendon.size() == fewer.positions.size());
  const SurfaceQuery query({&fewer});
  for (const glm::vec3& p : sphere.positions) CHECK(query.closest(p)->distance < 2.0F);
}

TEST_CASE("the error bound wins over the target") {
  const TriangleMesh sphere = shapes::sphere(100.0F, 4);
  const TriangleMesh fewer = simplified(sphere, 10, 0.5F);
  CHECK(fewer.triangles.size() > 200);
  CHECK(simplified(sphere, 1000000, 5.0F).triangles == sphere.triangles);
  CHECK(simplified(TriangleMesh{}, 10, 1.0F).triangles.empty());
}

TEST_CASE("reordering changes no surface and drops unused vertices") {
  TriangleMesh mesh = shapes::sphere(10.0F, 3);
  mesh.positions.emplace_back(99.0F);
  mesh.tendon.resize(mesh.positions.size());
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) mesh.tendon[i] = mesh.positions[i].x;
  const double volume = signed_volume_of(mesh);
  optimise_order(mesh);
  CHECK(mesh.positions.size() == 642);
  CHECK(signed_volume_of(mesh) == Approx(volume));
  CHECK(topology_of(mesh).closed());
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) CHECK(mesh.tendon[i] == mesh.positions[i].x);
}
