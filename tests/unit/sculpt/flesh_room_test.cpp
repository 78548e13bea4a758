// The room of a body of a few known shapes: a block of skin, two discs, a ring of ribs, an arm bone, a sheet, a slip.

#include "flesh_room.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "../geometry/shapes.h"
#include "dorsum/geometry/mesh_repair.h"

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

geometry::TriangleMesh block(glm::vec3 low, glm::vec3 high) {
  auto mesh = geometry::shapes::cube();
  for (glm::vec3& p : mesh.positions) p = 0.5F * (low + high) + 0.5F * (high - low) * p;
  return mesh;
}

Deeper body() {
  Deeper made;
  made["skin"] = block({-200, -200, 900}, {200, 70, 1400});
  made["disc-T11"] = geometry::shapes::sphere(8.0F, 2, {0, -20, 1220});
  made["disc-T12"] = geometry::shapes::sphere(8.0F, 2, {0, -20, 1200});  // T12 at 1210
  made["disc-L1"] = geometry::shapes::sphere(8.0F, 2, {0, -20, 1160});  // L1 at 1180
  std::vector<Station> ring;
  for (const glm::vec2 at : {glm::vec2(80, 0), {57, 57}, {0, 80}, {-57, 57}, {-80, 0}, {-57, -57}, {0, -80}, {57, -57}, {80, -2}}) ring.push_back({{at.x, at.y - 60, 1270}, 4, 4, 0});
  made["rib-9.R"] = polygonise(tube(ring, {0, 0, 1}), 2.0F).value();
  made["humerus.R"] = geometry::shapes::sphere(15.0F, 3, {-150, -20, 1000});
  made["sheet.R"] = block({-120, 40, 950}, {-20, 46, 1050});
  made["slip.R"] = geometry::shapes::sphere(6.0F, 3, {-60, 0, 1000});
  return made;
}

RoomFigures figures(const Levels& levels) {
  const Json json = Json::parse(R"({"measured_on": "a test", "fat_by_level": {"T12": 10, "L1": 10}, "filled_by_level": {"T12": 70, "L1": 70},
                                    "canal_behind": {"T12": 20}})");
  Error error;
  const RoomFigures read = read_room(JsonReader(json, "test: ", error), levels);
  REQUIRE(error.reason.empty());
  return read;
}

}  // namespace

TEST_CASE("flesh has the room under the fat, out of bone, of covers, of slips and of the cage, on its own side") {
  const Deeper made = body();
  const Levels levels(made);
  const RoomFigures of_body = figures(levels);
  CHECK(of_body.canal.at(1210) == Approx(0));  // 20 mm behind the body's middle
  const Room room = room_of(made, {{"rib-9.R", "humerus.R", "disc-T12"}, {"sheet.R"}, {"slip.R", "no such slip"}}, of_body, levels);
  const auto free = [&](glm::vec3 p) { return room.free.sample(p, 1e9F); };
  const auto cover = [&](glm::vec3 p) { return room.cover.sample(p, 1e9F); };
  const auto marked = [&](const std::vector<bool>& cells, glm::vec3 p) {
    const glm::ivec3 at((p - room.box.low) / room.box.step + 0.5F);
    return static_cast<bool>(cells[room.box.index(at.x, at.y, at.z)]);
  };
  SECTION("under the fat, beside the midline") {
    CHECK(cover({-60, 56, 1100}) < 0.0F);
    CHECK(cover({-60, 64, 1100}) > 0.0F);  // the skin's at 70
    CHECK(cover({-195, 0, 1100}) > 0.0F);
    CHECK(cover({-10, 20, 1100}) < 0.0F);
    CHECK(cover({3, 20, 1100}) > 0.0F);
  }
  SECTION("bones and slips bound the room, but a seed may reach under them; a cover bounds both") {
    CHECK(free({-150, -20, 1000}) > 0.0F);
    CHECK(free({-150, -3, 1000}) < 0.0F);
    CHECK(cover({-150, -20, 1000}) < 0.0F);
    CHECK(free({-60, 0, 1000}) > 0.0F);
    CHECK(cover({-60, 0, 1000}) < 0.0F);
    CHECK(cover({-70, 43, 1000}) > 0.0F);
    CHECK(free({-70, 43, 1000}) > 0.0F);
    CHECK(free({-70, 36, 1000}) < 0.0F);
  }
  SECTION("the cage is closed, above and below its ribs as well") {
    CHECK(free({-30, -60, 1270}) > 5.0F);
    CHECK(free({-30, -60, 1285}) > 5.0F);
    CHECK(free({-95, -60, 1270}) < 0.0F);
    CHECK(free({-30, -60, 1330}) < 0.0F);
    CHECK(marked(room.before_ribs, {-60, -60, 1270}));
    CHECK_FALSE(marked(room.before_ribs, {-60, 20, 1270}));
  }
  SECTION("behind the canal the room is filled throughout, at the levels told") {
    CHECK(marked(room.filled, {-40, 30, 1200}));
    CHECK_FALSE(marked(room.filled, {-80, 30, 1200}));
    CHECK_FALSE(marked(room.filled, {-40, -30, 1200}));
    CHECK_FALSE(marked(room.filled, {-40, 30, 1150}));
    CHECK(free({-4, 0, 1200}) > 0.0F);  // within the canal
  }
}

TEST_CASE("the deep fascia is a closed surface under skin and fat") {
  const auto fascia = deep_fascia(block({-100, -60, 900}, {100, 60, 1300}), ByLevel({{1050.0F, 8.0F}, {1200.0F, 16.0F}}));
  REQUIRE(fascia);
  CHECK(geometry::topology_of(*fascia).closed());
  CHECK(geometry::topology_of(*fascia).components == 1);
  float low = 0.0F, high = 0.0F;  // half breadths
  for (const glm::vec3& p : fascia->positions) {
    if (std::abs(p.y) > 20.0F) continue;
    if (std::abs(p.z - 1020) < 10.0F) low = std::max(low, p.x);
    if (std::abs(p.z - 1220) < 10.0F) high = std::max(high, p.x);
  }
  CHECK(low == Approx(92).margin(0.5));
  CHECK(high == Approx(84).margin(0.5));
  CHECK(geometry::bounds_of(*fascia).low.z > 1050 - 90);  // no lower than a hand's breadth under the lowest figure
}

TEST_CASE("figures of the room that are wrong are named") {
  const Json json = Json::parse(R"({"fat_by_level": {"T12": 100}, "filled_by_level": {}, "canal_behind": {}})");
  Error error;
  static_cast<void>(read_room(JsonReader(json, "room.json: ", error), Levels({})));
  CHECK(error.message().find("fat_by_level.T12") != std::string::npos);
}
