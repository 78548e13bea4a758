#include "dorsum/state/session.h"

#include <catch2/catch.hpp>

#include "tiny_body.h"

using namespace dorsum;
using namespace dorsum::state;

namespace {

Session session() { return Session(test::tiny_body()); }

void run(Session& session, std::string_view text, int gesture = 0) {
  REQUIRE(session.run(parse_command(text).value(), gesture));
}

}  // namespace

TEST_CASE("undo and redo walk through the states") {
  Session s = session();
  const State first = s.state();
  CHECK_FALSE(s.can_undo());
  run(s, "depth 2");
  run(s, "hide skin");
  const State last = s.state();
  s.undo();
  CHECK(s.state().hidden->empty());
  CHECK(s.state().depth == Depth{2, 2});
  s.undo();
  CHECK(s.state() == first);
  CHECK_FALSE(s.can_undo());
  s.undo();  // nothing to undo: nothing happens
  CHECK(s.state() == first);
  s.redo();
  s.redo();
  CHECK(s.state() == last);
  CHECK_FALSE(s.can_redo());
}

TEST_CASE("undo takes back a stroke and leaves the brush in the hand") {
  Session s = session();
  run(s, "brush on");
  run(s, "brush size 30");
  CHECK_FALSE(s.can_undo());
  for (const char* dab : {"pain at 0 130 1200 30", "pain at 20 130 1200 30", "pain at 40 130 1200 30"}) run(s, dab, 7);
  run(s, "brush size 12");
  run(s, "pain at -40 130 1200 12", 8);
  CHECK(s.state().pain->size() == 4);
  s.undo();
  CHECK(s.state().pain->size() == 3);
  s.undo();
  CHECK(s.state().pain->empty());
  CHECK(s.state().brush.on);
  CHECK(s.state().brush.radius == 12.0F);
  s.redo();
  CHECK(s.state().pain->size() == 3);
}

TEST_CASE("a new change forgets what was undone") {
  Session s = session();
  run(s, "depth 2");
  s.undo();
  run(s, "orbit 10 0");
  CHECK(s.can_redo());  // moving the camera is no change
  run(s, "xray on");
  CHECK_FALSE(s.can_redo());
}

TEST_CASE("the camera is no part of undo, and stays where it is") {
  Session s = session();
  run(s, "orbit 30 0");
  CHECK_FALSE(s.can_undo());
  run(s, "depth 2");
  run(s, "orbit 30 0");
  const Camera camera = s.state().camera;
  s.undo();
  CHECK(s.state().depth == Depth{});
  CHECK(s.state().camera == camera);
  s.redo();
  CHECK(s.state().camera == camera);
}

TEST_CASE("what changes nothing is not remembered") {
  Session s = session();
  run(s, "depth 0");
  run(s, "xray off");
  run(s, "show-all");
  run(s, "trigger none");
  CHECK_FALSE(s.can_undo());
}

TEST_CASE("one gesture is undone in one step") {
  Session s = session();
  run(s, "xray on");
  run(s, "depth 0.5", 7);
  run(s, "depth 1", 7);
  run(s, "depth 2", 7);
  run(s, "depth 3", 8);
  s.undo();
  CHECK(s.state().depth == Depth{2, 2});
  s.undo();
  CHECK(s.state().depth == Depth{});
  CHECK(s.state().xray);
  // After an undo the same gesture starts anew rather than growing what was undone.
  run(s, "depth 1", 8);
  s.undo();
  CHECK(s.state().depth == Depth{});
  CHECK(s.can_undo());
}

TEST_CASE("a click that does several things is undone in one step") {
  Session s = session();
  run(s, "depth 1");
  const State before = s.state();
  // A mark in the picture: the point lights up and its muscle is selected.
  run(s, "trigger trapezius-3.R on", 1);
  run(s, "select trapezius-ascending.R", 1);
  const State after = s.state();
  s.undo();
  CHECK(s.state() == before);
  s.redo();
  CHECK(s.state() == after);
  // "Show only these": whatever was hidden comes back, then all the others go.
  run(s, "hide skin");
  const State hidden = s.state();
  run(s, "show-all", 2);
  run(s, "hide trapezius-ascending.R", 2);
  run(s, "hide trapezius-ascending.L", 2);
  s.undo();
  CHECK(s.state() == hidden);
}

TEST_CASE("a script is undone in one step") {
  Session s = session();
  run(s, "xray on");
  const State before = s.state();
  REQUIRE(s.run("depth 2; select trapezius-ascending.R; trigger trapezius-3.R on; view left"));
  s.undo();
  CHECK(s.state().depth == before.depth);
  CHECK(s.state().selected.empty());
  CHECK(s.state().triggers->empty());
  CHECK(s.state().xray);
  CHECK(s.can_undo());  // what was done before the script is a step of its own
  // A script that leads back to where it began is no step.
  s.undo();
  REQUIRE(s.run("depth 3; depth 0"));
  CHECK_FALSE(s.can_undo());
  CHECK(s.can_redo());
}

TEST_CASE("a script is all or nothing") {
  Session s = session();
  REQUIRE(s.run("depth 2; trigger trapezius-3.R on; view left"));
  CHECK(s.state().triggers->size() == 1);
  const State before = s.state();
  CHECK_FALSE(s.run("depth 4; hide nothing-so-named; xray on"));
  CHECK(s.state() == before);
  s.undo();
  CHECK(s.state().triggers->empty());
}
