#include "dorsum/geometry/displacement.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "dorsum/geometry/closest_point.h"
#include "shapes.h"

namespace dorsum::geometry {

TEST_CASE("what is lifted goes straight out from the axis at its own height, what is drawn apart goes whole") {
  const glm::vec2 axis(10.0F, 20.0F);
  CHECK(Displacement{}.at_rest());
  CHECK(moved({13.0F, 24.0F, 7.0F}, {}, axis) == glm::vec3(13.0F, 24.0F, 7.0F));
  CHECK(glm::distance(moved({13.0F, 24.0F, 7.0F}, {.lift = 10.0F}, axis), glm::vec3(19.0F, 32.0F, 7.0F)) < 1e-5F);
  CHECK(glm::distance(moved({13.0F, 24.0F, 7.0F}, {.lift = 10.0F, .offset = {1, 2, 3}}, axis), glm::vec3(20.0F, 34.0F, 10.0F)) < 1e-5F);
  // On the axis nothing is torn away.
  CHECK(moved({10.0F, 20.0F, 7.0F}, {.lift = 10.0F}, axis) == glm::vec3(10.0F, 20.0F, 7.0F));
  CHECK(moved({10.5F, 20.0F, 7.0F}, {.lift = 10.0F}, axis).x == Approx(15.5F));
}

TEST_CASE("a moved box holds every moved place of the box") {
  const Bounds box{{-3, -2, 0}, {5, 9, 4}};
  const Displacement by{.lift = 12.0F, .offset = {0, 30, 1}};
  const Bounds around = moved(box, by);
  for (int i = 0; i < 27; ++i) {
    const glm::vec3 part(static_cast<float>(i % 3) / 2.0F, static_cast<float>(i / 3 % 3) / 2.0F, static_cast<float>(i / 9) / 2.0F);
    const glm::vec3 at = moved(box.low + part * (box.high - box.low), by, {1.0F, 2.0F});
    for (int c = 0; c < 3; ++c) {
      CHECK(at[c] >= around.low[c]);
      CHECK(at[c] <= around.high[c]);
    }
  }
}

TEST_CASE("a surface point says where it lies on the mesh as the mesh is now") {
  TriangleMesh ball = shapes::sphere(50.0F, 4);
  const auto found = closest_point(ball, {20.0F, 30.0F, 60.0F}, 1e9F);
  REQUIRE(found);
  CHECK(position_of(*found, ball) == found->position);
  CHECK(glm::dot(facing_of(*found, ball), glm::normalize(found->position)) > 0.99F);
  CHECK(glm::dot(normal_of(*found, ball), facing_of(*found, ball)) == Approx(1.0F));  // it has no normals of its own
  for (const glm::vec3& p : ball.positions) ball.normals.push_back(glm::normalize(p));
  CHECK(glm::dot(normal_of(*found, ball), glm::normalize(found->position)) > 0.999F);
  for (glm::vec3& p : ball.positions) p = 2.0F * p + glm::vec3(1.0F, 0.0F, 0.0F);
  CHECK(glm::distance(position_of(*found, ball), 2.0F * found->position + glm::vec3(1.0F, 0.0F, 0.0F)) < 1e-4F);
}

TEST_CASE("a corner is a point of a triangle that has it") {
  const TriangleMesh cube = shapes::cube();
  for (std::uint32_t v = 0; v < cube.positions.size(); ++v) {
    const auto point = corner_point(4, cube, v);
    REQUIRE(point);
    CHECK(point->mesh == 4);
    CHECK(position_of(*point, cube) == cube.positions[v]);
  }
  CHECK_FALSE(corner_point(0, cube, 99));
}

}  // namespace dorsum::geometry
