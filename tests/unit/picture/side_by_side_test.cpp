#include "dorsum/picture/side_by_side.h"

#include <catch2/catch.hpp>

#include "../stopped_by_assert.h"

using namespace dorsum;

TEST_CASE("two compared points have a picture each, seen by the same camera") {
  state::State state;
  CHECK(picture::pictures_of(state) == std::vector{state});
  state.compared = state::Comparison{"trapezius-3.R", "trapezius-1.R"};
  state.camera.azimuth = 40.0F;
  const auto pictures = picture::pictures_of(state);
  REQUIRE(pictures.size() == 2);
  CHECK(*pictures[0].triggers == state::Ids{"trapezius-3.R"});
  CHECK(*pictures[1].triggers == state::Ids{"trapezius-1.R"});
  CHECK(pictures[0].camera == pictures[1].camera);
}

TEST_CASE("the parts of a picture fill it without a gap") {
  CHECK(test::stopped_by_assert([] { static_cast<void>(picture::part_of(801, 600, 2, 2)); }));
  CHECK(picture::part_of(801, 600, 1, 0).width == 801);
  const auto left = picture::part_of(801, 600, 2, 0), right = picture::part_of(801, 600, 2, 1);
  CHECK(left.left == 0);
  CHECK(right.left == left.width);
  CHECK(left.width + right.width == 801);
  CHECK(right.height == 600);
}
