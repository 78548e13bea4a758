// Cuts at levels of the spine, needles at formulas of landmarks, and what "Close" frames of what a cut leaves.

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "dorsum/body/spine_levels.h"
#include "dorsum/state/session.h"
#include "dorsum/state/state_script.h"
#include "tiny_body.h"

using namespace dorsum;
using namespace dorsum::state;
using namespace dorsum::state::test;

namespace {

Session levels_after(std::string_view script) {
  Session session(tiny_body());
  if (const auto done = session.run(script); !done) FAIL(done.error().message());
  return session;
}
std::string refusal_of(std::string_view script) {
  Session session(tiny_body());
  const auto done = session.run(script);
  return done ? std::string() : done.error().message();
}

}  // namespace

TEST_CASE("A cut at a level goes through the middle of that vertebra's body") {
  const Session session = levels_after("section transverse T6");
  REQUIRE(session.state().section);
  CHECK(session.state().section->plane == Plane::transverse);
  CHECK(session.state().section->at == Approx(1290.0F).margin(1.0F));
  CHECK(levels_after("section transverse t6").state() == session.state());
  CHECK(to_text(*parse_command("section transverse T6")) == "section transverse T6");
  CHECK(levels_after(script_of(session.state(), tiny())).state().section == session.state().section);
}

TEST_CASE("A level that is none, that the body lacks, or of another plane is refused in words") {
  CHECK_THAT(refusal_of("section transverse T13"), Catch::Contains("T13") && Catch::Contains("T1 to T12"));
  CHECK_THAT(refusal_of("section transverse waist"), Catch::Contains("level of the spine"));
  CHECK_THAT(refusal_of("section transverse 9000"), Catch::Contains("MM"));
  CHECK_THAT(refusal_of("section transverse L3"), Catch::Contains("no bone for the level L3") && Catch::Contains("mm"));
  CHECK_FALSE(refusal_of("section sagittal T6").empty());
  CHECK_FALSE(refusal_of("section transverse \"T6\"").empty());
  CHECK(refusal_of("section transverse 1200").empty());
}

TEST_CASE("Levels are told by height, and none above and below the spine") {
  const std::vector<body::SpineLevel> levels{{"T5", 1330.0F}, {"T6", 1300.0F}, {"T7", 1272.0F}};
  CHECK(body::level_at(levels, 1302.0F)->name == "T6");
  CHECK(body::level_at(levels, 1287.0F)->name == "T6");
  CHECK(body::level_at(levels, 1285.0F)->name == "T7");
  CHECK(body::level_at(levels, 1350.0F)->name == "T5");
  CHECK(body::level_at(levels, 1360.0F) == nullptr);
  CHECK(body::level_at(levels, 1200.0F) == nullptr);
  CHECK(body::level_at({}, 1200.0F) == nullptr);
}

TEST_CASE("A needle goes in at a formula of landmarks, on the side that they name") {
  const auto probe_of = [](const char* script) {
    const Session session = levels_after(script);
    REQUIRE(session.state().probe);
    return session.state().probe->rest;
  };
  const glm::vec3 level = probe_of("probe at spinous-process:C7");
  CHECK(level.z == Approx(1400.0F).margin(40.0F));
  CHECK(std::abs(level.x) < 2.0F);
  const glm::vec3 right = probe_of("probe at off( lerp(spinous-process:C7, acromion-tip:R, 0.4), down=100 )");
  const glm::vec3 left = probe_of("probe at off(lerp(spinous-process:C7,acromion-tip:L,0.4),down=100)");
  CHECK(right.x < -50.0F);
  CHECK(left.x == Approx(-right.x).margin(1.0F));
  CHECK(left.z == Approx(right.z).margin(1.0F));
  // Lateral is away from the midline on either side.
  CHECK(probe_of("probe at off(mid(spinous-process:C7, acromion-tip:L), lat=20)").x > probe_of("probe at mid(spinous-process:C7, acromion-tip:L)").x);
  CHECK(levels_after("probe at 60 130 1250").state().probe.has_value());
  const Command written = *parse_command("probe at mid(spinous-process:C7, acromion-tip:R)");
  CHECK(to_text(written) == "probe at mid(spinous-process:C7, acromion-tip:R)");
  CHECK(*parse_command(to_text(written)) == written);
}

TEST_CASE("A formula that is none, or asks for what the body lacks, is refused in words") {
  CHECK_THAT(refusal_of("probe at spinous-proces:C7"), Catch::Contains("unknown landmark") && Catch::Contains("spinous-process:C7"));
  CHECK_THAT(refusal_of("probe at off(spinous-process:C7, sideways=3)"), Catch::Contains("sideways"));
  CHECK_THAT(refusal_of("probe at mid(spinous-process:C7"), Catch::Contains("found the end"));
  CHECK_THAT(refusal_of("probe at inferior-angle-scapula:R"), Catch::Contains("no landmark inferior-angle-scapula:R"));
  CHECK_FALSE(refusal_of("probe at 1 2").empty());
  CHECK_FALSE(refusal_of("probe at").empty());
  CHECK_FALSE(refusal_of("probe at \"spinous-process:C7\"").empty());
}

TEST_CASE("Close frames what a cut leaves") {
  const float whole = levels_after("view upper-back").state().camera.target.z;
  const Camera above = levels_after("section transverse 1250; view upper-back").state().camera;
  CHECK(above.target.z < whole);
  CHECK(above.target.z < 1250.0F);
  // Where nothing of the upper back is left, what lies next below.
  const Camera below = levels_after("section transverse 1000; view upper-back").state().camera;
  CHECK(below.target.z < 1000.0F);
  CHECK(below.target.z > 700.0F);
  const Camera right = levels_after("section sagittal -60; view upper-back").state().camera;
  CHECK(right.target.x < -60.0F);
  CHECK(levels_after("section frontal 5000; view upper-back").state().camera == levels_after("view upper-back").state().camera);
}
