#include "dorsum/view/side_by_side.h"

#include <catch2/catch.hpp>

using namespace dorsum;

TEST_CASE("two compared points have a picture each, seen by the same camera") {
  app::State state;
  CHECK(view::pictures_of(state) == std::vector{state});
  state.compared = app::Comparison{"trapezius-3.R", "trapezius-1.R"};
  state.camera.azimuth = 40.0F;
  const auto pictures = view::pictures_of(state);
  REQUIRE(pictures.size() == 2);
  CHECK(*pictures[0].triggers == app::Ids{"trapezius-3.R"});
  CHECK(*pictures[1].triggers == app::Ids{"trapezius-1.R"});
  CHECK(pictures[0].camera == pictures[1].camera);
}

TEST_CASE("the parts of a picture fill it without a gap") {
  CHECK(view::part_of(801, 600, 1, 0).width == 801);
  const auto left = view::part_of(801, 600, 2, 0), right = view::part_of(801, 600, 2, 1);
  CHECK(left.left == 0);
  CHECK(right.left == left.width);
  CHECK(left.width + right.width == 801);
  CHECK(right.height == 600);
}
