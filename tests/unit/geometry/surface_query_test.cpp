#include "dorsum/geometry/surface_query.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

#include "dorsum/geometry/closest_point.h"
#include "shapes.h"

using namespace dorsum::geometry;

TEST_CASE("a ray on a cube hits the near face, and all_hits the far one too") {
  const TriangleMesh cube = shapes::cube();
  const SurfaceQuery query({&cube});
  const auto hit = query.first_hit({0.3F, -5.0F, 0.2F}, {0.0F, 2.0F, 0.0F});
  REQUIRE(hit);
  CHECK(hit->distance == Approx(4.0F));
  CHECK(hit->position.y == Approx(-1.0F));
  CHECK(hit->position.x == Approx(0.3F));
  CHECK(hit->barycentric.x + hit->barycentric.y + hit->barycentric.z == Approx(1.0F));
  const auto hits = query.all_hits({0.3F, -5.0F, 0.2F}, {0.0F, 1.0F, 0.0F});
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].distance == Approx(4.0F));
  CHECK(hits[1].distance == Approx(6.0F));
}

TEST_CASE("a hit lies where the line meets the triangle, to a float's last digit: no processor's estimate is in it") {
  const TriangleMesh ball = shapes::sphere(50.0F, 4, {10.0F, -20.0F, 1200.0F});
  const SurfaceQuery query({&ball});
  std::mt19937 random(11U);
  std::uniform_real_distribution<float> anywhere(-45.0F, 45.0F);
  for (int i = 0; i < 200; ++i) {
    const glm::vec3 from(10.0F + anywhere(random), 900.0F, 1200.0F + anywhere(random));
    const auto hit = query.first_hit(from, {0.0F, -1.0F, 0.0F});
    if (!hit) continue;
    const auto& [a, b, c] = ball.triangles[hit->triangle];
    const glm::dvec3 corner(ball.positions[a]);
    const glm::dvec3 normal = glm::cross(glm::dvec3(ball.positions[b]) - corner, glm::dvec3(ball.positions[c]) - corner);
    const auto exact = static_cast<float>(glm::dot(normal, corner - glm::dvec3(from)) / -normal.y);
    CHECK(std::abs(hit->distance - exact) <= std::nextafter(exact, 1e9F) - exact);
    CHECK(query.all_hits(from, {0.0F, -1.0F, 0.0F}).front().distance == hit->distance);
  }
}

TEST_CASE("a ray that meets an edge hits the lower of its two triangles") {
  const TriangleMesh cube = shapes::cube();
  const SurfaceQuery query({&cube});
  for (const float aside : {0.1F, 0.3F, 0.7F}) {
    const glm::vec3 from(aside, -5.0F, -aside);  // before the edge between triangles 4 and 5
    const auto hits = query.all_hits(from, {0.0F, 1.0F, 0.0F});
    REQUIRE(hits.size() >= 2);
    CHECK(hits[0].triangle == 4);
    CHECK(hits[1].triangle == 5);
    CHECK(query.first_hit(from, {0.0F, 1.0F, 0.0F})->triangle == 4);
  }
}

TEST_CASE("no ray slips through an edge or a vertex") {
  const TriangleMesh cube = shapes::cube();
  const SurfaceQuery query({&cube});
  for (float t = -0.99F; t < 1.0F; t += 0.01F) CHECK(query.first_hit({t, -5.0F, -t}, {0.0F, 1.0F, 0.0F}));
  CHECK(query.first_hit({-5.0F, -5.0F, -5.0F}, {1.0F, 1.0F, 1.0F}));
}

TEST_CASE("a ray that points away or nowhere hits nothing") {
  const TriangleMesh cube = shapes::cube();
  const SurfaceQuery query({&cube});
  CHECK_FALSE(query.first_hit({0.0F, -5.0F, 0.0F}, {0.0F, -1.0F, 0.0F}));
  CHECK_FALSE(query.first_hit({0.0F, -5.0F, 0.0F}, {0.0F, 0.0F, 0.0F}));
  CHECK_FALSE(query.first_hit({0.0F, -5.0F, 0.0F}, {std::numeric_limits<float>::quiet_NaN(), 0.0F, 0.0F}));
  CHECK(query.all_hits({9.0F, -5.0F, 0.0F}, {0.0F, 1.0F, 0.0F}).empty());
}

TEST_CASE("a filter lets a ray pass what is hidden") {
  const TriangleMesh near = shapes::sphere(1.0F, 3, {0.0F, 0.0F, 0.0F});
  const TriangleMesh far = shapes::sphere(1.0F, 3, {0.0F, 10.0F, 0.0F});
  const TriangleMesh empty;
  const SurfaceQuery query({&near, &empty, &far});
  CHECK(query.first_hit({0.0F, -5.0F, 0.0F}, {0.0F, 1.0F, 0.0F})->mesh == 0);
  const auto hit =
      query.first_hit({0.0F, -5.0F, 0.0F}, {0.0F, 1.0F, 0.0F}, [](const SurfacePoint& p) { return p.mesh != 0; });
  REQUIRE(hit);
  CHECK(hit->mesh == 2);
  CHECK(hit->distance == Approx(14.0F).margin(0.05));
  CHECK(query.all_hits({0.13F, -5.0F, 0.07F}, {0.0F, 1.0F, 0.0F}).size() == 4);
  CHECK(query.is_blocked({0.0F, 5.0F, 0.0F}, {0.0F, 1.0F, 0.0F}));
  CHECK_FALSE(query.is_blocked({0.0F, 15.0F, 0.0F}, {0.0F, 1.0F, 0.0F}));
}

TEST_CASE("the closest point of a cube: on a face, an edge and a corner") {
  const TriangleMesh cube = shapes::cube();
  const SurfaceQuery query({&cube});
  CHECK(glm::distance(query.closest({0.2F, 3.0F, 0.1F})->position, glm::vec3(0.2F, 1.0F, 0.1F)) < 1e-5F);
  CHECK(glm::distance(query.closest({3.0F, 3.0F, 0.1F})->position, glm::vec3(1.0F, 1.0F, 0.1F)) < 1e-5F);
  CHECK(glm::distance(query.closest({3.0F, 3.0F, 3.0F})->position, glm::vec3(1.0F, 1.0F, 1.0F)) < 1e-5F);
  CHECK(query.closest({0.9F, 0.0F, 0.0F})->distance == Approx(0.1F));
  CHECK_FALSE(query.closest({3.0F, 0.0F, 0.0F}, 1.9F));
  CHECK(query.closest({3.0F, 0.0F, 0.0F}, 2.1F));
  CHECK_FALSE(query.closest({std::numeric_limits<float>::quiet_NaN(), 0.0F, 0.0F}));
}

TEST_CASE("closest points agree with a search through every triangle's samples") {
  const TriangleMesh sphere = shapes::sphere(10.0F, 4);
  const SurfaceQuery query({&sphere});
  std::mt19937 random(7);
  std::uniform_real_distribution<float> any(-20.0F, 20.0F);
  for (int i = 0; i < 200; ++i) {
    const glm::vec3 p(any(random), any(random), any(random));
    const auto found = query.closest(p);
    REQUIRE(found);
    CHECK(found->distance == Approx(std::abs(glm::length(p) - 10.0F)).margin(0.03));
    CHECK(found->distance == Approx(glm::distance(found->position, p)).margin(1e-4));
  }
}

TEST_CASE("the closest point of one mesh among many") {
  const TriangleMesh near = shapes::sphere(1.0F, 2, {0.0F, 0.0F, 0.0F});
  const TriangleMesh far = shapes::sphere(1.0F, 2, {50.0F, 0.0F, 0.0F});
  const TriangleMesh empty;
  const SurfaceQuery query({&near, &far, &empty});
  CHECK(query.closest({3.0F, 0.0F, 0.0F})->mesh == 0);
  const auto other = query.closest({3.0F, 0.0F, 0.0F}, std::numeric_limits<float>::infinity(), 1);
  REQUIRE(other);
  CHECK(other->mesh == 1);
  CHECK(other->distance == Approx(46.0F).margin(0.1));
  CHECK_FALSE(query.closest({3.0F, 0.0F, 0.0F}, 10.0F, 1));
  CHECK_FALSE(query.closest({3.0F, 0.0F, 0.0F}, 10.0F, 2));
}

TEST_CASE("damaged meshes and nothing at all are asked without harm") {
  CHECK_FALSE(SurfaceQuery({}).first_hit({0, 0, 0}, {1, 0, 0}));
  CHECK_FALSE(SurfaceQuery({}).closest({0, 0, 0}));
  TriangleMesh broken = shapes::cube();
  broken.triangles.push_back({0, 1, 4000});
  const SurfaceQuery query({&broken});
  CHECK(query.first_hit({0.3F, -5.0F, 0.2F}, {0.0F, 1.0F, 0.0F})->distance == Approx(4.0F));
}

TEST_CASE("a query moves, and its copies of the meshes with it") {
  auto cube = std::make_unique<TriangleMesh>(shapes::cube());
  SurfaceQuery first({cube.get()});
  cube.reset();
  const SurfaceQuery second = std::move(first);
  CHECK(second.first_hit({0.3F, -5.0F, 0.2F}, {0.0F, 1.0F, 0.0F}));
}

TEST_CASE("looking at every triangle finds what the index finds") {
  const TriangleMesh ball = shapes::sphere(50.0F, 4, {10.0F, -20.0F, 1200.0F});
  const SurfaceQuery query({&ball});
  std::mt19937 random(7U);
  std::uniform_real_distribution<float> anywhere(-120.0F, 120.0F);
  for (int i = 0; i < 50; ++i) {
    const glm::vec3 place(10.0F + anywhere(random), -20.0F + anywhere(random), 1200.0F + anywhere(random));
    const auto indexed = query.closest(place);
    const auto found = closest_point(ball, place, 1e9F);
    REQUIRE((indexed && found));
    CHECK(found->distance == Approx(indexed->distance).margin(1e-4));
    CHECK(glm::distance(found->position, indexed->position) < 1e-3F);
    CHECK_FALSE(closest_point(ball, place, found->distance));  // nothing is nearer than the nearest
  }
  CHECK_FALSE(closest_point({}, {0.0F, 0.0F, 0.0F}, 1e9F));
  CHECK_FALSE(closest_point(ball, {std::numeric_limits<float>::quiet_NaN(), 0.0F, 0.0F}, 1e9F));
}
