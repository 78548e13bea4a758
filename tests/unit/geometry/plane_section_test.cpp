#include "dorsum/geometry/plane_section.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <tuple>

namespace dorsum::geometry {
namespace {

/// Twice the signed area within segments of a plane z = const, seen from above.
double doubled_area(const std::vector<CutSegment>& segments) {
  double sum = 0.0;
  for (const CutSegment& s : segments) {
    sum += static_cast<double>(s.from.position.x) * static_cast<double>(s.to.position.y) -
           static_cast<double>(s.to.position.x) * static_cast<double>(s.from.position.y);
  }
  return sum;
}

TriangleMesh octahedron() {
  TriangleMesh mesh;
  mesh.positions = {{100, 0, 0}, {-100, 0, 0}, {0, 100, 0}, {0, -100, 0}, {0, 0, 100}, {0, 0, -100}};
  mesh.triangles = {{0, 2, 4}, {2, 1, 4}, {1, 3, 4}, {3, 0, 4}, {2, 0, 5}, {1, 2, 5}, {3, 1, 5}, {0, 3, 5}};
  return mesh;
}

}  // namespace

TEST_CASE("A plane cuts a square out of an octahedron") {
  // At z = 40 the square's half diagonal is 60: an area of 2 * 60^2.
  const auto segments = plane_section(octahedron(), {0.0F, 0.0F, 1.0F, -40.0F});
  REQUIRE(segments.size() == 4);
  CHECK(doubled_area(segments) / 2.0 == Approx(7200.0));
  for (const CutSegment& s : segments) {
    CHECK(s.from.position.z == Approx(40.0F));
    CHECK(s.from.part >= 0.0F);
    CHECK(s.from.part <= 1.0F);
  }
}

TEST_CASE("The outline turns the other way when the plane does") {
  const auto up = plane_section(octahedron(), {0.0F, 0.0F, 1.0F, -40.0F});
  const auto down = plane_section(octahedron(), {0.0F, 0.0F, -1.0F, 40.0F});
  CHECK(doubled_area(up) == Approx(-doubled_area(down)));
}

TEST_CASE("Every end of the outline is exactly another's beginning, also where vertices are split") {
  // The same octahedron with its own vertices for every triangle.
  const TriangleMesh whole = octahedron();
  TriangleMesh split;
  for (const Triangle& triangle : whole.triangles) {
    const auto first = static_cast<std::uint32_t>(split.positions.size());
    for (const std::uint32_t vertex : triangle) split.positions.push_back(whole.positions[vertex]);
    split.triangles.push_back({first, first + 1, first + 2});
  }
  for (const glm::vec4 plane : {glm::vec4(0.3F, 0.4F, 0.866F, -17.3F), glm::vec4(0, 0, 1, 0), glm::vec4(0.577F, 0.577F, 0.577F, 3.1F)}) {
    std::map<std::tuple<float, float, float>, int> balance;
    const auto segments = plane_section(split, plane);
    CHECK(segments.size() >= 3);
    for (const CutSegment& s : segments) {
      ++balance[{s.from.position.x, s.from.position.y, s.from.position.z}];
      --balance[{s.to.position.x, s.to.position.y, s.to.position.z}];
    }
    CHECK(std::all_of(balance.begin(), balance.end(), [](const auto& at) { return at.second == 0; }));
  }
}

TEST_CASE("A plane that misses cuts nothing") {
  CHECK(plane_section(octahedron(), {0.0F, 0.0F, 1.0F, -101.0F}).empty());
  CHECK(plane_section({}, {0.0F, 0.0F, 1.0F, 0.0F}).empty());
}

}  // namespace dorsum::geometry
