// Files that are handed to the window, by a reception of the test's own.

#include "seat.h"

using namespace dorsum;
using namespace dorsum::desk;
using namespace dorsum::desk::test;

namespace {

using Kind = ui::OpenAsk::Kind;

class BareOpener : public Opener {
 public:
  ui::OpenBox& box() override { return open; }
  void follow(const ui::OpenAsk& ask) override {
    asked.push_back(ask);
    if (ask.kind == Kind::choose) open.page = ui::OpenBox::Page::choose;
  }
  bool look() override { return std::exchange(changed, false); }
  std::optional<Arrival> take() override { return std::exchange(arrival, std::nullopt); }

  ui::OpenBox open;
  std::vector<ui::OpenAsk> asked;
  bool changed = false;
  std::optional<Arrival> arrival;
};

}  // namespace

TEST_CASE("what is dropped on the window is opened, the first of several, and keys open the box") {
  Seat seat;
  BareOpener opener;
  seat.desk.receive_by(opener);
  seat.input.drop({"/a/model.glb"});
  seat.follow();
  REQUIRE(opener.asked.size() == 1);
  CHECK(opener.asked[0].kind == Kind::open);
  CHECK(opener.asked[0].path == "/a/model.glb");
  CHECK(seat.panels.message.empty());
  seat.input.drop({"/a/1.obj", "/a/2.obj"});
  seat.follow();
  REQUIRE(opener.asked.size() == 2);
  CHECK(opener.asked[1].path == "/a/1.obj");
  CHECK_THAT(seat.panels.message, Catch::Contains("One file or folder at a time"));
  seat.key("O", false, true);
  REQUIRE(opener.asked.size() == 3);
  CHECK(opener.asked[2].kind == Kind::choose);
}

TEST_CASE("while the box stands open it has the keys") {
  Seat seat("motion reduced; depth 1");
  BareOpener opener;
  seat.desk.receive_by(opener);
  opener.open.page = ui::OpenBox::Page::objects;
  seat.key("3");
  seat.key("O", false, true);
  CHECK(seat.state().depth.left == 1.0F);
  CHECK(opener.asked.empty());
  opener.open.page = ui::OpenBox::Page::closed;
  seat.key("3");
  CHECK(seat.state().depth.left == 3.0F);
}

TEST_CASE("a frame is drawn for work's progress, and none without any") {
  Seat seat;
  BareOpener opener;
  seat.desk.receive_by(opener);
  seat.settle();
  CHECK_FALSE(seat.frame().drawn);
  const int pictures = seat.easel.light_pictures + seat.easel.full_pictures;
  opener.changed = true;
  CHECK(seat.frame().drawn);
  seat.settle();
  CHECK_FALSE(seat.frame().drawn);
  CHECK(seat.easel.light_pictures + seat.easel.full_pictures == pictures);  // the body's picture stays
}

TEST_CASE("another pack and a script reach the desk when they have come") {
  Seat seat("motion reduced; depth 2; camera 40 10 0 0 1000 500");
  BareOpener opener;
  seat.desk.receive_by(opener);
  const auto fresh = state::test::build_tiny_body();
  opener.arrival = Opener::Arrival{.body = fresh, .script = {}};
  seat.follow();
  CHECK(&seat.session.body() == fresh.get());
  CHECK(seat.state().depth.left == 2.0F);
  CHECK(seat.state().camera.azimuth == Approx(0.0F).margin(1e-3));  // the whole of it is seen
  opener.arrival = Opener::Arrival{.body = {}, .script = "depth 4; labels on"};
  seat.follow();
  CHECK(seat.state().depth.left == 4.0F);
  CHECK(seat.state().labels);
  opener.arrival = Opener::Arrival{.body = {}, .script = "depth 1; select nothing-of-that-name"};
  seat.follow();
  CHECK(seat.state().depth.left == 4.0F);
  CHECK_THAT(seat.panels.message, Catch::Contains("nothing-of-that-name"));
}
