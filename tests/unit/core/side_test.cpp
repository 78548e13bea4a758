#include "dorsum/core/side.h"

#include <catch2/catch.hpp>

using namespace dorsum;

TEST_CASE("a side is read from an id's ending, of structures and of landmarks") {
  CHECK(side_of("trapezius-ascending.R") == Side::right);
  CHECK(side_of("rib-angle:6:L") == Side::left);
  CHECK(side_of("vertebra-T6") == Side::midline);
  CHECK(side_of("spinous-process:L") == Side::left);  // ids of vertebrae end in a number, so no id is ambiguous
  CHECK(side_of("") == Side::midline);
}

TEST_CASE("the left of the body is +X") {
  CHECK(sign_of(Side::left) == 1.0F);
  CHECK(sign_of(Side::right) == -1.0F);
  CHECK(sign_of(Side::midline) == 0.0F);
}

TEST_CASE("sides are taken off, put on and exchanged") {
  CHECK(without_side("hand.L") == "hand");
  CHECK(with_side("hand", Side::right) == "hand.R");
  CHECK(mirrored_id("acromion-tip:R") == "acromion-tip:L");
  CHECK(mirrored_id("skin") == "skin");
}
