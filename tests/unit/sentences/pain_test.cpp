// Facts about a painted pain, in words.

#include "dorsum/sentences/pain.h"

#include <catch2/catch.hpp>

#include "dorsum/sentences/structures.h"
#include "small_body.h"

using namespace dorsum;
using namespace dorsum::body;

namespace {

const words::Catalogue english;

words::Catalogue backwards() {
  auto words = words::Catalogue::of_po("msgid \"{point}, {side}\"\nmsgstr \"{side} {point}\"\n\nmsgid \"left\"\nmsgstr \"links\"\n", "test.po");
  REQUIRE(words);
  return *words;
}

Candidate candidate(double covered, double by_essential) {
  Candidate one;
  one.id = "teres-major-1.R";
  one.covered = covered;
  one.by_essential = by_essential;
  return one;
}

}  // namespace

TEST_CASE("a point is called by its muscle, number and side, in the language's own order") {
  const auto body = small::body();
  CHECK(sentences::point_name(english, *body, *body->trigger("teres-major-1.L")) == "teres-major, left");
  CHECK(sentences::point_name(backwards(), *body, *body->trigger("teres-major-1.L")) == "links teres-major");
}

TEST_CASE("the reason says how much is covered and where of the pattern that lies") {
  const auto body = small::body();
  CHECK(sentences::reason(english, *body, candidate(0.62, 1.0)) == "covers 62 % of the painted area, all of it in its main zone");
  CHECK(sentences::reason(english, *body, candidate(0.62, 0.6)) == "covers 62 % of the painted area, mostly in its main zone");
  CHECK(sentences::reason(english, *body, candidate(0.62, 0.2)) == "covers 62 % of the painted area, mostly where only some feel it");
  CHECK(sentences::reason(english, *body, candidate(0.62, 0.0)) == "covers 62 % of the painted area, only where some feel it");
}

TEST_CASE("the reason names what is left unexplained, what should hurt and doesn't, and equals") {
  const auto body = small::body();
  Candidate one = candidate(0.5, 1.0);
  one.unexplained = {"elbow", "nowhere-known"};
  one.silent = 0.7;
  one.equals = {"teres-major-1.L"};
  CHECK(sentences::reason(english, *body, one) ==
        "covers 50 % of the painted area, all of it in its main zone; does not explain: elbow, nowhere-known; 70 % of its main zone is not painted; "
        "equal with teres-major, left");
  one.silent = 1.0;
  CHECK(sentences::reason(english, *body, one).find("; its main zone is not painted;") != std::string::npos);
}

TEST_CASE("a sign says why it is shown, and a ranking why it says nothing") {
  const auto body = small::body();
  CHECK(sentences::because(english, *body, {0, {"interscapular.R", "shoulder-tip.L"}}) ==
        "you showed pain at: between the blades (right), point of the shoulder (left)");
  CHECK(sentences::note(english, RankingNote::none).empty());
  CHECK(sentences::note(english, RankingNote::nothing_painted).find("Nothing is painted") == 0);
  CHECK(sentences::note(english, RankingNote::most_is_painted).find("doctor") != std::string::npos);
  CHECK_FALSE(sentences::note(english, RankingNote::no_point_sends_pain_there).empty());
}

TEST_CASE("regions are named with their side where they have one") {
  const auto body = small::body();
  CHECK(sentences::region_name(english, *body, "interscapular.R") == "between the blades, right");
  CHECK(sentences::region_name(english, *body, "interscapular") == "between the blades");
  CHECK(sentences::region_name(english, *body, "nowhere-known.L") == "nowhere-known, left");
}

TEST_CASE("layers and kinds have words of their own") {
  CHECK(sentences::layer_name(english, 1) == std::string("Layer 1: surface muscles"));
  CHECK(sentences::short_layer_name(english, 1) == std::string("Layer 1"));
  CHECK(sentences::short_layer_name(english, 7) == std::string("No layer"));
  CHECK(sentences::kind_word(english, atlas::Kind::nerve) == std::string("nerve"));
  CHECK(std::string(sentences::word_on_depths(english)).find("data set's own") != std::string::npos);
}
