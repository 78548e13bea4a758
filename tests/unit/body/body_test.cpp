#include "dorsum/body/body.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <thread>

#include "small_body.h"

using namespace dorsum;
using namespace dorsum::body;

namespace {

const Zone& zone_of(const Body& body, std::string_view trigger, std::size_t area) {
  return body.zones()[body.trigger(trigger)->zones.at(area)];
}

}  // namespace

TEST_CASE("points are placed on their muscle, the left mirrored from the right") {
  const auto body = small::body();
  CHECK(body->warnings().empty());
  CHECK(body->scale() == Approx(1.0F));
  REQUIRE(body->triggers().size() == 6);
  const PlacedTrigger* right = body->trigger("teres-major-1.R");
  const PlacedTrigger* left = body->trigger("teres-major-1.L");
  REQUIRE(right);
  REQUIRE(left);
  CHECK(body->atlas().structures[right->structure()].id == "teres-major.R");
  CHECK(body->atlas().structures[left->structure()].id == "teres-major.L");
  CHECK(glm::distance(right->place.rest, glm::vec3(-50.0F, 10.0F, 0.0F)) < 0.3F);
  CHECK(glm::distance(left->place.rest, glm::vec3(50.0F, 10.0F, 0.0F)) < 0.3F);
  CHECK(body->trigger("teres-major-9.R") == nullptr);
  CHECK(body->trigger("teres-major-1") == nullptr);
}

TEST_CASE("a spot is a geodesic disc around its anchor on the skin") {
  const auto body = small::body();
  const Zone& zone = zone_of(*body, "teres-major-1.R", 0);
  CHECK(zone.region == "interscapular");
  CHECK(zone.kind == atlas::ZoneKind::essential);
  // A cap of arc radius 25 on a sphere of radius 100: 2 pi R^2 (1 - cos(25 / 100)).
  const double cap = 2.0 * std::numbers::pi * 1e4 * (1.0 - std::cos(0.25));
  CHECK(zone.area_mm2 == Approx(cap).epsilon(0.04));
  CHECK(glm::distance(zone.centre.rest, glm::vec3(0.0F, 100.0F, 0.0F)) < 2.0F);
  CHECK(zone.facing.y > 0.98F);
  const auto& skin = body->mesh(*body->skin());
  for (const auto& [vertex, weight] : zone.vertices) {
    const float arc = 100.0F * std::acos(skin.positions[vertex].y / 100.0F);
    if (arc < 21.5F) CHECK(weight == 1.0F);
    CHECK(arc < 28.6F);
    CHECK(weight > 0.0F);
    CHECK(weight <= 1.0F);
  }
}

TEST_CASE("the face decides from which side the anchor is carried") {
  const auto body = small::body();
  CHECK(zone_of(*body, "teres-major-2.R", 0).centre.rest.x < -98.0F);
  CHECK(zone_of(*body, "teres-major-2.L", 0).centre.rest.x > 98.0F);
  CHECK(zone_of(*body, "teres-major-3.R", 0).centre.rest.y < -80.0F);
}

TEST_CASE("a path is a band as long as its polyline") {
  const auto body = small::body();
  const Zone& band = zone_of(*body, "teres-major-3.R", 0);
  float low = 0.0F, high = 0.0F;
  for (const auto& [vertex, weight] : band.vertices) {
    if (weight < 0.5F) continue;
    low = std::min(low, body->mesh(0).positions[vertex].z);
    high = std::max(high, body->mesh(0).positions[vertex].z);
  }
  CHECK(low == Approx(-41.0F).margin(4.0));
  CHECK(high == Approx(41.0F).margin(4.0));
  // 24 mm wide: the band of 62 mm of arc and its two round ends.
  CHECK(band.area_mm2 == Approx(24.0 * 62.0 + std::numbers::pi * 144.0).epsilon(0.15));
}

TEST_CASE("both sides are mirror images") {
  const auto body = small::body();
  for (const PlacedTrigger& trigger : body->triggers()) {
    const PlacedTrigger* other = body->trigger(mirrored_id(trigger.id));
    REQUIRE(other);
    REQUIRE(other->zones.size() == trigger.zones.size());
    for (std::size_t i = 0; i < trigger.zones.size(); ++i) {
      const Zone& a = body->zones()[trigger.zones[i]];
      const Zone& b = body->zones()[other->zones[i]];
      CHECK(a.area_mm2 == Approx(b.area_mm2).epsilon(0.03));
      // A centre is one of the points along the zone's line, 4 mm apart; the two beside the middle are equally near.
      CHECK(a.centre.rest.x == Approx(-b.centre.rest.x).margin(4.1));
      CHECK(a.centre.rest.z == Approx(b.centre.rest.z).margin(4.1));
    }
  }
}

TEST_CASE("on thin parts a zone does not jump to what lies close through the air") {
  Parts parts = small::parts(5);
  // Two fingers: long balls 4 mm apart, joined by nothing here.
  geometry::TriangleMesh& skin = parts.meshes[0];
  skin = geometry::shapes::sphere(10.0F, 4, {-50.0F, 0.0F, 0.0F});
  const std::size_t first = skin.positions.size();
  geometry::append(skin, geometry::shapes::sphere(10.0F, 4, {-74.0F, 0.0F, 0.0F}));
  geometry::compute_normals(skin, 180.0F);
  const auto body = Body::build(std::move(parts), std::nullopt, silent_progress());
  REQUIRE(body);
  // The lateral face of the near finger looks at the far one; its disc of 20 mm would reach it through the air.
  const Zone& zone = zone_of(**body, "teres-major-2.R", 0);
  REQUIRE_FALSE(zone.vertices.empty());
  for (const auto& [vertex, weight] : zone.vertices) CHECK(vertex < first);
}

TEST_CASE("known zones are taken when they fit, and found anew when they don't") {
  const auto fresh = small::body();
  Zones known = fresh->zones();
  known[0].area_mm2 = 12345.0;
  const auto taken = Body::build(small::parts(), known, silent_progress());
  CHECK((*taken)->zones()[0].area_mm2 == 12345.0);
  known.pop_back();
  CHECK((*Body::build(small::parts(), known, silent_progress()))->zones()[0].area_mm2 != 12345.0);
  known = fresh->zones();
  known[0].area_mm2 = 12345.0;
  known[0].vertices[0].vertex = 4000000;
  CHECK((*Body::build(small::parts(), known, silent_progress()))->zones()[0].area_mm2 != 12345.0);
}

TEST_CASE("what a pack lacks is named and the rest goes on") {
  Parts parts = small::parts(4);
  parts.meshes[2] = {};                               // no muscle on the left
  parts.atlas.landmarks.erase("spinous-process:T6");  // one anchor is gone
  parts.regions = {};                                 // what they miss has a test of its own
  const auto body = Body::build(std::move(parts), std::nullopt, silent_progress());
  REQUIRE(body);
  CHECK((*body)->triggers().size() == 3);
  CHECK((*body)->trigger("teres-major-1.R")->zones.size() == 1);
  CHECK((*body)->warnings().size() == 4);

  Parts skinless = small::parts(4);
  skinless.meshes[0] = {};
  const auto bare = Body::build(std::move(skinless), std::nullopt, silent_progress());
  REQUIRE(bare);
  CHECK_FALSE((*bare)->skin());
  CHECK((*bare)->zones().empty());
  CHECK((*bare)->skin_window().empty());
}

TEST_CASE("parts that contradict each other are refused") {
  Parts fewer = small::parts(3);
  fewer.meshes.pop_back();
  CHECK_FALSE(Body::build(std::move(fewer), std::nullopt, silent_progress()));
  Parts broken = small::parts(3);
  broken.meshes[1].triangles.push_back({0, 1, 99999});
  const auto refused = Body::build(std::move(broken), std::nullopt, silent_progress());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().where == "teres-major.R");
}

TEST_CASE("building stops when progress says so") {
  const auto never = [](std::string_view, float) { return false; };
  CHECK_FALSE(Body::build(small::parts(3), std::nullopt, never));
}

TEST_CASE("zones are the same each time, whichever thread finds them") {
  const auto first = small::body(), second = small::body();
  REQUIRE(first->zones().size() == second->zones().size());
  for (std::size_t i = 0; i < first->zones().size(); ++i) {
    const Zone& a = first->zones()[i];
    const Zone& b = second->zones()[i];
    REQUIRE(a.vertices.size() == b.vertices.size());
    for (std::size_t v = 0; v < a.vertices.size(); ++v) {
      CHECK(a.vertices[v].vertex == b.vertices[v].vertex);
      CHECK(a.vertices[v].weight == b.vertices[v].weight);
    }
  }
}

TEST_CASE("a mark far from its muscle and an anchor far from the body are told, and nothing drops in silence") {
  Parts parts = small::parts();
  parts.content.trigger_points[0].place_formula = "off(acromion-tip:R, up=60)";  // 50 mm above the muscle
  parts.content.trigger_points[1].areas[0].anchors = {"off(acromion-tip:R, lat=50, up=400)"};
  const auto body = *Body::build(std::move(parts), std::nullopt, silent_progress());
  CHECK(body->triggers().size() == 6);
  const auto told = [&](const char* start, const char* what) {
    return std::ranges::any_of(body->warnings(), [&](const Saying& warning) {
      const std::string line = warning.english();
      return line.starts_with(start) && line.find(what) != std::string::npos;
    });
  };
  CHECK(told("teres-major-1.R: its place lies 50 mm from teres-major", "place.formula"));
  CHECK(told("teres-major-2.R, area 1 (shoulder-tip)", "mm from any"));
  CHECK(body->trigger("teres-major-2.R")->zones.size() == 1);
}

TEST_CASE("several threads may ask where surfaces are, also the first time") {
  const auto body = small::body();
  std::vector<float> distances(4, -1.0F);
  {
    std::vector<std::jthread> threads;
    for (float& distance : distances) {
      threads.emplace_back([&body, &distance] {
        const auto nearest = body->surfaces().closest({0.0F, 130.0F, 0.0F});
        if (nearest) distance = nearest->distance;
      });
    }
  }
  for (const float distance : distances) CHECK(distance == Approx(30.0F).margin(0.3));  // from a sphere of radius 100
}
