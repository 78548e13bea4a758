#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "dorsum/state/session.h"
#include "framing.h"
#include "tiny_body.h"

using namespace dorsum;
using namespace dorsum::state;
using test::tiny;

namespace {

Camera camera_after(std::string_view script) {
  State state = first_state(tiny());
  const auto commands = parse_script(script);
  REQUIRE(commands);
  for (const Command& command : *commands) state = apply(state, command, tiny()).value();
  return state.camera;
}

/// Where a point falls in a square picture: -1 to 1 to the right and up.
glm::vec2 in_picture(const Camera& camera, glm::vec3 point) {
  const PictureAxes axes = axes_of(camera);
  const glm::vec3 offset = point - camera.target;
  const float depth = camera.distance + glm::dot(offset, axes.forward);
  const float slope = std::tan(0.5F * glm::radians(camera.field_of_view));
  return glm::vec2(glm::dot(offset, axes.right), glm::dot(offset, axes.up)) / (depth * slope);
}

}  // namespace

TEST_CASE("seen from behind, the body's left is on the picture's left; from the front, on its right") {
  const glm::vec3 left_of_middle(100, 0, 1200);
  const float middle = in_picture(camera_after("view posterior"), {0, 0, 1200}).x;
  CHECK(in_picture(camera_after("view posterior"), left_of_middle).x < middle - 0.1F);
  CHECK(in_picture(camera_after("view anterior"), left_of_middle).x >
        in_picture(camera_after("view anterior"), {0, 0, 1200}).x + 0.1F);
  // From its left the back is on the picture's right, from its right on the left.
  CHECK(in_picture(camera_after("view left"), {0, 100, 1200}).x > 0.1F);
  CHECK(in_picture(camera_after("view right"), {0, 100, 1200}).x < -0.1F);
}

TEST_CASE("looking down on a cut frames the trunk, not the arms that hang beside it") {
  geometry::TriangleMesh skin = test::blob({0, 0, 1200}, {160, 110, 300});
  geometry::append(skin, test::blob({420, 0, 1100}, {40, 40, 250}));
  geometry::append(skin, test::blob({-420, 0, 1100}, {40, 40, 250}));
  body::Parts parts;
  test::add_structure(parts, "skin", atlas::Kind::skin, 0, "", "", std::move(skin));
  const auto body = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  REQUIRE(body);
  const auto whole = named_view({}, "superior", **body);
  const auto cut = named_view({}, "superior", **body, Section{Plane::transverse, 1200.0F});
  REQUIRE(whole);
  REQUIRE(cut);
  CHECK(cut->target.x == Approx(0.0).margin(1.0));
  CHECK(cut->target.z == Approx(1200.0).margin(1.0));
  CHECK(in_picture(*cut, {158, 0, 1200}).x == Approx(-0.94).margin(0.05));  // the trunk's side, from above
  CHECK(cut->distance < 0.5F * whole->distance);
  CHECK(named_view({}, "superior", **body, Section{Plane::transverse, 4000.0F})->distance == whole->distance);  // cuts nothing
  CHECK(named_view({}, "left", **body, Section{Plane::transverse, 1200.0F})->distance == named_view({}, "left", **body)->distance);
}

TEST_CASE("each view looks from where its name says") {
  const auto from = [](std::string_view script) { return -axes_of(camera_after(script)).forward; };
  CHECK(from("view posterior").y == Approx(1));
  CHECK(from("view anterior").y == Approx(-1));
  CHECK(from("view left").x == Approx(1));
  CHECK(from("view right").x == Approx(-1));
  CHECK(from("view superior").z > 0.99F);
  CHECK(from("view upper-back").y == Approx(1));
  for (const char* script : {"view oblique-left", "view oblique-right"}) {
    CHECK(from(script).y > 0.5F);
    CHECK(from(script).z > 0.1F);
  }
  CHECK(from("view oblique-left").x > 0.5F);
  CHECK(from("view oblique-right").x < -0.5F);
}

TEST_CASE("the picture's axes are a right-handed frame in every direction") {
  for (float azimuth = -180; azimuth <= 180; azimuth += 45) {
    for (const float elevation : {-89.0F, -30.0F, 0.0F, 89.0F}) {
      Camera camera;
      camera.azimuth = azimuth;
      camera.elevation = elevation;
      const PictureAxes axes = axes_of(camera);
      CHECK(glm::length(axes.up) == Approx(1));
      CHECK(glm::dot(axes.right, axes.up) == Approx(0).margin(1e-5));
      CHECK(glm::dot(axes.forward, axes.up) == Approx(0).margin(1e-5));
      CHECK(glm::dot(glm::cross(axes.right, axes.up), -axes.forward) == Approx(1));
      CHECK(axes.up.z >= -1e-5F);
    }
  }
}

TEST_CASE("the first picture has the whole figure from head to mid-thigh, and fills the view with it") {
  const Camera camera = first_state(tiny()).camera;
  CHECK(camera.azimuth == 0.0F);
  for (const char* view : {"view posterior", "view anterior", "view left", "view oblique-right", "view superior"}) {
    INFO(view);
    const Camera framed = camera_after(view);
    float largest = 0.0F;
    for (const float x : {-250.0F, 250.0F}) {
      for (const float y : {-130.0F, 130.0F}) {
        for (const float z : {650.0F, 1800.0F}) {
          const glm::vec2 at = glm::abs(in_picture(framed, {x, y, z}));
          largest = std::max({largest, at.x, at.y});
        }
      }
    }
    CHECK(largest < 1.0F);
    CHECK(largest > 0.85F);
  }
}

TEST_CASE("the upper back runs from C7 to T12 between the shoulders") {
  const Camera camera = camera_after("view upper-back");
  for (const glm::vec3 point :
       {glm::vec3(0, 90, 1400), glm::vec3(0, 90, 1080), glm::vec3(-190, 40, 1390), glm::vec3(190, 40, 1390)}) {
    const glm::vec2 at = in_picture(camera, point);
    CHECK(std::abs(at.x) < 1.0F);
    CHECK(std::abs(at.y) < 1.0F);
  }
  CHECK(std::abs(in_picture(camera, {190, 40, 1390}).x) > 0.85F);
}

TEST_CASE("focus brings a structure to the middle and keeps the direction") {
  const Camera camera = camera_after("view oblique-left; focus vertebra-T6");
  CHECK(camera.azimuth == 40.0F);
  CHECK(glm::length(camera.target - glm::vec3(0, 50, 1290)) < 0.1F);
  CHECK(camera.distance < 400.0F);
  CHECK(camera_after("focus trapezius").target.z == Approx(1330));
}

TEST_CASE("orbit turns by degrees and stops short of the poles") {
  CHECK(camera_after("orbit 30 10").azimuth == Approx(30));
  CHECK(camera_after("orbit 30 10; orbit 170 0").azimuth == Approx(-160));
  CHECK(camera_after("orbit 0 120").elevation == 89.0F);
  CHECK(camera_after("orbit 0 -120; orbit 0 -1").elevation == -89.0F);
}

TEST_CASE("zoom divides the distance, within limits") {
  const float start = camera_after("").distance;
  CHECK(camera_after("zoom 2").distance == Approx(start / 2));
  CHECK(camera_after("zoom 2; zoom 0.5").distance == Approx(start));
  CHECK(camera_after("zoom 100; zoom 100").distance == nearest_distance);
  CHECK(camera_after("zoom 0.01; zoom 0.01").distance == furthest_distance);
}

TEST_CASE("pan moves the body in the picture by parts of its height") {
  const glm::vec3 target = camera_after("").target;
  const glm::vec2 at = in_picture(camera_after("pan 0.25 -0.1"), target);
  CHECK(at.x == Approx(0.5));  // a quarter of the height is half of -1 to 1
  CHECK(at.y == Approx(-0.2));
}

TEST_CASE("camera sets all at once") {
  const Camera camera = camera_after("camera -30 15 10 20 1300 700");
  CHECK(camera.azimuth == -30.0F);
  CHECK(camera.elevation == 15.0F);
  CHECK(camera.target == glm::vec3(10, 20, 1300));
  CHECK(camera.distance == 700.0F);
}
