// Lens, probe, projection, exploded view: the commands that change how one looks into the body.

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "dorsum/state/session.h"
#include "framing.h"
#include "tiny_session.h"

using namespace dorsum;
using namespace dorsum::state;
using test::session_after;

TEST_CASE("the lens is a place, a size and a depth; undo passes over it") {
  Session session = session_after("depth 1");
  REQUIRE(session.run("lens at 10 100 1200 50 3"));
  const Lens lens = session.state().lens.value();
  CHECK(lens == Lens{{lens.centre.on, {10, 100, 1200}}, 50, 3});
  session.undo();
  CHECK(session.state().depth.left == 0.0F);
  CHECK(session.state().lens.has_value());
  REQUIRE(session.run("lens off"));
  CHECK_FALSE(session.state().lens);
  CHECK_FALSE(session.run("lens at 10 100 1200 0.5 3"));
}

TEST_CASE("the probe rests on the skin, and is refused where there is none") {
  Session session = session_after("probe at 0 200 1300");
  REQUIRE(session.state().probe);
  const auto nearest = session.body().surfaces().closest({0, 200, 1300}, 1000, static_cast<std::uint32_t>(*session.body().skin()));
  REQUIRE(nearest);
  CHECK(glm::distance(session.state().probe->rest, nearest->position) < 0.01F);
  CHECK_FALSE(session.run("probe at 0 4000 1300"));
  CHECK(session.state().probe.has_value());
  REQUIRE(session.run("probe off"));
  CHECK_FALSE(session.state().probe);
}

TEST_CASE("the layers can be drawn apart, and only so far") {
  CHECK(session_after("explode 40").state().explode == 40.0F);
  CHECK_FALSE(session_after("").run("explode -5"));
  CHECK_FALSE(session_after("").run("explode 151"));
}

TEST_CASE("parallel sight frames by width and height alone") {
  const Camera wide = session_after("projection orthographic; view posterior").state().camera;
  CHECK(wide.orthographic);
  const Camera deep = session_after("view posterior").state().camera;
  CHECK(wide.distance < deep.distance);
  CHECK_FALSE(session_after("projection orthographic; projection perspective").state().camera.orthographic);
}

TEST_CASE("no pan, zoom or camera loses the body") {
  for (const char* script : {"pan 10 0; pan 10 0", "zoom 20; pan 9 9", "camera 0 0 5000 5000 5000 300", "zoom 100; pan -10 0", "camera 33 20 -4000 0 0 60"}) {
    INFO(script);
    const Session session = session_after(script);
    const Camera& camera = session.state().camera;
    const float half_height = camera.distance * std::tan(0.5F * glm::radians(camera.field_of_view));
    const auto nearest = session.body().surfaces().closest(camera.target);
    REQUIRE(nearest);
    CHECK(nearest->distance <= half_height * 0.71F);
  }
}
