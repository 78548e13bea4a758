// Fingerprints: by the published values of FNV-1a (Noll's test vectors).

#include <catch2/catch.hpp>

#include "dorsum/core/hash.h"

using namespace dorsum;

TEST_CASE("fingerprints are those that FNV-1a is published with") {
  Hash wide;
  CHECK(hexadecimal(wide) == "cbf29ce484222325");
  wide.add("foobar");
  CHECK(hexadecimal(wide) == "85944171f73967e8");
  Fnv1a<std::uint32_t> narrow;
  narrow.add("foobar");
  CHECK(narrow.value() == 0xBF9CF968U);
}

TEST_CASE("a number adds its bytes, lowest first") {
  Hash number, bytes;
  number.add(std::uint64_t{0x0102});
  bytes.add(std::string_view("\x02\x01\0\0\0\0\0\0", 8));
  CHECK(number.value() == bytes.value());
}
