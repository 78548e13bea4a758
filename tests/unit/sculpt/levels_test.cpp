// Heights of a body of a few known discs, and figures given at them.

#include "levels.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

/// Discs are named after the vertebra above them; only where their points lie counts.
Deeper bones() {
  Deeper bones;
  bones["disc-T5"].positions = {{1, 10, 1001}, {3, 10, 999}};
  bones["disc-T6"].positions = {{2, 14, 980}};
  bones["disc-L5"].positions = {{-1, 5, 700}};
  bones["femur.R"].positions = {{-90, 0, 690}, {-90, 0, 300}};
  return bones;
}

}  // namespace

TEST_CASE("a level is half way between its discs; sacrum and hip go by the last disc and the femur") {
  const Levels levels(bones());
  const auto sixth = levels.place("T6");
  REQUIRE(sixth);
  CHECK(sixth->z == Approx(990));
  CHECK(sixth->y == Approx(12));
  const auto first_sacral = levels.place("S1");
  REQUIRE(first_sacral);
  CHECK(first_sacral->z < 700);
  CHECK(first_sacral->y > 5);
  CHECK(levels.place("S3")->z < first_sacral->z);
  CHECK(levels.place("hip")->z < 690);
  CHECK(levels.midline() == Approx(1));
  CHECK_FALSE(levels.place("T5"));  // no disc above it
  CHECK_FALSE(levels.place("L5"));
  CHECK(levels.bodies().size() == 2);  // T6 and S1
}

TEST_CASE("a body without bones has no levels") {
  const Levels levels({});
  CHECK(levels.bodies().empty());
  CHECK_FALSE(levels.place("hip"));
  CHECK(levels.midline() == 0.0F);
}

TEST_CASE("a figure by level is straight between its levels and held beyond the last") {
  const ByLevel figure({{10.0F, 1.0F}, {0.0F, 3.0F}, {20.0F, 5.0F}});
  CHECK(figure.at(5) == Approx(2));
  CHECK(figure.at(10) == Approx(1));
  CHECK(figure.at(15) == Approx(3));
  CHECK(figure.at(-50) == Approx(3));
  CHECK(figure.at(50) == Approx(5));
  CHECK(figure.lowest() == 0.0F);
  CHECK(figure.highest() == 20.0F);
  CHECK(ByLevel().empty());
  CHECK(ByLevel().at(7) == 0.0F);
}

TEST_CASE("figures are read at the levels that the body has; what is no level is refused") {
  const auto read = [](const char* text, Error& error) {
    const Json json = Json::parse(text);
    return read_by_level(JsonReader(json, "test: ", error), Levels(bones()), 0.0, 100.0);
  };
  Error error;
  const ByLevel figure = read(R"({"T6": 40, "C7": 9, "S1": 60})", error);
  CHECK(error.reason.empty());
  CHECK(figure.at(990) == Approx(40));
  CHECK(figure.at(2000) == Approx(40));  // the body has no C7
  CHECK(figure.at(0) == Approx(60));
  for (const char* wrong : {R"({"T13": 4})", R"({"C2": 4})", R"({"T6": 101})", R"({"T6": "wide"})"}) {
    INFO(wrong);
    Error told;
    static_cast<void>(read(wrong, told));
    CHECK(told.message().find(std::string(wrong).substr(2, 2)) != std::string::npos);
    CHECK_FALSE(told.reason.empty());
  }
}
