#include "dorsum/core/number.h"

#include <catch2/catch.hpp>

using namespace dorsum;

TEST_CASE("a text that is a number, and nothing else, is one") {
  CHECK(number_in("12") == 12.0);
  CHECK(number_in("-0.5") == -0.5);
  CHECK(number_in(".25") == 0.25);
  CHECK(number_in("1e3") == 1000.0);
  for (const char* text : {"", "-", ".", "+1", " 1", "1 ", "1,5", "0x10", "inf", "nan", "-inf", "1e999", "twelve", "12mm"}) CHECK_FALSE(number_in(text));
}

TEST_CASE("a number at the beginning of a text says how far it goes") {
  const auto found = leading_number("-12.5, 7");
  REQUIRE(found);
  CHECK(found->value == -12.5);
  CHECK(found->length == 5);
  CHECK_FALSE(leading_number("mm 5"));
}
