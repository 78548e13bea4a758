#include "dorsum/body/reach.h"

#include <catch2/catch.hpp>

#include "small_body.h"

using namespace dorsum;
using namespace dorsum::body;

TEST_CASE("a thumb reaches the points of the muscle beneath it, and no others") {
  const auto body = small::body();
  // Straight in from the right side towards the right muscle: a ball of 10 mm about (-50, 0, 0), whose points lie on it.
  const auto over = probe_at(*body, {-100.0F, 0.0F, 0.0F});
  REQUIRE(over);
  const auto reached = points_in_reach(*body, *over);
  REQUIRE_FALSE(reached.empty());
  for (const ReachedPoint& point : reached) {
    CHECK(body->triggers()[point.trigger].side == Side::right);
    CHECK(point.aside <= thumb_reach);
    CHECK(point.depth > 0.0F);
    CHECK(point.depth < 120.0F);
  }
  for (std::size_t i = 1; i < reached.size(); ++i) CHECK(reached[i - 1].aside <= reached[i].aside);

  const auto between = probe_at(*body, {0.0F, 100.0F, 0.0F});
  REQUIRE(between);
  CHECK(points_in_reach(*body, *between).empty());
}
