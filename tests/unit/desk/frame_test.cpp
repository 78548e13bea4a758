// When a frame is due, and what it draws.

#include "seat.h"

using namespace dorsum;
using namespace dorsum::desk;
using namespace dorsum::desk::test;

TEST_CASE("while nothing changes nothing is due and nothing is drawn") {
  Seat seat;
  const int frames = seat.panels.frames;
  seat.now += 60.0;
  CHECK(std::isinf(seat.desk.due()));
  CHECK_FALSE(seat.frame().drawn);
  CHECK(seat.panels.frames == frames);
  seat.input.stir();
  CHECK(seat.frame().drawn);
}

TEST_CASE("a slow easel draws lightly first, and in full when nothing has moved for a while") {
  Seat seat;
  CHECK(seat.easel.full_pictures == 1);
  const int light = seat.easel.light_pictures;
  seat.panels.asked = {{"depth", {2.0F}}};
  seat.input.stir();
  seat.follow();
  CHECK(seat.easel.light_pictures == light + 1);
  CHECK(seat.easel.full_pictures == 1);
  const double due = seat.desk.due();
  CHECK(due > seat.now + 0.1);
  CHECK(due < seat.now + 0.3);
  seat.now = due - 0.01;
  CHECK_FALSE(seat.frame().drawn);
  seat.settle();
  CHECK(seat.easel.full_pictures == 2);
  CHECK(seat.easel.refined == 3);
}

TEST_CASE("a fast easel draws in full at once") {
  Seat seat;
  seat.easel.is_slow = false;
  const int light = seat.easel.light_pictures, full = seat.easel.full_pictures;
  seat.panels.asked = {{"depth", {3.0F}}};
  seat.input.stir();
  seat.follow();
  CHECK(seat.easel.light_pictures == light);
  CHECK(seat.easel.full_pictures == full + 1);
}

TEST_CASE("a picture in the hand is not made finer") {
  Seat seat;
  const glm::vec2 at = seat.seen_at(on_the_back);
  seat.point_at(at);
  seat.press();
  seat.point_at(at + glm::vec2(40.0F, 0.0F));
  const int full = seat.easel.full_pictures;
  CHECK(std::isinf(seat.desk.due()));
  seat.now += 5.0;
  seat.follow();
  CHECK(seat.easel.full_pictures == full);
  seat.release();
  seat.settle();
  CHECK(seat.easel.full_pictures == full + 1);
}

TEST_CASE("what is asked for glides and arrives, with a frame due all the way") {
  Seat seat("motion full");
  seat.settle();
  const float before = seat.state().camera.azimuth;
  seat.panels.asked = {{"view", {"left"}}};
  seat.input.stir();
  seat.frame();
  CHECK(seat.desk.due() <= seat.now);
  seat.now += 0.2;
  CHECK(seat.frame().drawn);
  CHECK(seat.desk.due() <= seat.now);
  seat.now += 0.4;
  seat.settle();
  CHECK(seat.state().camera.azimuth != before);
}

TEST_CASE("zones glow as a breath goes, and not where motion is reduced") {
  Seat seat("motion full");
  seat.settle();
  seat.easel.has_zones = true;
  seat.easel.brightnesses.clear();
  CHECK(std::isfinite(seat.desk.due()));
  for (int i = 0; i < 40; ++i) {
    seat.now = std::max(seat.now, seat.desk.due());
    CHECK(seat.frame().drawn);
  }
  const auto [least, most] = std::minmax_element(seat.easel.brightnesses.begin(), seat.easel.brightnesses.end());
  CHECK(*least > 0.25F);
  CHECK(*most > *least + 0.5F);
  CHECK(*most <= 1.0F);

  Seat still;
  still.easel.has_zones = true;
  CHECK(std::isinf(still.desk.due()));
}

TEST_CASE("a glass that nobody sees is not drawn on until it is seen again") {
  Seat seat;
  const Glass open = seat.glass;
  seat.glass = {};
  seat.input.stir();
  CHECK_FALSE(seat.frame().drawn);
  seat.glass = open;
  CHECK(seat.frame().drawn);
}

TEST_CASE("the slow show goes from point to point by itself until its key is pressed again") {
  Seat seat;
  const auto put_out = [&] { REQUIRE(seat.session.run("trigger none")); };  // the tiny body has one point to show
  seat.key("S", true);
  REQUIRE(seat.state().triggers->size() == 1);
  CHECK(std::isfinite(seat.desk.due()));
  put_out();
  seat.now += 5.0;
  seat.follow();
  CHECK(seat.state().triggers->empty());
  seat.now += 1.5;
  seat.follow();
  CHECK(seat.state().triggers->size() == 1);
  put_out();
  seat.key("S", true);
  seat.settle();
  seat.now += 60.0;
  seat.follow();
  CHECK(seat.state().triggers->empty());
}
