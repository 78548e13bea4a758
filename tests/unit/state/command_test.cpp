#include "dorsum/state/command.h"

#include <catch2/catch.hpp>
#include <set>

using namespace dorsum;
using namespace dorsum::state;

namespace {

std::string canonical(std::string_view text) {
  const Result<Command> command = parse_command(text);
  return command ? to_text(*command) : command.error().message();
}

}  // namespace

TEST_CASE("every form of every command survives its text") {
  const std::vector<std::string> texts{
      "depth 2",
      "depth left 2.5",
      "depth right 0",
      "skin window",
      "skin wide",
      "skin whole",
      "hide trapezius.R",
      "show layer-2",
      "isolate trapezius/ascending.L",
      "isolate none",
      "show-all",
      "select vertebra-T6",
      "select none",
      "trigger trapezius-1.R on",
      "trigger trapezius-1.L off",
      "trigger none",
      "zones on",
      "zones off",
      "xray on",
      "labels off",
      "latin on",
      "latin only",
      "explode 40",
      "fibres on",
      "arcs off",
      "probe at 0 100 1200",
      "probe off",
      "motion reduced",
      "projection orthographic",
      "lens at 1 2 3 50 4",
      "lens off",
      "section sagittal -12.5",
      "section frontal 80",
      "section transverse 1200",
      "section off",
      "theme dark",
      "theme light",
      "text-scale 1.5",
      "pain add suboccipital.R",
      "pain at 0 100 1500 20",
      "pain clear",
      "pain remove suboccipital.R",
      "pain erase 0 100 1500 20",
      "candidates 2",
      "brush on",
      "brush erase",
      "brush one-side",
      "brush size 25",
      "reveal rhomboid-major.R",
      "step next",
      "compare trapezius-3.R trapezius-1.L",
      "compare off",
      "view posterior",
      "view anterior",
      "view left",
      "view right",
      "view superior",
      "view oblique-left",
      "view oblique-right",
      "view upper-back",
      "orbit 10 -5",
      "pan 0.1 -0.2",
      "zoom 1.25",
      "focus erector-spinae.L",
      "camera 30 10 0 0 1200 1500",
  };
  std::set<std::string> verbs;
  for (const std::string& text : texts) {
    CHECK(canonical(text) == text);
    const Result<Command> once = parse_command(text);
    REQUIRE(once);
    CHECK(parse_command(to_text(*once)).value() == *once);
    verbs.insert(once->verb);
  }
  CHECK(verbs.size() > 30);
}

TEST_CASE("spacing and the writing of numbers don't matter") {
  CHECK(canonical("  depth\tleft   2.50 ") == "depth left 2.5");
  CHECK(canonical("orbit +10 -0") == "orbit 10 0");
  CHECK(canonical("zoom 1e1") == "zoom 10");
}

TEST_CASE("a wrong command says what was expected") {
  CHECK(canonical("dept 2") == "command \"dept 2\": unknown command \"dept\" (did you mean \"depth\"?)");
  CHECK(canonical("depth six") == "command \"depth six\": D is a number, found \"six\" (use a number from 0 to 5)");
  CHECK(canonical("depth 6") == "command \"depth 6\": D is 6, out of range (use a number from 0 to 5)");
  CHECK(canonical("view posteror") ==
        "command \"view posteror\": expected "
        "posterior|anterior|left|right|superior|oblique-left|oblique-right|upper-back|head|feet, "
        "found \"posteror\" (did you mean \"posterior\"?)");
  CHECK(canonical("trigger trapezius-1 on") ==
        "command \"trigger trapezius-1 on\": \"trapezius-1\" has no side (write trapezius-1.R or trapezius-1.L)");
  CHECK(canonical("trigger trapezius-1.R maybe").find("expected on|off") != std::string::npos);
  CHECK(canonical("pain add suboccipital") ==
        "command \"pain add suboccipital\": \"suboccipital\" has no side (write suboccipital.R or suboccipital.L)");
  CHECK(canonical("pain at 1 2 3").find("expected at X Y Z RADIUS") != std::string::npos);
  CHECK(canonical("hide") == "command \"hide\": expected ID after the command, found nothing (write hide ID)");
  CHECK(canonical("hide a b").find("expected ID") != std::string::npos);
  CHECK(canonical("select").find("ID | none") != std::string::npos);
  CHECK(canonical("section sagital 3").find("did you mean \"sagittal\"?") != std::string::npos);
  CHECK(canonical("section sagittal").find("expected sagittal|frontal MM after") != std::string::npos);
  CHECK(canonical("brush eraze").find("did you mean \"erase\"?") != std::string::npos);
  for (const char* bad : {"",
                          ";",
                          "depth",
                          "depth left",
                          "depth left right 2",
                          "depth up 2",
                          "depth nan",
                          "depth inf",
                          "depth 2x",
                          "depth -1",
                          "section 12",
                          "section sagittal",
                          "section off 3",
                          "zoom 0",
                          "zoom -1",
                          "orbit 1",
                          "camera 1 2 3",
                          "show-all x",
                          "select ../../x;",
                          "select a'b",
                          "text-scale 9",
                          "pain",
                          "pain clear now",
                          "brush",
                          "brush size 0",
                          "candidates 4",
                          "step sideways",
                          "compare trapezius-3.R",
                          "pain at 0 0 0 1e99",
                          "trigger none on"}) {
    INFO(bad);
    CHECK_FALSE(parse_command(bad));
  }
  CHECK_FALSE(parse_command(std::string(1'000'000, 'a')));
  CHECK(parse_command("hide " + std::string(500, 'a')).error().message().size() < 500);
}

TEST_CASE("a text stands in quotes and says what it likes") {
  const auto said = [](std::string_view text) {
    const Result<Command> command = parse_command(text);
    if (!command) FAIL(command.error().message());
    return std::get<Text>(command->arguments.at(0)).words;
  };
  CHECK(said(R"(note "left, when lifting")") == "left, when lifting");
  CHECK(said(R"(note "say \"ah\"; then \\ and
the next line # ' done")") == "say \"ah\"; then \\ and\nthe next line # ' done");
  CHECK(said("note \"\"").empty());
  CHECK(said("note \"Trap\xC3\xA8ze \xE6\x96\x9C\"") == "Trap\xC3\xA8ze \xE6\x96\x9C");
  for (const std::string words : {"plain", "a \"quote\"", "back\\slash\\", "\\\"", "two\nlines; zones off", "  spaces  "}) {
    const Command note{"note", {Text(words)}};
    CHECK(said(to_text(note)) == words);
    const auto script = parse_script("depth 2; " + to_text(note) + "; zones off");
    REQUIRE(script);
    REQUIRE(script->size() == 3);
    CHECK((*script)[1] == note);
  }
}

TEST_CASE("a text that is none says why") {
  CHECK(canonical("note \"left").find("don't close") != std::string::npos);
  CHECK(canonical("note \"left\\").find("don't close") != std::string::npos);
  CHECK(canonical("note \"a\\n\"").find("means nothing in quotes") != std::string::npos);
  CHECK(canonical("note \"a\"b").find("no space after") != std::string::npos);
  CHECK(canonical("note left").find("a text in quotes") != std::string::npos);
  CHECK(canonical("note \"\xC3\x28\"").find("not UTF-8") != std::string::npos);
  CHECK(canonical("note \"\x1B[2J\"").find("control character") != std::string::npos);
  CHECK(canonical("note \"" + std::string(longest_text + 1, 'a') + "\"").find("bytes long") != std::string::npos);
  CHECK(canonical("hide \"skin\"").find("without quotes") != std::string::npos);
  CHECK_FALSE(parse_command("select a\"b"));
  CHECK_FALSE(parse_script("note \"left; zones off"));
}

TEST_CASE("a script is commands with semicolons; empty parts are passed over") {
  const auto commands = parse_script("depth 2; ;view left;\n zones on ;");
  REQUIRE(commands);
  REQUIRE(commands->size() == 3);
  CHECK(to_text((*commands)[1]) == "view left");
  CHECK(parse_script("")->empty());
  CHECK_FALSE(parse_script("depth 2; nonsense"));
}
