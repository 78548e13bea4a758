#include "dorsum/geometry/space_warp.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace dorsum;
using geometry::SpaceWarp;

namespace {

const std::vector<glm::vec3> corners{{0, 0, 0}, {100, 0, 0}, {0, 100, 0}, {0, 0, 100}, {100, 100, 100}, {50, 20, 70}};

}  // namespace

TEST_CASE("a warp takes sources to targets, and an affine map is kept everywhere") {
  std::vector<glm::vec3> targets;
  for (const glm::vec3& p : corners) targets.emplace_back(1.1F * p.x + 5.0F, 0.9F * p.y + 0.1F * p.z, p.z - 7.0F);
  const auto warp = SpaceWarp::through(corners, targets, 0.0F);
  REQUIRE(warp);
  for (std::size_t i = 0; i < corners.size(); ++i) CHECK(glm::distance((*warp)(corners[i]), targets[i]) < 1e-3F);
  const glm::vec3 far(-300.0F, 40.0F, 900.0F);
  CHECK(glm::distance((*warp)(far), glm::vec3(1.1F * far.x + 5.0F, 0.9F * far.y + 0.1F * far.z, far.z - 7.0F)) < 0.01F);
}

TEST_CASE("one point moved bends space around it, less with slack") {
  std::vector<glm::vec3> targets = corners;
  targets[5] += glm::vec3(0.0F, 0.0F, 10.0F);
  const auto exact = SpaceWarp::through(corners, targets, 0.0F);
  const auto slack = SpaceWarp::through(corners, targets, 20.0F);
  REQUIRE(exact);
  REQUIRE(slack);
  CHECK((*exact)(corners[5]).z == Approx(80.0F).margin(1e-3));
  const float moved = (*slack)(corners[5]).z - corners[5].z;
  CHECK(moved > 1.0F);
  CHECK(moved < 9.0F);
}

TEST_CASE("points that can't determine a warp are refused") {
  const std::vector<glm::vec3> flat{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {2, 1, 0}};
  CHECK_FALSE(SpaceWarp::through(flat, flat, 0.0F));
  const std::vector<glm::vec3> few{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}};
  CHECK_FALSE(SpaceWarp::through(few, few, 0.0F));
  CHECK_FALSE(SpaceWarp::through(corners, few, 0.0F));
}
