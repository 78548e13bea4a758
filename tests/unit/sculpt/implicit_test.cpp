#include "implicit.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>

#include "dorsum/geometry/mesh_repair.h"

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

const glm::vec3 up(0.0F, 0.0F, 1.0F);

void require_clean(const geometry::TriangleMesh& mesh) {
  const geometry::Topology topology = geometry::topology_of(mesh);
  CHECK(topology.closed());
  CHECK(topology.inconsistent_edges == 0);
  CHECK(geometry::signed_volume_of(mesh) > 0.0);
}

}  // namespace

TEST_CASE("primitives measure known distances", "[sculpt]") {
  const Solid ball = ellipsoid({1.0F, 2.0F, 3.0F}, {5.0F, 5.0F, 5.0F});
  CHECK(ball.distance({1.0F, 2.0F, 10.0F}) == Approx(2.0F));
  CHECK(ball.distance({1.0F, 2.0F, 3.0F}) == Approx(-5.0F));

  const Solid cone = capsule({0, 0, 0}, 3.0F, {10, 0, 0}, 1.0F);
  CHECK(cone.distance({5, 6, 0}) == Approx(4.0F));
  CHECK(cone.distance({14, 0, 0}) == Approx(3.0F));

  const Solid brick = box({0, 0, 0}, {4, 3, 2}, glm::mat3(1.0F), 0.5F);
  CHECK(brick.distance({0, 0, 5}) == Approx(3.0F));
  CHECK(brick.distance({0, 0, 0}) == Approx(-2.0F));
}

TEST_CASE("a tube's first half axis lies along its reference", "[sculpt]") {
  const Solid flat = tube({{{0, 0, 0}, 6.0F, 2.0F, 0.0F}, {{20, 0, 0}, 6.0F, 2.0F, 0.0F}}, up);
  CHECK(flat.distance({10, 0, 6}) == Approx(0.0F).margin(1e-4));
  CHECK(flat.distance({10, 2, 0}) == Approx(0.0F).margin(1e-4));
  const Solid rolled = tube({{{0, 0, 0}, 6.0F, 2.0F, 1.5707963F}, {{20, 0, 0}, 6.0F, 2.0F, 1.5707963F}}, up);
  CHECK(rolled.distance({10, 6, 0}) == Approx(0.0F).margin(1e-4));
}

TEST_CASE("a column ends square to its course", "[sculpt]") {
  const std::vector<Station> stations{{{0, 0, 0}, 10.0F, 8.0F, 0.0F}, {{0, 0, 20}, 10.0F, 8.0F, 0.0F}};
  const Solid column = tube(stations, {1, 0, 0}, Ends::flat, 1.0F);
  CHECK(column.distance({0, 0, 23}) == Approx(3.0F).margin(0.1));
  CHECK(column.distance({0, 0, -3}) == Approx(3.0F).margin(0.1));
  CHECK(column.distance({7, 0, 19}) < 0.0F);
}

TEST_CASE("a plate has half its thickness on either side", "[sculpt]") {
  const Solid sheet = plate({{{{0, 0, 0}, 4.0F}, {{30, 0, 0}, 4.0F}}, {{{0, 30, 0}, 4.0F}, {{30, 30, 0}, 4.0F}}});
  CHECK(sheet.distance({15, 15, 5}) == Approx(3.0F));
  CHECK(sheet.distance({15, 15, -5}) == Approx(3.0F));
  CHECK(sheet.distance({33, 15, 0}) == Approx(1.0F));
}

TEST_CASE("a soft union swells the joint and keeps what is far away", "[sculpt]") {
  CHECK(soft_union(1.0F, 1.0F, 4.0F) == Approx(0.0F));
  CHECK(soft_union(1.0F, 9.0F, 4.0F) == Approx(1.0F));
  CHECK(soft_union(2.0F, 3.0F, 0.0F) == Approx(2.0F));
}

TEST_CASE("carving takes away and mirroring keeps the shape", "[sculpt]") {
  const Solid ball = ellipsoid({10, 0, 0}, {5, 5, 5});
  const Solid bitten = joined({{ball, 0.0F, false}, {ellipsoid({15, 0, 0}, {2, 2, 2}), 0.0F, true}});
  CHECK(bitten.distance({14, 0, 0}) > 0.0F);
  CHECK(bitten.distance({6, 0, 0}) < 0.0F);
  const Solid twin = mirrored(ball, -1.0F);
  CHECK(twin.distance({-12, 0, 0}) == Approx(-5.0F));
  CHECK(twin.bounds.low.x == Approx(-17.0F));
}

TEST_CASE("a polygonised ball is a closed ball of the right size", "[sculpt]") {
  auto mesh = polygonise(ellipsoid({3, -2, 7}, {10, 10, 10}), 1.0F);
  REQUIRE(mesh);
  require_clean(*mesh);
  CHECK(geometry::signed_volume_of(*mesh) == Approx(4.0 / 3.0 * 3.14159265 * 1000.0).epsilon(0.01));
  for (const glm::vec3& p : mesh->positions) CHECK(std::abs(glm::distance(p, {3, -2, 7}) - 10.0F) < 0.01F);

  simplify(*mesh, 600);
  CHECK(mesh->triangles.size() <= 600);
  require_clean(*mesh);
  CHECK(geometry::signed_volume_of(*mesh) == Approx(4.0 / 3.0 * 3.14159265 * 1000.0).epsilon(0.03));
}

TEST_CASE("specks go and the largest bodies stay", "[sculpt]") {
  const Solid three = joined({{ellipsoid({0, 0, 0}, {8, 8, 8}), 0.0F, false},
                              {ellipsoid({30, 0, 0}, {5, 5, 5}), 0.0F, false},
                              {ellipsoid({60, 0, 0}, {2, 2, 2}), 0.0F, false}});
  auto mesh = polygonise(three, 1.0F);
  REQUIRE(mesh);
  REQUIRE(geometry::topology_of(*mesh).components == 3);
  keep_largest(*mesh, 2);
  CHECK(geometry::topology_of(*mesh).components == 2);
  CHECK(geometry::bounds_of(*mesh).high.x < 40.0F);
}

TEST_CASE("a solid too large for its triangles is refused before it takes minutes and all the memory", "[sculpt]") {
  const auto refused = polygonise(ellipsoid({0, 0, 0}, glm::vec3(900.0F)), 1.0F);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message().find("the solid is too large for triangles of 1 mm") != std::string::npos);
}

TEST_CASE("what is too thin to show is said so", "[sculpt]") {
  CHECK_FALSE(polygonise(ellipsoid({0.5F, 0.5F, 0.5F}, {0.05F, 0.05F, 0.05F}), 1.0F));
}
