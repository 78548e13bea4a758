// Letters of UTF-8 text, whatever their number of bytes.

#include <catch2/catch.hpp>

#include "dorsum/core/letters.h"

using namespace dorsum;

TEST_CASE("letters are counted, not bytes") {
  CHECK(count_letters("") == 0);
  CHECK(count_letters("rib") == 3);
  CHECK(count_letters("H\u00FCfte") == 5);
  CHECK(count_letters("\u2026\u4E2D\U0001F9B4") == 3);
}

TEST_CASE("what is no UTF-8 counts a byte at a time and is never read past its end") {
  std::string_view cut = "a\xE2\x80";  // the first two bytes of a three-byte letter
  CHECK(count_letters(cut) == 3);
  CHECK(take_letter(cut) == U'a');
  CHECK(take_letter(cut) == 0xFFFD);
  CHECK(take_letter(cut) == 0xFFFD);
  CHECK(cut.empty());
  CHECK(count_letters("\xC0\xAF") == 2);  // an overlong slash
}

TEST_CASE("a text is cut between letters") {
  CHECK(first_letters("H\u00FCfte", 2) == "H\u00FC");
  CHECK(first_letters("H\u00FCfte", 0).empty());
  CHECK(first_letters("H\u00FCfte", 9) == "H\u00FCfte");
}

TEST_CASE("capitals and small letters of Latin with its accents") {
  CHECK(in_capitals("wo es weh tut: H\u00FCfte") == "WO ES WEH TUT: H\u00DCFTE");
  CHECK(in_small_letters("\u00C9PAULE") == "\u00E9paule");
  CHECK(in_capitals("\u017C\u0142\u0105\u0161\u0151\u00FF\u00F7\u00DF\u0131") == "\u017B\u0141\u0104\u0160\u0150\u0178\u00F7\u00DF\u0131");
  CHECK(in_small_letters("\u017B\u0141\u0104\u0160\u0150\u0178\u00D7\u0130") == "\u017C\u0142\u0105\u0161\u0151\u00FF\u00D7\u0130");
}
