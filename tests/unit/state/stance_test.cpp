#include "dorsum/state/stance.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "dorsum/state/presence.h"
#include "tiny_session.h"

namespace dorsum::state::test {

TEST_CASE("At whole depths a body rests; what leaves is lifted, what is drawn apart is moved whole") {
  Session session(tiny_body());
  const body::Body& body = session.body();
  StanceMemo memo;
  const auto trapezius = body.atlas().index_of("trapezius-ascending.R").value();
  CHECK(memo.of(session.state(), body).at_rest());
  REQUIRE(session.run("depth 1"));
  const body::Stance* const rest = &memo.of(session.state(), body);
  CHECK(rest->at_rest());
  REQUIRE(session.run("depth 1; orbit 10 0"));
  CHECK(&memo.of(session.state(), body) == rest);  // it stands as it stood

  REQUIRE(session.run("depth 1.65"));
  const float present = Presence(session.state(), body).of(trapezius);
  REQUIRE(present > 0.0F);
  REQUIRE(present < 1.0F);
  const geometry::Displacement leaving = memo.of(session.state(), body).displacement(trapezius);
  CHECK(leaving.lift == Approx(16.0F * (1.0F - present)));
  CHECK(leaving.offset == glm::vec3(0.0F));
  REQUIRE(session.run("depth 3"));  // gone: where it is says nothing
  CHECK(memo.of(session.state(), body).displacement(trapezius).lift == 0.0F);

  REQUIRE(session.run("depth 0; explode 40"));
  const body::Stance& apart = memo.of(session.state(), body);
  CHECK(apart.displacement(trapezius).offset.y >= 40.0F);
  CHECK(apart.at_rest(body.skin().value()));
  CHECK(drawn_apart(body.atlas().structures[trapezius], 40.0F) == apart.displacement(trapezius).offset);
}

TEST_CASE("The camera goes to a structure where it stands") {
  Session session(tiny_body());
  REQUIRE(session.run("focus trapezius-ascending.R"));
  const glm::vec3 together = session.state().camera.target;
  REQUIRE(session.run("explode 100; focus trapezius-ascending.R"));
  CHECK(session.state().camera.target.y - together.y >= 100.0F);
}

TEST_CASE("A place is told in millimetres or by its surface, and kept as both") {
  Session session(tiny_body());
  const body::Body& body = session.body();
  REQUIRE(session.run("lens at skin@5,0.25,0.5 40 3"));
  const body::Place by_surface = session.state().lens.value().centre;
  CHECK(by_surface.on == geometry::SurfacePoint{static_cast<std::uint32_t>(body.skin().value()), 5, {0.25F, 0.25F, 0.5F}});
  CHECK(by_surface.rest == geometry::position_of(by_surface.on, body.mesh(body.skin().value())));
  const glm::vec3 at = by_surface.rest;
  REQUIRE(apply(session.state(), {"lens", {"at", at, 40.0F, 3.0F}}, body));
  const State by_place = *apply(session.state(), {"lens", {"at", at, 40.0F, 3.0F}}, body);
  CHECK(by_place.lens->centre.rest == at);
  CHECK(glm::distance(geometry::position_of(by_place.lens->centre.on, body.mesh(by_place.lens->centre.structure())), at) < 0.01F);

  REQUIRE(session.run("probe at skin@5,0.25,0.5; pain at skin@5,0.25,0.5 20"));
  CHECK(glm::distance(session.state().probe->rest, at) < 0.01F);
  CHECK(session.state().pain->front().centre.on.mesh == body.skin().value());
  // A command tells it as it was written.
  CHECK(to_text(*parse_command("lens at skin@5,0.25,0.5 40 3")) == "lens at skin@5,0.25,0.5 40 3");
  for (const char* wrong : {"lens at skin@5 40 3", "lens at skin@5,0.9,0.9 40 3", "lens at skin@5.5,0,0 40 3", "lens at skin@999999,0,0 40 3", "lens at nobody@0,0,0 40 3",
                            "lens at skin@-1,0,0 40 3", "lens at skin@5,0,0,0 40 3", "camera 0 0 skin@5,0,0 900"})
    CHECK_FALSE(session.run(wrong));
}

}  // namespace dorsum::state::test
