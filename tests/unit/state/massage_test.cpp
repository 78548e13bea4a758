// Strokes, places not to press, and a client who lies down, as commands.

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "dorsum/state/camera.h"
#include "dorsum/state/section.h"
#include "dorsum/state/state_script.h"
#include "tiny_session.h"

using namespace dorsum;
using namespace dorsum::state;
using test::session_after;
using test::tiny;

TEST_CASE("a stroke's command says technique, side, what it is on and where") {
  Session session(test::tiny_body());
  REQUIRE(session.run("stroke kneading.L"));
  CHECK(session.state().stroke->side == Side::left);
  CHECK(script_of(session.state(), tiny()).find("stroke kneading.L") != std::string::npos);
  REQUIRE(session.run("stroke kneading on trapezius-ascending.R at -60 98 1250"));
  CHECK(session.state().stroke->on == "trapezius-ascending.R");
  CHECK(session.state().stroke->at->structure() == *tiny().atlas().index_of("trapezius-ascending.R"));
  session.undo();
  CHECK(session.state().stroke->on.empty());
  REQUIRE(session.run("stroke none"));
  CHECK_FALSE(session.state().stroke);
}

TEST_CASE("an unknown technique, target or place is told, and what was shown stays") {
  Session session = session_after("stroke kneading");
  const State before = session.state();
  for (const auto& [command, word] : {std::pair{"stroke kneding", "kneading"}, std::pair{"stroke kneading on no-such-thing", "no-such-thing"},
                                      std::pair{"where-not bump on", "bumps"}, std::pair{"stroke kneading on trapezius.R at 0 0 0", "no single structure"}}) {
    const auto done = session.run(command);
    INFO(command);
    REQUIRE_FALSE(done);
    CHECK(done.error().message().find(word) != std::string::npos);
    CHECK(session.state() == before);
  }
}

TEST_CASE("places not to press go on and off, one or all") {
  Session session = session_after("where-not all on");
  CHECK(*session.state().where_not == Ids{"bumps"});
  REQUIRE(session.run("where-not bumps off"));
  CHECK(session.state().where_not->empty());
}

TEST_CASE("of a client who lies face down the back is up, and left stays left") {
  Session session = session_after("lie prone; view feet");
  PictureAxes axes = axes_of(session.state().camera);
  CHECK(axes.up.y > 0.7F);             // the back
  CHECK(axes.right.x < -0.99F);        // from the feet the client's right is on the right
  CHECK(axes.forward.z > 0.7F);        // towards the head
  REQUIRE(session.run("view head"));
  axes = axes_of(session.state().camera);
  CHECK(axes.up.y > 0.7F);
  CHECK(axes.right.x > 0.99F);
  CHECK(axes.forward.z < -0.7F);
  REQUIRE(session.run("view left"));
  axes = axes_of(session.state().camera);
  CHECK(axes.forward.x < -0.5F);       // from the client's left
  CHECK(axes.right.z < -0.99F);        // the head to the left
  // Right-handed wherever one stands.
  for (const char* view : {"head", "feet", "left", "right", "posterior", "oblique-left"}) {
    REQUIRE(session.run(std::string("view ") + view));
    axes = axes_of(session.state().camera);
    CHECK(glm::distance(glm::cross(axes.right, axes.up), -axes.forward) < 1e-4F);
  }
  REQUIRE(session.run("lie upright"));
  CHECK(axes_of(session.state().camera).up.z > 0.99F);
}

TEST_CASE("a section that faces the view does so of a lying client, too") {
  Session session = session_after("lie prone; view posterior; orbit 20 -30; section facing");
  const glm::vec3 to_eye = -axes_of(session.state().camera).forward;
  CHECK(glm::dot(cut_direction(*session.state().section), to_eye) > 0.999F);
}
