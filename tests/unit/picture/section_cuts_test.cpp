#include "section_cuts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <vector>

namespace dorsum::picture {
namespace {

/// The outline of a polygon at height z; wound the other way round it is a hole.
void add_ring(drawing::SectionCut& cut, const std::vector<glm::vec2>& corners, float z) {
  for (std::size_t i = 0; i < corners.size(); ++i) {
    cut.ends.emplace_back(corners[i].x, corners[i].y, z, 0.0F);
    const glm::vec2 next = corners[(i + 1) % corners.size()];
    cut.ends.emplace_back(next.x, next.y, z, 0.0F);
  }
}

constexpr glm::vec4 at_height_5(0.0F, 0.0F, -1.0F, 5.0F);

}  // namespace

TEST_CASE("A face's name points to its middle, or beside it where that lies in a hole") {
  drawing::SectionCut square;
  add_ring(square, {{10, 10}, {30, 10}, {30, 30}, {10, 30}}, 5.0F);
  const auto whole = spot_of(square, at_height_5);
  REQUIRE(whole);
  CHECK(whole->area == Approx(400.0F));
  CHECK(glm::distance(whole->position, glm::vec3(20.0F, 20.0F, 5.0F)) < 1e-3F);

  add_ring(square, {{16, 16}, {16, 24}, {24, 24}, {24, 16}}, 5.0F);
  const auto with_hole = spot_of(square, at_height_5);
  REQUIRE(with_hole);
  CHECK(with_hole->area == Approx(336.0F));
  const float aside = std::abs(with_hole->position.x - 20.0F), away = std::abs(with_hole->position.y - 20.0F);
  CHECK(std::max(aside, away) > 4.0F);
  CHECK(std::max(aside, away) < 10.0F);
}

TEST_CASE("An outline that encloses nothing has no spot") {
  CHECK_FALSE(spot_of({}, at_height_5));
  drawing::SectionCut line;
  add_ring(line, {{0, 0}, {50, 0}}, 5.0F);
  CHECK_FALSE(spot_of(line, at_height_5));
}

}  // namespace dorsum::picture
