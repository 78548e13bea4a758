// Fields of known shapes: a ball, a box, a constant, a point.

#include "grid_field.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <numeric>

#include "../geometry/shapes.h"

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

/// The largest error of a field against the true distance, near the surface and anywhere.
template <class Truth>
std::pair<float, float> errors_of(const GridField& field, float reach, const Truth& truth) {
  float near = 0.0F, anywhere = 0.0F;
  for (int k = 0; k < field.box().count.z; ++k) {
    for (int j = 0; j < field.box().count.y; ++j) {
      for (int i = 0; i < field.box().count.x; ++i) {
        const float distance = truth(field.box().place(i, j, k));
        const float error = std::abs(field.at(i, j, k) - std::clamp(distance, -reach, reach));
        anywhere = std::max(anywhere, error);
        if (std::abs(distance) < 1.5F * field.box().step) near = std::max(near, error);
      }
    }
  }
  return {near, anywhere};
}

const CellBox around{{-40.3F, -40.1F, -39.7F}, 2.0F, {41, 40, 42}};

}  // namespace

TEST_CASE("distances to a ball are right inside and outside, and end at the reach") {
  const glm::vec3 centre{3, -2, 5};
  const auto ball = geometry::shapes::sphere(20.0F, 4, centre);
  const auto truth = [&](glm::vec3 p) { return glm::distance(p, centre) - 20.0F; };
  for (const float reach : {2.0F, 12.0F, 60.0F}) {
    INFO(reach);
    const auto [near, anywhere] = errors_of(distances(ball, around, reach), reach, truth);
    CHECK(near < 0.05F);
    CHECK(anywhere < (reach > 2.0F ? 0.6F * around.step : 0.05F));  // from cell to cell, farther off
  }
}

TEST_CASE("distances to a box are right at its faces, edges and corners") {
  auto box = geometry::shapes::cube();
  const glm::vec3 half{12, 7, 20};
  for (glm::vec3& p : box.positions) p *= half;
  const auto truth = [&](glm::vec3 p) {
    const glm::vec3 beyond = glm::abs(p) - half;
    return glm::length(glm::max(beyond, 0.0F)) + std::min(std::max({beyond.x, beyond.y, beyond.z}), 0.0F);
  };
  const auto [near, anywhere] = errors_of(distances(box, around, 15.0F), 15.0F, truth);
  CHECK(near < 0.01F);
  CHECK(anywhere < 0.6F * around.step);
}

TEST_CASE("a surface that leaves the grid is still known inside") {
  const CellBox part{{-40, -40, 0}, 2.0F, {41, 41, 5}};
  const GridField field = distances(geometry::shapes::sphere(20.0F, 4), part, 8.0F);
  CHECK(field.sample({0, 0, 4}, 99) == Approx(-8));
  CHECK(field.sample({0, 17, 4}, 99) == Approx(std::hypot(17.0, 4.0) - 20).margin(0.1));
}

TEST_CASE("smoothing keeps a constant, and what a point holds") {
  const CellBox box{{0, 0, 0}, 1.0F, {15, 16, 17}};
  GridField constant(box, 3.5F);
  constant.smooth(2, 3);
  for (const float value : constant.values()) CHECK(value == Approx(3.5));
  GridField point(box, 0.0F);
  point.at(box.index(7, 8, 8)) = 1.0F;
  point.smooth(1, 3);
  CHECK(std::accumulate(point.values().begin(), point.values().end(), 0.0) == Approx(1).margin(1e-4));
  CHECK(point.at(7, 8, 8) < 0.1F);
  CHECK(point.at(5, 8, 8) == Approx(point.at(9, 8, 8)));
  CHECK(point.at(7, 6, 8) == Approx(point.at(7, 8, 10)));
}

TEST_CASE("between its cells a field is straight, beyond them it is what is asked for") {
  const CellBox box{{10, 20, 30}, 2.0F, {4, 5, 6}};
  GridField field(box, 0.0F);
  const auto plane = [](glm::vec3 p) { return 2.0F * p.x - p.y + 0.5F * p.z; };
  for (int k = 0; k < 6; ++k) {
    for (int j = 0; j < 5; ++j) {
      for (int i = 0; i < 4; ++i) field.at(box.index(i, j, k)) = plane(box.place(i, j, k));
    }
  }
  for (const glm::vec3 p : {glm::vec3(10, 20, 30), {11.3F, 25.1F, 33.7F}, {15.9F, 27.9F, 39.9F}}) CHECK(field.sample(p, 1e9F) == Approx(plane(p)));
  CHECK(field.sample({9.9F, 22, 32}, -7) == -7.0F);
  CHECK(field.sample({12, 22, 40.1F}, -7) == -7.0F);
}

TEST_CASE("a part of a grid has the grid's own cells and stays within it") {
  const CellBox box{{0, 0, 0}, 2.0F, {20, 20, 20}};
  const CellPart part = part_of(box, {{9, 11, -50}, {15, 13, 12}}, 3.0F);
  CHECK(part.from == glm::ivec3(3, 4, 0));
  CHECK(part.box.low == box.place(3, 4, 0));
  CHECK(part.box.place(part.box.count.x - 1, 0, 0).x >= 18.0F);
  CHECK(part.box.count.z == 9);
  const CellPart beside = part_of(box, {{100, 0, 0}, {110, 9, 9}}, 1.0F);
  CHECK(beside.box.count.x == 1);
}

TEST_CASE("each cell knows its nearest marked one, or that there is none") {
  const CellBox box{{0, 0, 0}, 1.0F, {9, 7, 5}};
  std::vector<bool> marked(box.size(), false);
  CHECK(nearest_marked(marked, box).front() == no_cell);
  marked[box.index(1, 1, 1)] = marked[box.index(7, 5, 3)] = true;
  const auto nearest = nearest_marked(marked, box);
  for (int k = 0; k < 5; ++k) {
    for (int j = 0; j < 7; ++j) {
      for (int i = 0; i < 9; ++i) {
        const glm::vec3 p(i, j, k);
        const float first = glm::distance(p, {1, 1, 1}), second = glm::distance(p, {7, 5, 3});
        if (first == second) continue;
        CHECK(nearest[box.index(i, j, k)] == (first < second ? box.index(1, 1, 1) : box.index(7, 5, 3)));
      }
    }
  }
}
