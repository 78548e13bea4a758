#include "dorsum/body/stance.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <random>
#include <thread>

#include "../stopped_by_assert.h"
#include "dorsum/body/painted_skin.h"
#include "small_body.h"

namespace dorsum::body {
namespace {

constexpr std::size_t skin = 0, right = 1, left = 2;
constexpr glm::vec2 axis{3.0F, -4.0F};

/// The right muscle lifted, the left one moved whole.
std::vector<geometry::Displacement> two_ways() {
  std::vector<geometry::Displacement> displaced(3);
  displaced[right] = {.lift = 7.0F, .offset = {0.0F, 5.0F, 0.0F}};
  displaced[left] = {.lift = 0.0F, .offset = {0.0F, 160.0F, 0.0F}};
  return displaced;
}

}  // namespace

TEST_CASE("at rest a stance is the body itself") {
  const auto body = small::body();
  for (const Stance* stance : {new Stance(*body), new Stance(*body, std::vector<geometry::Displacement>(3), axis)}) {
    const std::unique_ptr<const Stance> owned(stance);
    CHECK(stance->at_rest());
    CHECK(&stance->mesh(right) == &body->mesh(right));
    CHECK(stance->bounds().low == body->bounds().low);
    CHECK(stance->bounds(left).high == body->bounds(left).high);
    const PlacedTrigger& trigger = body->triggers().front();
    CHECK(stance->place(trigger.place) == trigger.place.rest);
    CHECK(stance->place(trigger.place.on) == trigger.place.rest);
    CHECK(stance->place_at(trigger.place.on, trigger.place.rest) == trigger.place);
    const auto through = [&](const auto& surfaces) { return surfaces.all_hits({-50, 300, 1}, {0, -1, 0}); };
    const auto expected = through(body->surfaces()), found = through(stance->surfaces());
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i].position == expected[i].position);
    CHECK(stance->is(*body, {}, axis));
    CHECK_FALSE(stance->is(*body, two_ways(), axis));
  }
}

TEST_CASE("what no structure has, and paint of another skin, are stopped where the mistake is made") {
  const auto body = small::body();
  const Stance stance(*body);
  using test::stopped_by_assert;
  CHECK_FALSE(stopped_by_assert([&] { static_cast<void>(stance.mesh(left)); }));
  CHECK(stopped_by_assert([&] { static_cast<void>(stance.mesh(left + 1)); }));
  CHECK(stopped_by_assert([&] { static_cast<void>(stance.bounds(left + 1)); }));
  CHECK(stopped_by_assert([&] { const Stance wrong(*body, {{.lift = 1.0F, .offset = {}}}, axis); }));
  PaintedSkin elsewhere(7, 1.0F);
  CHECK(stopped_by_assert([&] { static_cast<void>(brush(*body, elsewhere, geometry::SurfacePoint{.mesh = skin, .barycentric = {1, 0, 0}}, 20.0F, false)); }));
}

TEST_CASE("points, boxes and meshes go where their structure stands") {
  const auto body = small::body();
  const Stance stance(*body, two_ways(), axis);
  CHECK_FALSE(stance.at_rest());
  CHECK(stance.at_rest(skin));
  CHECK(stance.is(*body, two_ways(), axis));
  CHECK_FALSE(stance.is(*body, two_ways(), {0.0F, 0.0F}));
  for (const std::size_t structure : {skin, right, left}) {
    const geometry::TriangleMesh &rest = body->mesh(structure), &now = stance.mesh(structure);
    const geometry::Bounds box = stance.bounds(structure), all = stance.bounds();
    REQUIRE(now.positions.size() == rest.positions.size());
    for (std::size_t v = 0; v < rest.positions.size(); v += 5) {
      const glm::vec3 at = now.positions[v];
      CHECK(at == geometry::moved(rest.positions[v], stance.displacement(structure), axis));
      const auto corner = geometry::corner_point(static_cast<std::uint32_t>(structure), rest, static_cast<std::uint32_t>(v));
      REQUIRE(corner);
      CHECK(glm::distance(stance.place(*corner), at) < 1e-4F);
      CHECK(glm::distance(geometry::position_of(*corner, now), at) < 1e-4F);
      for (int c = 0; c < 3; ++c) {
        CHECK(at[c] >= box.low[c]);
        CHECK(at[c] <= box.high[c]);
        CHECK(box.low[c] >= all.low[c]);
        CHECK(box.high[c] <= all.high[c]);
      }
    }
  }
}

TEST_CASE("a place beside its surface point stays beside it, and is found again from where it is") {
  const auto body = small::body();
  const Stance stance(*body, two_ways(), axis);
  for (const PlacedTrigger& trigger : body->triggers()) {
    const Place above{trigger.place.on, trigger.place.rest + glm::vec3(0.0F, 0.0F, 4.0F)};
    const glm::vec3 now = stance.place(above);
    CHECK(glm::distance(now, stance.place(trigger.place.on) + glm::vec3(0.0F, 0.0F, 4.0F)) < 1e-4F);
    const Place again = stance.place_at(above.on, now);
    CHECK(again.on == above.on);
    CHECK(glm::distance(again.rest, above.rest) < 1e-4F);
  }
}

TEST_CASE("rays and nearest points meet what is moved where it stands") {
  const auto body = small::body();
  const Stance stance(*body, two_ways(), axis);
  // Against the honest way: every structure's moved mesh in one search.
  const geometry::SurfaceQuery honest({&stance.mesh(skin), &stance.mesh(right), &stance.mesh(left)});
  std::mt19937 random(17);
  std::uniform_real_distribution<float> anywhere(-220.0F, 220.0F), inside(-60.0F, 60.0F);
  int met_moved = 0;
  for (int i = 0; i < 400; ++i) {
    const glm::vec3 from(anywhere(random), anywhere(random), anywhere(random));
    const glm::vec3 aim = i % 2 == 0 ? glm::vec3(inside(random), inside(random), 0.2F * inside(random))
                                     : glm::vec3(i % 4 == 1 ? 50.0F : -57.0F, i % 4 == 1 ? 160.0F : 5.0F, 0.0F) + 0.1F * glm::vec3(inside(random), inside(random), inside(random));
    const auto of_muscles = [](const geometry::SurfaceHit& hit) { return hit.mesh != skin; };
    for (const auto& accept : {geometry::SurfaceQuery::Filter(), geometry::SurfaceQuery::Filter(of_muscles)}) {
      const auto expected = honest.first_hit(from, aim - from, accept), found = stance.surfaces().first_hit(from, aim - from, accept);
      REQUIRE(found.has_value() == expected.has_value());
      if (!found) continue;
      CHECK(found->mesh == expected->mesh);
      CHECK(found->distance == Approx(expected->distance).margin(1e-3));
      CHECK(glm::distance(found->position, stance.place(*found)) < 2e-3F);
      met_moved += found->mesh != skin ? 1 : 0;
    }
    const auto expected = honest.all_hits(from, aim - from), found = stance.surfaces().all_hits(from, aim - from);
    REQUIRE(found.size() == expected.size());
    for (std::size_t k = 0; k < found.size(); ++k) CHECK(found[k].distance == Approx(expected[k].distance).margin(1e-3));
    const auto near = honest.closest(from), closest = stance.surfaces().closest(from);
    REQUIRE(closest);
    CHECK(closest->distance == Approx(near->distance).margin(1e-3));
    const auto of_one = stance.surfaces().closest(from, 1e9F, static_cast<std::uint32_t>(left));
    REQUIRE(of_one);
    CHECK(of_one->mesh == left);
    CHECK(of_one->distance == Approx(honest.closest(from, 1e9F, static_cast<std::uint32_t>(left))->distance).margin(1e-3));
  }
  CHECK(met_moved > 100);
  // What is not asked of is passed by.
  const auto not_left = [](std::size_t structure) { return structure != left; };
  const auto past = stance.surfaces().first_hit({50, 400, 0}, {0, -1, 0}, {}, not_left);
  REQUIRE(past);
  CHECK(past->mesh == skin);
  CHECK(stance.surfaces().closest({50, 160, 0}, 1e9F, {}, not_left)->mesh == skin);
  CHECK(stance.surfaces().first_hit({50, 400, 0}, {0, -1, 0})->mesh == left);
}

TEST_CASE("many threads may ask one stance") {
  const auto body = small::body();
  const Stance stance(*body, two_ways(), axis);
  std::vector<std::thread> askers;
  std::vector<float> answers(4, 0.0F);
  for (float& answer : answers)
    askers.emplace_back([&stance, &answer] { answer = stance.surfaces().first_hit({-57, 300, 0}, {0, -1, 0}, [](const auto& hit) { return hit.mesh == right; })->distance; });
  for (std::thread& asker : askers) asker.join();
  for (const float answer : answers) CHECK(answer == answers.front());
}

}  // namespace dorsum::body
