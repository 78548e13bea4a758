#include "dorsum/picture/body_map.h"

#include <algorithm>

#include "small_body.h"

namespace dorsum::picture {
namespace {

/// The box of skin, its upper and lower half two regions, seen 1800 mm high.
std::shared_ptr<const body::Body> halves() {
  body::Parts parts;
  atlas::Structure skin;
  skin.id = "skin";
  skin.kind = atlas::Kind::skin;
  parts.atlas.structures = {skin};
  geometry::TriangleMesh mesh;
  // A wall of 40 mm squares behind, at y = 100, and one before, at y = -100.
  for (const float y : {100.0F, -100.0F}) {
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    for (std::uint32_t i = 0; i <= 10; ++i)
      for (std::uint32_t k = 0; k <= 10; ++k)
        mesh.positions.push_back({-200.0F + 40.0F * static_cast<float>(i), y, 40.0F * static_cast<float>(k)});
    for (std::uint32_t i = 0; i < 10; ++i) {
      for (std::uint32_t k = 0; k < 10; ++k) {
        const std::uint32_t a = first + i * 11 + k;
        mesh.triangles.push_back({a, a + 1, a + 11});
        mesh.triangles.push_back({a + 1, a + 12, a + 11});
      }
    }
  }
  parts.meshes = {mesh};
  parts.atlas.landmarks["sternal-notch"] = {{0, -100, 300}, "given"};
  parts.atlas.landmarks["spinous-process:T6"] = {{0, 100, 300}, "given"};
  parts.atlas.landmarks["spinous-process:L4"] = {{0, 100, 100}, "given"};
  const auto seed = [](const char* where) { return atlas::RegionSeed{atlas::Face::dorsal, {where}, 0.0F}; };
  parts.regions.regions = {{"above", {seed("spinous-process:T6")}}, {"below", {seed("spinous-process:L4")}}};
  auto built = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  REQUIRE(built);
  return *built;
}

const BodyMap::Place& place(const BodyMap& map, const char* region) {
  const auto found = std::find_if(map.places.begin(), map.places.end(), [&](const auto& p) { return p.region == region; });
  REQUIRE(found != map.places.end());
  return *found;
}

}  // namespace

TEST_CASE("the map shows each region where it lies: the body's left on the left from behind") {
  const auto body = halves();
  const BodyMap map = body_map(*body, 10.0F);
  REQUIRE(map.places.size() == 4);
  const auto &left = place(map, "above.L"), &right = place(map, "above.R"), &low = place(map, "below.R");
  CHECK(left.back.x < right.back.x);
  CHECK(low.back.y > right.back.y);
  const auto named = [&](const MapFace& face, glm::vec2 cell) {
    const auto index = face.at(static_cast<int>(cell.x), static_cast<int>(cell.y));
    return index < 0 ? std::string() : map.places[static_cast<std::size_t>(index)].region;
  };
  for (const auto& each : map.places) CHECK(named(map.back, each.back) == each.region);
  // The middle of a quarter of 200 by 200 mm, in cells of 10 mm.
  CHECK(right.back.x == Approx(31.0F).margin(6.0F));
  CHECK(right.back.y == Approx(10.0F).margin(6.0F));
  CHECK(map.back.at(-1, 0) == MapFace::nothing);
  CHECK(map.back.at(0, 100000) == MapFace::nothing);
  CHECK_FALSE(map.back.borders.empty());
  CHECK(map.back.borders.size() % 2 == 0);
}

TEST_CASE("a body without regions or without skin has a map without places") {
  CHECK(body_map(*small_body()).places.empty());
}

}  // namespace dorsum::picture
