// What the hand holds: the brush, the lens.

#include <glm/geometric.hpp>

#include "dorsum/desk/brush.h"
#include "seat.h"

using namespace dorsum;
using namespace dorsum::desk;
using namespace dorsum::desk::test;

TEST_CASE("a drag with the brush is one stroke of many dabs, which undo takes back at once") {
  Seat seat("motion reduced; brush on; brush size 30");
  const glm::vec2 at = seat.seen_at(on_the_back);
  const state::Camera before = seat.state().camera;
  seat.drag(at, at + glm::vec2(0.0F, 60.0F));
  CHECK(seat.state().pain->size() > 2);
  CHECK(seat.state().camera == before);
  CHECK(seat.state().selected.empty());
  seat.session.undo();
  CHECK(seat.state().pain->empty());
}

TEST_CASE("with the brush in the hand a drag beside the body still turns it, and the wheel over it changes the brush") {
  Seat seat("motion reduced; brush on; brush size 30");
  const state::Camera before = seat.state().camera;
  seat.drag(beside_the_body, beside_the_body + glm::vec2(0.0F, -80.0F));
  CHECK(seat.state().pain->empty());
  CHECK_FALSE(seat.state().camera == before);
  const state::Camera turned = seat.state().camera;
  seat.point_at(seat.seen_at(on_the_back));
  seat.input.scroll({0.0F, 1.0F});
  seat.follow();
  CHECK(seat.state().brush.radius > 30.0F);
  CHECK(seat.state().camera == turned);
}

TEST_CASE("the mirroring brush paints both sides") {
  Seat seat("motion reduced; brush on; brush mirror; brush size 20");
  seat.click(seat.seen_at(on_the_back));
  REQUIRE(seat.state().pain->size() == 2);
}

TEST_CASE("paint is laid where the skin stands, and kept by where it rests") {
  const auto body = state::test::tiny_body();
  state::Session session(body);
  REQUIRE(session.run("view posterior; brush on; brush size 20"));
  constexpr drawing::Viewport viewport{.width = 400, .height = 600};
  constexpr glm::vec2 middle(200.0F, 300.0F);
  const body::Stance rests(*body);
  std::vector<geometry::Displacement> displaced(body->meshes().size());
  displaced[*body->skin()].offset = {0.0F, 60.0F, 40.0F};
  const body::Stance moved(*body, displaced, {});

  const auto at_rest = skin_under(middle, session.state(), rests, viewport), now = skin_under(middle, session.state(), moved, viewport);
  REQUIRE((at_rest && now));
  CHECK(now->position.y > at_rest->position.y + 50.0F);
  CHECK(rim_under(middle, session.state(), moved, viewport).size() == rim_under(middle, session.state(), rests, viewport).size());
  Brush brush;
  REQUIRE(brush.press(middle, session.state(), moved, viewport, 1));
  const auto dabs = brush.take(session.state(), moved, viewport);
  REQUIRE(dabs.size() == 1);
  REQUIRE(session.run(dabs.front()));
  const body::Place& laid = session.state().pain->front().centre;
  CHECK(glm::distance(laid.rest, now->position - glm::vec3(0.0F, 60.0F, 40.0F)) < 0.1F);
  CHECK(glm::distance(moved.place(laid), now->position) < 0.1F);
}

TEST_CASE("the lens follows the pointer while its key is held, and goes with it") {
  Seat seat;
  seat.point_at(seat.seen_at(on_the_back));
  CHECK_FALSE(seat.state().lens);
  seat.key("O");
  REQUIRE(seat.state().lens);
  const glm::vec3 first = seat.state().lens->centre.rest;
  seat.point_at(seat.seen_at(on_the_back + glm::vec3(0.0F, 0.0F, 150.0F)));
  REQUIRE(seat.state().lens);
  CHECK(seat.state().lens->centre.rest.z > first.z + 100.0F);

  const float radius = seat.state().lens->radius;
  const float distance = seat.state().camera.distance;
  seat.input.scroll({0.0F, 2.0F});
  seat.key("3");
  CHECK(seat.state().lens->radius > radius);
  CHECK(seat.state().lens->depth == 3.0F);
  CHECK(seat.state().camera.distance == distance);
  CHECK(seat.state().depth.left == 0.0F);  // the digit was the lens's

  seat.point_at(beside_the_body);
  CHECK_FALSE(seat.state().lens);
  seat.point_at(seat.seen_at(on_the_back));
  CHECK(seat.state().lens);
  seat.let_go("O");
  CHECK_FALSE(seat.state().lens);
}
