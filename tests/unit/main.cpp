#if defined(__SANITIZE_ADDRESS__) && defined(__GNUC__)
// With the checks in, GCC no longer sees that <regex>, which Catch2 brings, sets what it reads.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
