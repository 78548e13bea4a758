#include "dorsum/geometry/triangle_mesh.h"

#include <catch2/catch.hpp>

#include "../stopped_by_assert.h"
#include "dorsum/geometry/surface_query.h"
#include "shapes.h"

using namespace dorsum::geometry;

TEST_CASE("a cube of edge 2 has its bounds, area and volume") {
  const TriangleMesh cube = shapes::cube();
  CHECK(bounds_of(cube).low == glm::vec3(-1.0F));
  CHECK(bounds_of(cube).high == glm::vec3(1.0F));
  CHECK(area_of(cube) == Approx(24.0));
  CHECK(signed_volume_of(cube) == Approx(8.0));
}

TEST_CASE("an empty mesh has no size") {
  const TriangleMesh empty;
  CHECK(bounds_of(empty).high == glm::vec3(0.0F));
  CHECK(area_of(empty) == 0.0);
  CHECK(signed_volume_of(empty) == 0.0);
}

TEST_CASE("volume does not depend on where the mesh stands") {
  const TriangleMesh sphere = shapes::sphere(10.0F, 4, {300.0F, -200.0F, 1500.0F});
  CHECK(signed_volume_of(sphere) == Approx(4.18879e3).epsilon(0.01));
}

TEST_CASE("a mirror image lies on the other side and still winds outward") {
  TriangleMesh sphere = shapes::sphere(10.0F, 2, {30.0F, 0.0F, 0.0F});
  sphere.normals.assign(sphere.positions.size(), glm::vec3(1.0F, 0.0F, 0.0F));
  const TriangleMesh image = mirrored(sphere, -0.7F);
  CHECK(bounds_of(image).low.x == Approx(-1.4F - bounds_of(sphere).high.x));
  CHECK(signed_volume_of(image) == Approx(signed_volume_of(sphere)));
  CHECK(image.normals.front().x == -1.0F);
}

TEST_CASE("appending renumbers triangles and keeps per-vertex data in step") {
  TriangleMesh whole = shapes::cube();
  TriangleMesh part = shapes::cube();
  part.tendon.assign(part.positions.size(), 0.5F);
  append(whole, part);
  CHECK(whole.positions.size() == 16);
  REQUIRE(whole.triangles.size() == 24);
  CHECK(whole.triangles[12] == Triangle{8, 10, 9});
  REQUIRE(whole.tendon.size() == 16);
  CHECK(whole.tendon[0] == 0.0F);
  CHECK(whole.tendon[8] == 0.5F);
  CHECK(whole.normals.empty());
}

TEST_CASE("a programmer's mistake with a mesh is stopped where it is made") {
  const TriangleMesh cube = shapes::cube();
  const auto triangles = static_cast<std::uint32_t>(cube.triangles.size());
  using dorsum::test::stopped_by_assert;
  CHECK_FALSE(stopped_by_assert([&] { static_cast<void>(position_of({.triangle = triangles - 1}, cube)); }));
  CHECK(stopped_by_assert([&] { static_cast<void>(position_of({.triangle = triangles}, cube)); }));
  TriangleMesh torn = cube;
  torn.tendon.assign(cube.positions.size() - 1, 0.0F);
  CHECK(stopped_by_assert([&] { append(torn, cube); }));
  const SurfaceQuery query({&cube});
  CHECK(stopped_by_assert([&] { static_cast<void>(query.closest({}, 1.0F, 1)); }));
}
