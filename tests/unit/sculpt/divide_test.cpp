// A box of room among two seeds that stand side by side in it.

#include "divide.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <utility>
#include <vector>

#include "../geometry/shapes.h"

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

geometry::TriangleMesh column(float x, float y, float half) {
  auto mesh = geometry::shapes::cube();
  for (glm::vec3& p : mesh.positions) p = glm::vec3(x, y, 20) + p * glm::vec3(half, half, 30);
  return mesh;
}

/// 60 by 40 mm of room in a grid of 80 by 60 by 40 mm.
Room box_of_room(bool filled) {
  Room room;
  room.box = {{0, 0, 0}, 2.0F, {40, 30, 21}};
  room.free = GridField(room.box, 0.0F);
  room.filled.assign(room.box.size(), false);
  room.before_ribs.assign(room.box.size(), false);
  for (int k = 0; k < room.box.count.z; ++k) {
    for (int j = 0; j < room.box.count.y; ++j) {
      for (int i = 0; i < room.box.count.x; ++i) {
        const glm::vec3 p = room.box.place(i, j, k);
        const std::size_t at = room.box.index(i, j, k);
        room.free.at(at) = std::max(std::abs(p.x - 39) - 30, std::abs(p.y - 29) - 20);
        room.filled[at] = filled && room.free.at(at) < 0.0F;
      }
    }
  }
  room.cover = room.free;
  room.bone = GridField(room.box, -1e3F);
  return room;
}

std::vector<GridField> fills(const Room& room, const std::vector<Mass>& masses) {
  std::vector<GridField> fields;
  for (Share& share : divide(room, masses)) fields.push_back(std::move(share.fills));
  return fields;
}

/// mm2 in the plane of height z.
double area_at(const GridField& field, float z) {
  double area = 0.0;
  for (float x = 0.25F; x < 80; x += 0.5F) {
    for (float y = 0.25F; y < 60; y += 0.5F) area += field.sample({x, y, z}, 1.0F) < 0.0F ? 0.25 : 0.0;
  }
  return area;
}

ByLevel same_everywhere(float area) { return ByLevel({{-100.0F, area}, {100.0F, area}}); }

/// How many places two fields both claim.
int shared_by(const GridField& first, const GridField& second) {
  int shared = 0;
  for (float x = 0.5F; x < 80; x += 1.0F) {
    for (float y = 0.5F; y < 60; y += 1.0F) {
      for (float z = 1.0F; z < 39; z += 2.0F) shared += first.sample({x, y, z}, 1.0F) < 0.0F && second.sample({x, y, z}, 1.0F) < 0.0F ? 1 : 0;
    }
  }
  return shared;
}

}  // namespace

TEST_CASE("two masses fill a box of room with the areas asked for, and don't overlap") {
  const auto left = column(25, 29, 4), right = column(53, 29, 4);
  const Room room = box_of_room(true);
  for (const float share : {0.5F, 0.65F, 0.35F}) {
    INFO(share);
    const auto fields = fills(room, {{"left", &left, same_everywhere(share * 2400), 20.0F}, {"right", &right, same_everywhere((1 - share) * 2400), 20.0F}});
    REQUIRE(fields.size() == 2);
    for (const float z : {10.0F, 20.0F, 30.0F}) {
      CHECK(area_at(fields[0], z) == Approx(share * 2400).epsilon(0.05));
      CHECK(area_at(fields[1], z) == Approx((1 - share) * 2400).epsilon(0.05));
    }
    CHECK(shared_by(fields[0], fields[1]) == 0);
  }
}

TEST_CASE("masses that ask for more than there is share it in the parts asked for; where room must be filled none is left over") {
  const auto left = column(25, 29, 4), right = column(53, 29, 4);
  for (const float times : {0.8F, 1.5F}) {
    INFO(times);
    const auto fields = fills(box_of_room(true), {{"left", &left, same_everywhere(times * 1440), 20.0F}, {"right", &right, same_everywhere(times * 960), 20.0F}});
    CHECK(area_at(fields[0], 20) == Approx(1440).epsilon(0.05));
    CHECK(area_at(fields[1], 20) == Approx(960).epsilon(0.05));
  }
}

TEST_CASE("where room may stay empty a mass takes what it asks for, no farther than its reach") {
  const auto left = column(25, 29, 4), right = column(53, 29, 4);
  const auto fields = fills(box_of_room(false), {{"left", &left, same_everywhere(500), 20.0F}, {"right", &right, same_everywhere(300), 20.0F}});
  CHECK(area_at(fields[0], 20) == Approx(500).epsilon(0.1));
  CHECK(area_at(fields[1], 20) == Approx(300).epsilon(0.1));
  CHECK(shared_by(fields[0], fields[1]) == 0);
  const auto short_of = fills(box_of_room(false), {{"left", &left, same_everywhere(2000), 5.0F}});
  CHECK(area_at(short_of[0], 20) < 20 * 20);
}

TEST_CASE("a mass has no area beyond its levels") {
  const auto seed = column(39, 29, 4);
  const auto fields = fills(box_of_room(false), {{"low", &seed, ByLevel({{0.0F, 600.0F}, {16.0F, 600.0F}, {18.0F, 0.0F}}), 20.0F}});
  CHECK(area_at(fields[0], 8) > 500);
  CHECK(area_at(fields[0], 34) < 1.0);
}

TEST_CASE("a barred place stays empty of muscles of the back, and what is no room of all") {
  const auto seed = column(39, 29, 4);
  Room room = box_of_room(true);
  for (int k = 0; k < room.box.count.z; ++k) {
    for (int j = 0; j < room.box.count.y; ++j) {
      for (int i = 0; i < room.box.count.x; ++i) {
        const std::size_t at = room.box.index(i, j, k);
        room.before_ribs[at] = room.box.place(i, j, k).y < 21.0F;
        if (room.before_ribs[at]) room.filled[at] = false;
      }
    }
  }
  const auto reaches_front = [&](bool behind_ribs) {
    const auto fields = fills(room, {{"mass", &seed, same_everywhere(2400), 30.0F, behind_ribs}});
    for (float x = 0.5F; x < 80; x += 1.0F) {
      for (float z = 1.0F; z < 39; z += 2.0F) {
        CHECK(fields[0].sample({x, 51, z}, 1.0F) > 0.0F);  // beyond the box of room
        if (fields[0].sample({x, 15, z}, 1.0F) < 0.0F) return true;
      }
    }
    return false;
  };
  CHECK_FALSE(reaches_front(true));
  CHECK(reaches_front(false));
}

TEST_CASE("where room must be filled a mass comes twice as far as its reach, and no farther") {
  const auto seed = column(19, 29, 4);
  const auto fields = fills(box_of_room(true), {{"mass", &seed, same_everywhere(2400), 10.0F}});
  CHECK(fields[0].sample({39, 29, 20}, 1.0F) < 0.0F);
  CHECK(fields[0].sample({55, 29, 20}, 1.0F) > 0.0F);
}

TEST_CASE("a thin seed passes whole through a thick one, which keeps the rest; none keeps what is bone") {
  const auto belly = column(39, 29, 12);
  auto slip = geometry::shapes::cube();
  for (glm::vec3& p : slip.positions) p = glm::vec3(39, 29, 20) + p * glm::vec3(25, 3, 3);
  Room room = box_of_room(false);
  for (int k = 0; k < room.box.count.z; ++k) {
    for (int j = 0; j < room.box.count.y; ++j) {
      for (int i = 0; i < room.box.count.x; ++i) room.bone.at(room.box.index(i, j, k)) = room.box.place(i, j, k).x - 58.0F;
    }
  }
  const auto shares = divide(room, {{"belly", &belly, same_everywhere(700)}, {"slip", &slip, same_everywhere(0)}});
  for (float x = 16; x < 57; x += 1.0F) {
    INFO(x);
    CHECK(shares[1].own.sample({x, 29, 20}, 9.0F) < 0.0F);
    CHECK(shares[0].own.sample({x, 29, 20}, 9.0F) > 0.0F);
    CHECK(shares[0].fills.sample({x, 29, 20}, 9.0F) > 0.0F);
  }
  CHECK(shares[1].own.sample({61, 29, 20}, 9.0F) > 0.0F);
  CHECK(shares[0].own.sample({39, 37, 20}, 9.0F) < 0.0F);
  CHECK(shares[0].own.sample({39, 29, 30}, 9.0F) < 0.0F);
  CHECK(shares[1].thick.sample({20, 29, 20}, 9.0F) == Approx(3.0F).margin(1.0));
}
