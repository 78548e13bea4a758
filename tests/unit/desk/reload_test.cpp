// Another body under the hand.

#include "seat.h"

using namespace dorsum;
using namespace dorsum::desk;
using namespace dorsum::desk::test;

TEST_CASE("another body takes the place of the one on the desk; what one sees stays, as far as it goes") {
  Seat seat("motion reduced; depth 2; select trapezius-ascending.R");
  seat.point_at(seat.seen_at(on_the_back));
  const auto fresh = state::test::build_tiny_body();
  seat.desk.take(fresh);
  CHECK(&seat.session.body() == fresh.get());
  REQUIRE(seat.easel.bodies.size() == 2);
  CHECK(seat.easel.bodies.back() == fresh);
  CHECK(seat.state().depth.left == 2.0F);
  CHECK(seat.state().selected == "trapezius-ascending.R");
  const int pictures = seat.easel.light_pictures + seat.easel.full_pictures;
  seat.settle();
  CHECK(seat.easel.light_pictures + seat.easel.full_pictures > pictures);
  CHECK_FALSE(seat.panels.message.empty());
}

TEST_CASE("a body that can't be read leaves the one from before, and says why") {
  Seat seat("motion reduced; depth 2");
  const body::Body* before = &seat.session.body();
  seat.desk.take(bad_input("atlas.json", "it is empty"));
  seat.settle();
  CHECK(&seat.session.body() == before);
  CHECK(seat.easel.bodies.size() == 1);
  CHECK(seat.panels.message.find("it is empty") != std::string::npos);
}

TEST_CASE("a body that comes while the hand drags does not lose the drag") {
  Seat seat;
  const glm::vec2 at = seat.seen_at(on_the_back);
  seat.point_at(at);
  seat.press();
  seat.point_at(at + glm::vec2(30.0F, 0.0F));
  const float turned = seat.state().camera.azimuth;
  seat.desk.take(state::test::build_tiny_body());
  seat.follow();
  CHECK(seat.state().camera.azimuth == Approx(turned).margin(0.1));
  seat.point_at(at + glm::vec2(90.0F, 0.0F));
  CHECK(std::abs(seat.state().camera.azimuth - turned) > 1.0F);
  seat.release();
  CHECK(seat.state().selected.empty());
}
