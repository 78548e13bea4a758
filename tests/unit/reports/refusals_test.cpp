// What a command is refused with is of the catalogue: whatever a person types or pastes, in the pseudo-language no letter of
// the answer stands outside of brackets.

#include <catch2/catch.hpp>

#include "dorsum/state/command_table.h"
#include "dorsum/state/session.h"
#include "pseudo_words.h"
#include "tiny_body.h"

using namespace dorsum;

namespace {

/// What stands outside of all brackets.
std::string outside(const std::string& text) {
  std::string left;
  int deep = 0;
  for (const char c : text) {
    if (c == '[') ++deep;
    if (deep == 0) left += c;
    if (c == ']') --deep;
  }
  return left;
}

bool has_letters(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// What people write wrongly, for every command: too little, too much, of another kind, out of range, of no such name.
std::vector<std::string> slips() {
  std::vector<std::string> slips{"frobnicate", "deth 2", "\"", "note \"a", "note \"a\\n\"", "note \"a\"b", "note \"\x01\"", "note \"\xFF\"", "note \"" + std::string(2100, 'x') + "\"",
                                 std::string(9000, 'x'), "section by 5", "pain add suboccipital", "pain remove suboccipital.L", "probe at tongue@1,0,0", "probe at trapezius-ascending.R@1,2",
                                 "probe at trapezius-ascending.R@1.5,0,0", "probe at trapezius-ascending.R@1,2,2", "probe at trapezius-ascending.R@99999,0,0", "probe at 1 2 4000",
                                 "pain at 0 0 4000 30", "compare trapezius.R trapezius-3.R", "trigger scapula.R on", "trigger teres-major-1.R on"};
  for (const state::Row& row : state::command_table()) {
    const std::string verb(row.verb);
    for (const char* const rest : {"", " xyzzy", " xyzzy.R", " xyzzy.R on", " 1 2 3 4 5 6 7", " 1e9", " -1e9 1e9", " nan nan nan nan", " \"text\"", " on off", " add xyzzy.L", " at a b c d e", " at 1 2 3 1e9 9"})
      slips.push_back(verb + rest);
  }
  return slips;
}

}  // namespace

TEST_CASE("every refusal of a command is said by the catalogue") {
  const words::Catalogue pseudo = test::pseudo_words();
  const auto body = state::test::tiny_body();
  std::size_t refused = 0;
  for (const std::string& slip : slips()) {
    INFO(slip.substr(0, 200));
    state::Session session(body);
    const Result<void> done = session.run(slip);
    if (done) continue;
    ++refused;
    const std::string told = pseudo.say(done.error().saying());
    INFO(told);
    CHECK_FALSE(has_letters(outside(told)));
  }
  CHECK(refused > 5 * state::command_table().size());
}
