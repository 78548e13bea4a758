#if defined(__SANITIZE_ADDRESS__) && defined(__GNUC__)
// With the checks in, GCC no longer sees that <regex>, which Catch2 brings, sets what it reads.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#include <iostream>

#include "pack_under_test.h"

int main(int count, char** arguments) {
  if (!dorsum::pain_test::pack_is_there()) {
    std::cout << "DORSUM_PACK names no pack, or DORSUM_REFERENCE_DIR is not set: nothing is tested\n";
    return 0;
  }
  return Catch::Session().run(count, arguments);
}
