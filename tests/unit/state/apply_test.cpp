#include <catch2/catch.hpp>

#include <glm/geometric.hpp>

#include "dorsum/state/section.h"
#include "dorsum/state/session.h"
#include "tiny_body.h"

using namespace dorsum;
using namespace dorsum::state;
using test::tiny;

namespace {

/// The first state after a script; a failure is a failed test.
State after(std::string_view script) {
  State state = first_state(tiny());
  const auto commands = parse_script(script);
  if (!commands) FAIL(commands.error().message());
  for (const Command& command : *commands) {
    Result<State> next = apply(state, command, tiny());
    if (!next) FAIL(next.error().message());
    state = *std::move(next);
  }
  return state;
}

std::string refused(std::string_view text) {
  const State before = first_state(tiny());
  const Result<State> next = apply(before, parse_command(text).value(), tiny());
  return next ? "accepted" : next.error().message();
}

}  // namespace

TEST_CASE("depth is set on one side or both") {
  CHECK(after("depth 2").depth == Depth{2, 2});
  CHECK(after("depth left 3.5").depth == Depth{3.5F, 0});
  CHECK(after("depth 4; depth right 1").depth == Depth{4, 1});
}

TEST_CASE("the switches set what they name") {
  const State state =
      after("zones off; xray on; labels on; latin on; skin whole; theme dark; text-scale 1.5; section frontal -20");
  CHECK_FALSE(state.zones);
  CHECK(state.xray);
  CHECK(state.labels);
  CHECK(state.names == Names::both);
  CHECK(state.skin == SkinMode::whole);
  CHECK(after("skin wide").skin == SkinMode::wide);
  CHECK(state.theme == Theme::dark);
  CHECK(state.text_scale == 1.5F);
  CHECK(state.section == Section{Plane::frontal, -20.0F});
  CHECK_FALSE(after("section sagittal 3; section off").section);
  CHECK(after("zones on; xray off; labels off; latin off; skin window; theme light; text-scale 1") ==
        first_state(tiny()));
}

TEST_CASE("a cut lies where it is told, faces the view, and moves") {
  const Section free = *after("section oblique 90 0 30").section;
  CHECK(free == Section{Plane::oblique, 30.0F, 90.0F, 0.0F});
  CHECK(glm::distance(cut_direction(free), cut_direction({Plane::sagittal, 30.0F})) < 1e-6F);
  CHECK(glm::distance(cut_direction({Plane::oblique, 0.0F, 0.0F, 90.0F}), cut_direction({Plane::transverse, 0.0F})) < 1e-6F);
  CHECK(glm::distance(cut_direction({Plane::oblique, 0.0F, 0.0F, 0.0F}), cut_direction({Plane::frontal, 0.0F})) < 1e-6F);

  const State facing = after("camera 30 20 10 -20 1300 900; section facing");
  CHECK(facing.section->azimuth == 30.0F);
  CHECK(facing.section->elevation == 20.0F);
  CHECK(glm::dot(cut_direction(*facing.section), facing.camera.target) == Approx(facing.section->at).margin(0.06));

  CHECK(after("section transverse 1200; section by -5").section->at == 1195.0F);
  CHECK(after("section transverse 4990; section by 100").section->at == 5000.0F);
  CHECK_THAT(refused("section by 5"), Catch::Contains("no section to move"));

  // Turned about where it meets the middle, it goes on meeting it there.
  const glm::vec3 middle(10.0F, -20.0F, 1200.0F);
  const Section across{Plane::transverse, 1300.0F};
  const Section tilted = turned(across, 0.0F, 60.0F, middle);
  CHECK(glm::dot(cut_direction(tilted), glm::vec3(10.0F, -20.0F, 1300.0F)) == Approx(tilted.at).margin(0.06));
}

TEST_CASE("hide, show, isolate and show-all take every kind of name") {
  CHECK(*after("hide trapezius.R").hidden == Ids{"trapezius-ascending.R", "trapezius-descending.R"});
  CHECK(after("hide layer-1").hidden->size() == 4);
  CHECK(*after("hide layer-1; show trapezius/ascending").hidden ==
        Ids{"trapezius-descending.L", "trapezius-descending.R"});
  CHECK(*after("isolate skeleton").isolated == Ids{"vertebra-T6"});
  CHECK(*after("isolate skeleton; show rhomboid-major.L").isolated == Ids{"rhomboid-major.L", "vertebra-T6"});
  CHECK(after("hide vertebra-T6; isolate vertebra-T6").hidden->empty());
  CHECK(after("isolate skeleton; isolate none").isolated->empty());
  CHECK(after("hide skin; isolate skeleton; show-all") == first_state(tiny()));
}

TEST_CASE("select keeps one structure, of a muscle its first on that side") {
  CHECK(after("select vertebra-T6").selected == "vertebra-T6");
  CHECK(after("select trapezius.L").selected == "trapezius-descending.L");
  CHECK(after("select skin; select none").selected.empty());
}

TEST_CASE("triggers are switched one by one or by muscle; those without a number only by their own name") {
  CHECK(*after("trigger trapezius-3.R on").triggers == Ids{"trapezius-3.R"});
  CHECK(*after("trigger trapezius-3.R on; trigger trapezius-9.L on").triggers == Ids{"trapezius-3.R", "trapezius-9.L"});
  CHECK(*after("trigger trapezius.L on").triggers == Ids{"trapezius-3.L"});
  CHECK(after("trigger trapezius-3.R on; trigger trapezius-3.R off").triggers->empty());
  CHECK(after("trigger trapezius-3.R on; trigger none").triggers->empty());
}

TEST_CASE("pain is kept as strokes, each once") {
  const State state =
      after("pain add suboccipital.R; pain at 0 130 1200 25; pain add suboccipital.R; pain add suboccipital.L");
  REQUIRE(state.pain->size() == 3);
  CHECK((*state.pain)[0] == PainStroke{"suboccipital", Side::right, {}, 0});
  const PainStroke& disc = (*state.pain)[1];
  CHECK(disc == PainStroke{"", Side::midline, {disc.centre.on, glm::vec3(0, 130, 1200)}, 25});
  CHECK(disc.centre.on.mesh == tiny().skin());
  CHECK(after("pain at 0 0 0 5; pain clear").pain->empty());
}

TEST_CASE("pain is erased by discs and taken back by region") {
  CHECK(after("pain add suboccipital.R; pain add suboccipital.L; pain remove suboccipital.R").pain->size() == 1);
  CHECK(refused("pain remove suboccipital.L").find("not among the painful") != std::string::npos);
  // The same disc once more after an erasure is a new coat.
  const State state = after("pain at 0 130 1200 25; pain erase 0 130 1200 10; pain at 0 130 1200 25");
  REQUIRE(state.pain->size() == 3);
  CHECK((*state.pain)[1].erase);
}

TEST_CASE("pain that this body has no skin for is refused") {
  CHECK(refused("pain at 0 4000 1200 25").find("from the skin") != std::string::npos);
  CHECK(refused("pain erase 0 130 4000 25").find("from the skin") != std::string::npos);
}

TEST_CASE("revealing peels to where a structure lies bare, on its own side") {
  const State rhomboid = after("reveal rhomboid-major.L");
  CHECK(rhomboid.depth == Depth{2, 0});
  CHECK(rhomboid.selected == "rhomboid-major.L");
  CHECK(after("reveal trapezius-ascending.R").depth == Depth{0, 1});
  CHECK(after("reveal vertebra-T6").depth == Depth{5, 5});
  CHECK(after("depth 4; reveal skin").depth == Depth{0, 0});
}

TEST_CASE("stepping lights one numbered point after another, on one side") {
  const State first = after("trigger trapezius-9.R on; step next");
  CHECK(*first.triggers == Ids{"trapezius-3.R"});  // trapezius-9 has no number
  CHECK(first.selected == "trapezius-ascending.R");
  CHECK(first.depth == Depth{0, 1});
  CHECK(*after("step next; step next").triggers == Ids{"trapezius-3.R"});  // round again
  CHECK(*after("trigger trapezius-3.L on; step previous").triggers == Ids{"trapezius-3.L"});
}

TEST_CASE("two points are compared until told otherwise") {
  const State state = after("compare trapezius-3.R trapezius-9.L");
  REQUIRE(state.compared);
  CHECK(*state.compared == Comparison{"trapezius-3.R", "trapezius-9.L"});
  CHECK_FALSE(after("compare trapezius-3.R trapezius-9.L; compare off").compared);
  CHECK(refused("compare trapezius-3.R trapezius-4.R").find("did you mean") != std::string::npos);
  CHECK(refused("compare trapezius-3.R trapezius.R").find("several") != std::string::npos);
}

TEST_CASE("a name that means nothing changes nothing and says the nearest") {
  CHECK(refused("hide trapezuis.R") ==
        "command \"hide trapezuis.R\": nothing is named \"trapezuis.R\" (did you mean \"trapezius.R\"?)");
  CHECK(refused("select sacrum").find("this pack has no sacrum") != std::string::npos);
  CHECK(refused("focus qwertyuiop").find("dorsum info") != std::string::npos);
  CHECK(refused("trigger trapezius-4.R on").find("did you mean \"trapezius-3.R\"?") != std::string::npos);
  CHECK(refused("trigger vertebra-T6.R on").find("no trigger point") != std::string::npos);
  CHECK(refused("trigger rhomboid-major.R on").find("hosts no trigger point") != std::string::npos);
  CHECK(refused("pain add subocipital.R").find("did you mean \"suboccipital\"?") != std::string::npos);
}

TEST_CASE("a command built by hand is checked too") {
  const State state = first_state(tiny());
  CHECK_FALSE(apply(state, {"depth", {}}, tiny()));
  CHECK_FALSE(apply(state, {"depth", {"nan"}}, tiny()));
  CHECK_FALSE(apply(state, {"explode", {}}, tiny()));
  CHECK_FALSE(apply(state, {"hide", {"skin; show-all"}}, tiny()));
  CHECK_FALSE(apply(state, {"depth", {"2"}}, tiny()));  // a word, not a number
  CHECK_FALSE(apply(state, {"hide", {2.0F}}, tiny()));
  CHECK_FALSE(apply(state, {"note", {"words"}}, tiny()));
  CHECK_FALSE(apply(state, {"note", {Text("\xFF")}}, tiny()));
  CHECK_FALSE(apply(state, {"lens", {"at", glm::vec3(0, 0, 1e9F), 30.0F, 2.0F}}, tiny()));
  CHECK_FALSE(apply(state, {"no-such-verb", {}}, tiny()));
  CHECK(apply(state, {"depth", {"left", 2.0F}}, tiny())->depth == Depth{2, 0});
}

TEST_CASE("states share what they have in common") {
  const State first = after("hide skin; trigger trapezius-3.R on");
  const State second = apply(first, parse_command("depth 3").value(), tiny()).value();
  CHECK(second.hidden.same_as(first.hidden));
  CHECK(second.triggers.same_as(first.triggers));
  const State third = apply(second, parse_command("hide skin").value(), tiny()).value();
  CHECK(third.hidden.same_as(first.hidden));
}
