// The warning signs of the content on a real body.

#include <algorithm>
#include <catch2/catch.hpp>

#include "dorsum/body/explain.h"
#include "pack_under_test.h"

using namespace dorsum;
using namespace dorsum::body;
using namespace dorsum::pain_test;

namespace {

std::vector<std::string> signs_of(const std::vector<const char*>& regions) {
  const Body& body = body_under_test();
  PaintedSkin pain;
  for (const std::string region : regions) add_paint(pain, paint_region(body, without_side(region), side_of(region)).value());
  std::vector<std::string> ids;
  for (const FittingSign& sign : explain(body, pain).signs) ids.push_back(body.content().safety.signs[sign.sign].id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("the pain of a warning sign brings that sign first") {
  CHECK(signs_of({"anterior-chest.L", "medial-arm.L", "ulnar-forearm.L"}).front() == "chest-and-left-arm");
  CHECK(signs_of({"anterior-chest.R"}) == Ids{"chest"});
  CHECK(signs_of({"anterior-chest.L", "interscapular.L"}).front() == "chest-and-beyond");
  CHECK(signs_of({"anterior-chest.R", "angle-of-jaw.R"}).front() == "chest-and-beyond");
  CHECK(signs_of({"medial-arm.L", "angle-of-jaw.L"}).front() == "left-arm-and-jaw");
  CHECK(signs_of({"posterior-thigh.L", "posterior-thigh.R"}) == Ids{"both-legs"});
  CHECK(signs_of({"posterior-neck.R", "temple.R"}) == Ids{"neck-and-head"});
  CHECK(signs_of({"temple.R"}) == Ids{"headache"});
  CHECK(signs_of({"abdomen-upper-quadrant.R", "lumbar-paraspinal.R"}) == Ids{"belly-and-back"});
  CHECK(signs_of({"flank.R"}) == Ids{"kidney"});
  CHECK(signs_of({"groin.R"}).back() == "belly");
  CHECK(signs_of({"ulnar-forearm.R"}) == Ids{"arm-and-hand"});
}

TEST_CASE("everyday pain of the back brings none") {
  for (const char* region : {"medial-scapular-border.L", "lumbar-paraspinal.R", "mid-buttock.L", "suboccipital.R",
                             "top-of-shoulder.L", "angle-of-neck.R", "scapula-body.R", "sacroiliac.L", "sacrum.R", "posterior-deltoid.L"}) {
    INFO(region);
    CHECK(signs_of({region}).empty());
  }
}

TEST_CASE("pain between the blades or on the point of the shoulder asks a question and sounds no alarm") {
  const auto& signs = body_under_test().content().safety.signs;
  for (const auto& [region, sign] : {std::pair{"interscapular.R", "between-the-blades"}, std::pair{"shoulder-tip.L", "shoulder-tip"}}) {
    INFO(region);
    CHECK(signs_of({region}) == Ids{sign});
    const auto found = std::find_if(signs.begin(), signs.end(), [&](const atlas::WarningSign& each) { return each.id == sign; });
    REQUIRE(found != signs.end());
    CHECK_FALSE(found->emergency);
  }
  // Where the heart is told of, the softer question is not asked beside it.
  CHECK(signs_of({"anterior-chest.L", "interscapular.L"}) == Ids{"chest-and-beyond"});
}

TEST_CASE("pain painted between the legs is the saddle's sign; of the buttock alone it is not") {
  const Body& body = body_under_test();
  const auto& landmarks = body.atlas().landmarks;
  const glm::vec3 between = 0.5F * (landmarks.at("pubic-symphysis").position + landmarks.at("coccyx-tip").position);
  PaintedSkin pain;
  REQUIRE(brush(body, pain, between - glm::vec3(0.0F, 0.0F, 40.0F), 40.0F, false));
  const auto signs = fitting_signs(body, pain);
  REQUIRE_FALSE(signs.empty());
  CHECK(body.content().safety.signs[signs.front().sign].id == "saddle");
  CHECK(std::find(signs.front().where.begin(), signs.front().where.end(), "saddle") != signs.front().where.end());
}
