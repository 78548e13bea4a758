// What clicks and drags over the figure mean.

#include <glm/geometric.hpp>

#include "seat.h"

using namespace dorsum;
using namespace dorsum::desk;
using namespace dorsum::desk::test;

TEST_CASE("a click selects what lies under it, and beside the body nothing") {
  Seat seat;
  seat.click(seat.seen_at(on_the_back));
  CHECK(seat.state().selected == "skin");
  seat.click(beside_the_body);
  CHECK(seat.state().selected.empty());
}

TEST_CASE("a click that trembles is a click; a drag turns the body and selects nothing") {
  Seat seat;
  const glm::vec2 at = seat.seen_at(on_the_back);
  seat.drag(at, at + glm::vec2(3.0F, 2.0F));
  CHECK(seat.state().selected == "skin");
  seat.click(beside_the_body);
  const state::Camera before = seat.state().camera;
  seat.drag(at, at + glm::vec2(60.0F, 0.0F));
  CHECK(seat.state().selected.empty());
  CHECK(seat.state().camera.azimuth != before.azimuth);
  CHECK(seat.state().camera.target == before.target);
}

TEST_CASE("the other button, and Shift, move the body in place of turning it") {
  Seat seat;
  const glm::vec2 at = seat.seen_at(on_the_back);
  const state::Camera before = seat.state().camera;
  seat.point_at(at);
  seat.press(MouseButton::right);
  seat.point_at(at + glm::vec2(50.0F, 0.0F));
  seat.release(MouseButton::right);
  CHECK(seat.state().camera.azimuth == before.azimuth);
  CHECK(seat.state().camera.target != before.target);
  CHECK(seat.state().selected.empty());
}

TEST_CASE("a double click comes closer; two clicks with a pause between them do not") {
  Seat seat;
  const glm::vec2 at = seat.seen_at({60.0F, 90.0F, 1250.0F});
  const state::Camera before = seat.state().camera;
  seat.click(at);
  seat.now += 0.5;
  seat.click(at);
  CHECK(seat.state().camera == before);
  seat.now += 0.2;
  seat.click(at);
  CHECK_FALSE(seat.state().camera == before);
}

TEST_CASE("what is over a panel is the panel's") {
  Seat seat;
  seat.panels.claims.pointer = true;
  seat.click(seat.seen_at(on_the_back));
  CHECK(seat.state().selected.empty());
}

TEST_CASE("a click on a trigger point's mark lights it and turns the card to its muscle, as one step; another puts it out") {
  Seat seat("motion reduced; depth 1; hide skin; markers on");
  REQUIRE_FALSE(seat.easel.drawn.empty());
  const auto& markers = seat.easel.drawn.front().markers;
  REQUIRE_FALSE(markers.empty());
  const std::string id = markers.front().trigger;
  const glm::vec2 at = seat.seen_at(markers.front().position);
  seat.click(at);
  CHECK(seat.state().triggers->contains(id));
  CHECK(seat.state().selected.starts_with("trapezius"));
  seat.now += 1.0;
  seat.session.undo();
  CHECK_FALSE(seat.state().triggers->contains(id));
  CHECK(seat.state().selected.empty());
  seat.session.redo();
  seat.follow();
  seat.click(at);
  CHECK_FALSE(seat.state().triggers->contains(id));
}

TEST_CASE("the wheel comes closer to the spot under the pointer") {
  Seat seat;
  const float before = seat.state().camera.distance;
  const glm::vec2 at = seat.seen_at(on_the_back);
  seat.point_at(at);
  seat.input.scroll({0.0F, 2.0F});
  seat.follow();
  CHECK(seat.state().camera.distance < before);
  CHECK(glm::distance(seat.seen_at(on_the_back), at) < 20.0F);
}
