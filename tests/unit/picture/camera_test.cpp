#include "dorsum/picture/camera.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "dorsum/state/session.h"
#include "small_body.h"

namespace dorsum::picture {
namespace {

constexpr drawing::Viewport viewport{.width = 1280, .height = 800};
const geometry::Bounds bounds{{-300, -200, 0}, {300, 200, 1800}};
constexpr glm::vec3 left_hand{250, 0, 900}, right_hand{-250, 0, 900};

state::Camera camera_at(float azimuth, float elevation = 0.0F) {
  state::Camera camera;
  camera.azimuth = azimuth;
  camera.elevation = elevation;
  camera.target = {0, 0, 900};
  return camera;
}

glm::vec3 seen(const state::Camera& camera, glm::vec3 point) { return project(matrices_of(camera, viewport, bounds), viewport, point); }

}  // namespace

TEST_CASE("From behind the body's left is on the picture's left, from the front on its right") {
  CHECK(seen(camera_at(0), left_hand).x < seen(camera_at(0), right_hand).x);
  CHECK(seen(camera_at(180), left_hand).x > seen(camera_at(180), right_hand).x);
}

TEST_CASE("The eye is where the azimuth says") {
  CHECK(matrices_of(camera_at(0), viewport, bounds).eye.y > 1000.0F);
  CHECK(matrices_of(camera_at(90), viewport, bounds).eye.x > 1000.0F);
  CHECK(matrices_of(camera_at(180), viewport, bounds).eye.y < -1000.0F);
  CHECK(matrices_of(camera_at(-90), viewport, bounds).eye.x < -1000.0F);
  CHECK(matrices_of(camera_at(0, 60), viewport, bounds).eye.z > 2000.0F);
}

TEST_CASE("The target is in the middle and up is up") {
  const glm::vec3 middle = seen(camera_at(37, 20), {0, 0, 900});
  CHECK(middle.x == Approx(640.0F).margin(0.01));
  CHECK(middle.y == Approx(400.0F).margin(0.01));
  CHECK(seen(camera_at(37, 20), {0, 0, 1500}).y < middle.y);
}

TEST_CASE("A ray under a pixel passes through the point that falls on it") {
  for (const float azimuth : {0.0F, 63.0F, 180.0F, -120.0F}) {
    const state::Camera camera = camera_at(azimuth, -25.0F);
    const glm::vec3 point(120.0F, -40.0F, 1333.0F);
    const Ray ray = ray_under(camera, viewport, glm::vec2(seen(camera, point)));
    const glm::vec3 to_point = point - ray.origin;
    CHECK(glm::length(ray.direction) == Approx(1.0F));
    CHECK(glm::length(glm::cross(ray.direction, to_point)) < 0.5F);
    CHECK(glm::dot(ray.direction, to_point) > 0.0F);
  }
}

TEST_CASE("Depth lies between near and far for the whole body, from everywhere") {
  for (const float distance : {400.0F, 2200.0F, 6000.0F}) {
    state::Camera camera = camera_at(20, 10);
    camera.distance = distance;
    const glm::vec3 farthest_corner = seen(camera, {-300, -200, 0});
    CHECK(farthest_corner.z > 0.0F);
    CHECK(farthest_corner.z < 1.0F);
  }
}

TEST_CASE("Moves are commands that do what the hand did") {
  state::Session session(small_body());
  REQUIRE(session.run("camera 0 0 0 0 1200 1500"));
  const auto camera = [&session] { return session.state().camera; };

  SECTION("dragging right from behind brings the body's left into view") {
    REQUIRE(session.run(orbit_by(camera(), {200, 0}, viewport)));
    CHECK(camera().azimuth == Approx(45.0F));
  }
  SECTION("dragging down shows more of the top") {
    REQUIRE(session.run(orbit_by(camera(), {0, 200}, viewport)));
    CHECK(camera().elevation == Approx(45.0F));
  }
  SECTION("panning moves the body with the pointer") {
    const glm::vec3 before = seen(camera(), {0, 0, 1200});
    REQUIRE(session.run(pan_by(camera(), {70, 40}, viewport)));
    const glm::vec3 after = seen(camera(), {0, 0, 1200});
    CHECK(after.x - before.x == Approx(70.0F).margin(0.5));
    CHECK(after.y - before.y == Approx(40.0F).margin(0.5));
  }
  SECTION("zooming keeps the point under the pointer there") {
    const glm::vec2 pixel(900.0F, 250.0F);
    const Ray before = ray_under(camera(), viewport, pixel);
    // Where the ray meets the plane through the target that faces the eye.
    const glm::vec3 point = before.origin + before.direction * (-before.origin.y / before.direction.y);
    REQUIRE(session.run(zoom_at(camera(), 2.0F, pixel, viewport)));
    CHECK(camera().distance == Approx(750.0F));
    const glm::vec3 after = seen(camera(), point);
    CHECK(after.x == Approx(pixel.x).margin(0.5));
    CHECK(after.y == Approx(pixel.y).margin(0.5));
  }
}

}  // namespace dorsum::picture
