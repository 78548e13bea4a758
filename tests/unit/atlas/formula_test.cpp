#include <catch2/catch.hpp>

#include "dorsum/atlas/landmarks.h"
#include "synthetic_landmarks.h"

using namespace dorsum;
using namespace dorsum::atlas;

namespace {

const Landmarks& points() {
  static const Landmarks set{{"mastoid:R", {{-60, 10, 1600}, ""}},
                             {"mastoid:L", {{60, 10, 1600}, ""}},
                             {"vertex", {{0, 0, 1750}, ""}},
                             {"xiphoid", {{0, -100, 1250}, ""}},
                             {"coracoid:R", {{-140, -60, 1400}, ""}}};
  return set;
}

void check_point(std::string_view formula, Side side, glm::vec3 expected, float scale = 1.0F) {
  const Result<glm::vec3> point = evaluate(formula, points(), side, scale);
  INFO(formula);
  REQUIRE(point);
  CHECK(point->x == Approx(expected.x).margin(1e-3));
  CHECK(point->y == Approx(expected.y).margin(1e-3));
  CHECK(point->z == Approx(expected.z).margin(1e-3));
}

std::string message_of(std::string_view formula) {
  const Result<void> checked = check_formula(formula);
  return checked ? "no error" : checked.error().message();
}

}  // namespace

TEST_CASE("a formula is a landmark, a point between two, or a point moved along the body's axes") {
  check_point("mastoid:R", Side::right, {-60, 10, 1600});
  check_point("lerp(vertex, xiphoid, 0.25)", Side::right, {0, -25, 1625});
  check_point("mid(vertex, mastoid:R)", Side::right, {-30, 5, 1675});
  check_point("off(vertex, up=10, back=2)", Side::right, {0, 2, 1760});
  check_point(" off( mid(vertex,xiphoid) , down=5 , front=1.5 ) ", Side::right, {0, -51.5, 1495});
}

TEST_CASE("lateral is away from the midline toward the side asked for; the left mirrors ids and direction") {
  check_point("off(vertex, lat=30)", Side::right, {-30, 0, 1750});
  check_point("off(vertex, lat=30)", Side::left, {30, 0, 1750});
  check_point("off(mastoid:R, med=20)", Side::right, {-40, 10, 1600});
  check_point("off(mastoid:R, med=20)", Side::left, {40, 10, 1600});
  // Naming the other side's landmark on purpose: lateral is that landmark's own.
  check_point("off(mastoid:L, lat=5)", Side::right, {65, 10, 1600});
}

TEST_CASE("millimetres follow the body's size, fractions don't") {
  check_point("off(lerp(vertex, xiphoid, 0.5), up=10)", Side::right, {0, -50, 1520}, 2.0F);
}

TEST_CASE("what a body lacks, or a midline point can't mean, is said") {
  const auto missing = evaluate("mid(vertex, coracoid:R)", points(), Side::left, 1.0F);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().reason.english().find("coracoid:L") != std::string::npos);
  CHECK(missing.error().where.english().find("mid(vertex, coracoid:R)") != std::string::npos);
  CHECK_FALSE(evaluate("off(vertex, lat=1)", points(), Side::midline, 1.0F));
}

TEST_CASE("malformed formulas are refused with the place and a way out") {
  CHECK(message_of("mastoid") ==
        "formula \"mastoid\", character 1: unknown landmark \"mastoid\" (it is a pair: write \"mastoid:R\")");
  CHECK(message_of("mid(vertex, mastiod:R)").find("did you mean \"mastoid:R\"?") != std::string::npos);
  CHECK(message_of("off(vertex, lateral=3)").find("character 13: unknown direction \"lateral\"") != std::string::npos);
  CHECK(message_of("off(vertex, up=1, up=2)").find("stands twice") != std::string::npos);
  for (const char* bad : {"", "(", "mid(vertex)", "mid(vertex, xiphoid, 0.5)", "lerp(vertex, xiphoid)",
                          "lerp(vertex, xiphoid, nan)", "lerp(vertex, xiphoid, 1e30)", "off(vertex)", "off(vertex, up)",
                          "off(vertex, up=)", "off(vertex, up=inf)", "off(vertex, up=9999)", "vertex vertex", "vertex)",
                          "foo(vertex)", "spinous-process:C1", "rib-angle:13:R", "\xff"}) {
    INFO(bad);
    CHECK(message_of(bad) != "no error");
  }
}

TEST_CASE("deep nesting and long input end in a message, not in a full stack") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "mid(";
  CHECK(message_of(deep).find("nested too deep") != std::string::npos);
  CHECK(message_of(std::string(1'000'000, 'x')).size() < 1000);
}

TEST_CASE("the vocabulary is whole, has both sides, and is sorted") {
  const auto& ids = landmark_vocabulary();
  CHECK(std::is_sorted(ids.begin(), ids.end()));
  // 7 midline, 27 spinous; pairs: 34 named, 24 transverse, 12 rib angles, 3 rib shafts, 4 knuckles.
  CHECK(ids.size() == 7 + 27 + 2 * (34 + 24 + 12 + 3 + 4));
  CHECK(is_landmark("rib-tip:12:L"));
  CHECK(is_landmark("spinous-process:S4"));
  CHECK_FALSE(is_landmark("spinous-process:S5"));
  CHECK_FALSE(is_landmark("mastoid"));
}

TEST_CASE("the scale is the height from the iliac spines to C7 over 470 mm") {
  Landmarks body;
  CHECK(body_scale(body) == 1.0F);
  body["spinous-process:C7"] = {{0, 80, 1400}, ""};
  body["posterior-superior-iliac-spine:R"] = {{-40, 90, 920}, ""};
  body["posterior-superior-iliac-spine:L"] = {{40, 90, 940}, ""};
  CHECK(body_scale(body) == Approx(1.0F));
  body["spinous-process:C7"].position.z = 1635;
  CHECK(body_scale(body) == Approx(1.5F));
}
