#include "dorsum/geometry/signed_distance.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "shapes.h"

using namespace dorsum::geometry;

TEST_CASE("distances to a cube have their sign at faces, edges and corners") {
  const SignedDistance cube(shapes::cube());
  const auto at = [&](glm::vec3 p) { return cube.at(p, 100.0F)->distance; };
  CHECK(at({0, 0, 3}) == Approx(2.0F));
  CHECK(at({0.2F, 0.1F, 0.5F}) == Approx(-0.5F));
  CHECK(at({2, 2, 0.3F}) == Approx(std::sqrt(2.0F)));
  CHECK(at({3, 3, 3}) == Approx(std::sqrt(12.0F)));
  CHECK(at({0.9F, 0.9F, 0.9F}) == Approx(-0.1F));
}

TEST_CASE("the outward direction leads out of the nearest wall, from either side") {
  const SignedDistance cube(shapes::cube());
  for (const float z : {0.6F, 1.0F, 1.7F}) {
    const auto nearest = cube.at({0.1F, 0.2F, z}, 10.0F);
    REQUIRE(nearest);
    CHECK(glm::distance(nearest->outward, glm::vec3(0, 0, 1)) < 1e-4F);
    CHECK(glm::distance(nearest->position, glm::vec3(0.1F, 0.2F, 1.0F)) < 1e-4F);
  }
}

TEST_CASE("beyond the radius nothing answers; split vertices change nothing") {
  CHECK_FALSE(SignedDistance(shapes::cube()).at({5, 0, 0}, 3.0F));
  CHECK_FALSE(SignedDistance({}).at({5, 0, 0}, 3.0F));
  const SignedDistance soup(shapes::soup(shapes::sphere(10.0F, 3)));
  for (const glm::vec3 direction : {glm::vec3(1, 0, 0), glm::vec3(0, -1, 0), glm::normalize(glm::vec3(1, 2, 3))}) {
    CHECK(soup.at(6.0F * direction, 20.0F)->distance == Approx(-4.0F).margin(0.15));
    CHECK(soup.at(12.0F * direction, 20.0F)->distance == Approx(2.0F).margin(0.15));
  }
}
