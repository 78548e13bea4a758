#include "dorsum/core/spelling.h"

#include <catch2/catch.hpp>

using namespace dorsum;

TEST_CASE("the nearest known word is a likely slip, or none") {
  const std::vector<std::string> known{"depth", "view", "hide", "select", "section"};
  CHECK(nearest_word("dept", known) == "depth");
  CHECK(nearest_word("selct", known) == "select");
  CHECK(nearest_word("hdie", known).empty());  // two letters of four differ
  CHECK(nearest_word("banana", known).empty());
  CHECK(nearest_word("", known).empty());
  CHECK(nearest_word(std::string(100'000, 'x'), known).empty());
  CHECK(did_you_mean("veiw", {"views"}, "otherwise") == "otherwise");
  CHECK(did_you_mean("dept", known, "otherwise") == "did you mean \"depth\"?");
}
