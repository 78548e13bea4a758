#include "dorsum/picture/motion.h"

#include <catch2/catch.hpp>

#include "dorsum/state/session.h"
#include "small_body.h"

namespace dorsum::picture {
namespace {

state::State after(const char* script) {
  state::Session session(small_body());
  REQUIRE(session.run(script));
  return session.state();
}

state::State plain() { return after("view posterior"); }

}  // namespace

TEST_CASE("The camera turns the shorter way round and never rolls") {
  state::Camera from, to;
  from.azimuth = 170.0F;
  to.azimuth = -170.0F;
  CHECK(camera_between(from, to, 0.5F).azimuth == Approx(180.0F));
  from.distance = 500.0F;
  to.distance = 2000.0F;
  CHECK(camera_between(from, to, 0.5F).distance == Approx(1000.0F));
  CHECK(camera_between(from, to, 0.0F).distance == Approx(500.0F));
  CHECK(camera_between(from, to, 1.0F) == to);
}

TEST_CASE("A flight takes its time, arrives exactly, and then nothing moves") {
  Motion motion(plain());
  const state::State left = after("view left");
  motion.go_to(left, 10.0, false);
  CHECK(motion.on_the_way(10.1));
  const float half_way = motion.shown(10.0 + flight_time / 2).camera.azimuth;
  CHECK(half_way == Approx(45.0F));
  CHECK(motion.shown(10.0 + flight_time) == left);
  CHECK_FALSE(motion.on_the_way(10.0 + flight_time));
}

TEST_CASE("A flight that is interrupted goes on from where it is; the hand is followed at once") {
  Motion motion(plain());
  motion.go_to(after("view left"), 10.0, false);
  const state::Camera here = motion.shown(10.2).camera;
  motion.go_to(after("view right"), 10.2, false);
  CHECK(motion.shown(10.2).camera.azimuth == Approx(here.azimuth));
  const state::State dragged = after("view posterior; orbit 7 3");
  motion.go_to(dragged, 10.3, true);
  CHECK(motion.shown(10.3) == dragged);
  CHECK_FALSE(motion.on_the_way(10.3));
}

TEST_CASE("Layers leave over a while, unless a slider moves them") {
  Motion motion(plain());
  motion.go_to(after("view posterior; depth 2"), 5.0, false);
  const float depth = motion.shown(5.0 + leaving_time / 2).depth.left;
  CHECK(depth == Approx(1.0F));
  CHECK(motion.shown(6.0).depth.left == 2.0F);
  motion.go_to(after("view posterior; depth 3"), 7.0, true);
  CHECK(motion.shown(7.0).depth.left == 3.0F);
}

TEST_CASE("With reduced motion nothing moves by itself") {
  Motion motion(after("motion reduced"));
  const state::State next = after("motion reduced; view left; depth 3; explode 40; select trapezius-ascending.R; fibres on");
  motion.go_to(next, 5.0, false);
  CHECK(motion.shown(5.0) == next);
  CHECK_FALSE(motion.on_the_way(5.0));
  CHECK_FALSE(motion.flows());
  Motion lively(plain());
  lively.go_to(after("select trapezius-ascending.R; fibres on"), 5.0, false);
  CHECK(lively.flows());
  CHECK(lively.moment(6.0).fibre_flow != lively.moment(6.1).fibre_flow);
}

TEST_CASE("Scrubbing is exactly reversible: the scene at a depth does not know how one came there") {
  state::Session session(small_body());
  const drawing::Viewport viewport{.width = 300, .height = 300};
  std::vector<std::vector<drawing::DrawItem>> down;
  std::vector<float> depths;
  for (int step = 0; step <= 50; ++step) depths.push_back(0.1F * static_cast<float>(step));
  const auto items_at = [&](float depth) {
    REQUIRE(session.run("depth " + std::to_string(depth)));
    return make_scene(session.state(), session.body(), viewport).items;
  };
  for (const float depth : depths) down.push_back(items_at(depth));
  for (std::size_t i = depths.size(); i-- > 0;) {
    const auto back = items_at(depths[i]);
    REQUIRE(back.size() == down[i].size());
    for (std::size_t k = 0; k < back.size(); ++k) {
      CHECK(back[k].mesh == down[i][k].mesh);
      CHECK(back[k].opacity == down[i][k].opacity);
      CHECK(back[k].moved.lift == down[i][k].moved.lift);
    }
  }
}

TEST_CASE("As depth moves through a layer it lifts off and fades, steadily, and is gone where it should be") {
  state::Session session(small_body());
  float opacity = 1.0F, lift = 0.0F;
  for (float depth = 1.0F; depth < 2.0F; depth += 0.02F) {
    REQUIRE(session.run("depth " + std::to_string(depth)));
    const drawing::Scene scene = make_scene(session.state(), session.body(), {.width = 300, .height = 300});
    const auto trapezius = std::find_if(scene.items.begin(), scene.items.end(), [](const drawing::DrawItem& item) { return item.mesh == 1; });
    REQUIRE(trapezius != scene.items.end());
    CHECK(trapezius->opacity <= opacity);
    CHECK(trapezius->moved.lift >= lift);
    opacity = trapezius->opacity;
    lift = trapezius->moved.lift;
  }
  CHECK(opacity < 0.05F);
  CHECK(lift > 10.0F);
}

TEST_CASE("What stands still on the way stays the same to the last bit, so that nothing is drawn again") {
  state::State from;
  from.camera.target = {1.7F, -82.3F, 1234.5F};
  from.camera.distance = 1733.3F;
  from.depth = {1.3F, 0.7F};
  from.explode = 13.7F;
  from.reduced_motion = true;
  Motion motion(from);
  state::State to = from;
  to.camera.azimuth = 90.0F;
  to.depth.left = 2.0F;
  motion.go_to(to, 10.0, false);
  for (double now = 10.0; now < 11.0; now += 0.01) CHECK(motion.shown(now) == to);
}

}  // namespace dorsum::picture
