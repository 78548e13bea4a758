#include "dorsum/state/state_script.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "dorsum/state/session.h"
#include "tiny_session.h"

using namespace dorsum;
using namespace dorsum::state;
using test::session_after;

TEST_CASE("the first state needs no script") {
  const Session first = session_after("");
  CHECK(script_of(first.state(), first.body()).empty());
}

TEST_CASE("a state's script leads back to it") {
  const char* script = GENERATE("depth 2", "depth left 1; depth right 3.5", "skin whole; xray on; zones off; labels on; latin on", "skin wide; depth 1",
                                "hide skin; hide trapezius-ascending.R", "isolate trapezius-ascending.R", "isolate trapezius.R",
                                "isolate layer-1", "isolate skin; show trapezius-ascending.R; hide skin", "select trapezius-ascending.L; trigger trapezius-3.L on",
                                 "section transverse 1200", "section oblique -35.5 20 640.2", "explode 40; fibres on; arcs off; motion reduced",
                                 "lens at 10 100 1200 50 3; projection orthographic", "theme dark; text-scale 1.25", "pain at 10 100 1200 30",
                                "pain at 10 100 1200 30; pain erase 10 100 1200 10; candidates 1",
                                "brush on; brush erase; brush mirror; brush size 33",
                                "compare trapezius-3.L trapezius-3.R; note \"left; when \\\"lifting\\\"\"",
                                "dialog keys; tab pain; card points; point trapezius-3; candidate trapezius-3.L; panels off; full-screen on; slow-show on; sides apart");
  INFO(script);
  const Session once = session_after(script);
  const std::string words = script_of(once.state(), once.body());
  INFO(words);
  const Session again = session_after(words);
  CHECK(again.state() == once.state());
}

TEST_CASE("the probe comes back to a tenth of a millimetre") {
  const Session once = session_after("probe at 0 200 1300");
  const Session again = session_after(script_of(once.state(), once.body()));
  REQUIRE(again.state().probe);
  CHECK(glm::distance(again.state().probe->rest, once.state().probe->rest) < 0.2F);
}

TEST_CASE("the camera comes back to a tenth of a millimetre and of a degree") {
  const Session once = session_after("orbit 33 12; zoom 1.7; pan 0.1 -0.05");
  const Session again = session_after(script_of(once.state(), once.body()));
  const Camera &a = once.state().camera, &b = again.state().camera;
  CHECK(b.azimuth == Approx(a.azimuth).margin(0.1));
  CHECK(b.elevation == Approx(a.elevation).margin(0.1));
  CHECK(b.distance == Approx(a.distance).margin(0.1));
  CHECK(glm::distance(a.target, b.target) < 0.2F);
}
