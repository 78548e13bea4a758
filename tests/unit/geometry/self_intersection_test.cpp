#include "dorsum/geometry/self_intersection.h"

#include <catch2/catch.hpp>

#include "shapes.h"

using namespace dorsum::geometry;

namespace {

TriangleMesh two(const TriangleMesh& a, const TriangleMesh& b) {
  TriangleMesh both = a;
  append(both, b);
  return both;
}

}  // namespace

TEST_CASE("whole surfaces pass through themselves nowhere") {
  CHECK(self_intersections(shapes::cube()).empty());
  CHECK(self_intersections(shapes::sphere(10.0F, 4)).empty());
  CHECK(self_intersections(shapes::plane(6, 10.0F)).empty());
  CHECK(self_intersections({}).empty());
}

TEST_CASE("split vertices and bodies apart are no intersection, nor is one body within another") {
  CHECK(self_intersections(shapes::soup(shapes::sphere(10.0F, 2))).empty());
  CHECK(self_intersections(two(shapes::sphere(10.0F, 2), shapes::sphere(10.0F, 2, {21.0F, 0.0F, 0.0F}))).empty());
  CHECK(self_intersections(two(shapes::sphere(10.0F, 2), shapes::sphere(5.0F, 2))).empty());
}

TEST_CASE("a triangle through another is found, and named by both") {
  TriangleMesh mesh;
  mesh.positions = {{0, 0, 0}, {4, 0, 0}, {0, 4, 0}, {1, 1, -1}, {1, 1, 1}, {9, 9, 1}};
  mesh.triangles = {{0, 1, 2}, {3, 4, 5}};
  REQUIRE(self_intersections(mesh).size() == 1);
  CHECK(self_intersections(mesh).front() == std::pair(0U, 1U));
}

TEST_CASE("triangles that share a corner may still cross; those that only touch there don't") {
  TriangleMesh mesh;
  mesh.positions = {{0, 0, 0}, {4, 0, 0}, {0, 4, 0}, {2, 1, -1}, {2, 1, 1}};
  mesh.triangles = {{0, 1, 2}, {0, 3, 4}};
  CHECK(self_intersections(mesh).size() == 1);
  mesh.positions[3] = {-2, 1, -1};
  mesh.positions[4] = {-2, 1, 1};
  CHECK(self_intersections(mesh).empty());
}

TEST_CASE("a fold flat upon itself counts, a sharp ridge doesn't") {
  TriangleMesh mesh;
  mesh.positions = {{0, 0, 0}, {4, 0, 0}, {2, 3, 0}, {1, 2, 0}};
  mesh.triangles = {{0, 1, 2}, {1, 0, 3}};
  CHECK(self_intersections(mesh).size() == 1);
  mesh.positions[3].z = 0.2F;
  CHECK(self_intersections(mesh).empty());
}

TEST_CASE("two spheres through each other cross all along one circle") {
  const auto pairs = self_intersections(two(shapes::sphere(10.0F, 3), shapes::sphere(10.0F, 3, {12.0F, 0.1F, 0.2F})));
  const std::uint32_t in_one = 1280;
  CHECK(pairs.size() > 40);
  for (const auto& [a, b] : pairs) CHECK((a < in_one && b >= in_one));
}
