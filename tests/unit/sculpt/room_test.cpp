// Organs and nerves beside what was sculpted before them.

#include <algorithm>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>

#include "../geometry/shapes.h"
#include "dorsum/geometry/mesh_repair.h"
#include "form.h"
#include "room.h"

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

geometry::TriangleMesh ball(glm::vec3 centre, float radius) { return polygonise(ellipsoid(centre, glm::vec3(radius)), 2.0F).value(); }

Result<geometry::TriangleMesh> made(const char* form, const char* figures, const Deeper& deeper) {
  const Json json = Json::parse(figures);
  Error error;
  auto mesh = form_named(form)({json, "test: ", error}, deeper);
  if (!error.reason.empty()) return Failure(error);
  return mesh;
}

float nearest_to(const geometry::TriangleMesh& mesh, glm::vec3 point) {
  float least = 1e9F;
  for (const glm::vec3& p : mesh.positions) least = std::min(least, glm::distance(p, point));
  return least;
}

}  // namespace

TEST_CASE("an organ keeps its distance from what is there, and stays under the skin") {
  const Deeper deeper{{"heart", ball({0, 0, 0}, 20)}, {"skin", ball({0, 0, 0}, 60)}};
  const auto lung = made("solids", R"({"beside": 2, "detail": 2, "triangles": 4000, "parts": {"1-lung": {"ellipsoid": {"centre": [30, 0, 0], "half_axes": [40, 30, 30]}}}})", deeper);
  REQUIRE(lung);
  CHECK(geometry::topology_of(*lung).closed());
  CHECK(nearest_to(*lung, {0, 0, 0}) == Approx(22).margin(0.7));
  for (const glm::vec3& p : lung->positions) CHECK(glm::length(p) < 54.0F);
}

TEST_CASE("what is to lie within the rib cage needs to be told where that is") {
  const auto lung = made("solids", R"({"parts": {"1-lung": {"inside": 3, "ellipsoid": {"centre": [0, 0, 0], "half_axes": [9, 9, 9]}}}})", {});
  REQUIRE_FALSE(lung);
  CHECK(lung.error().remedy.english().find("cage_middle") != std::string::npos);
}

TEST_CASE("the cage reaches from rib to rib and ends at its margin for what asks for it") {
  Deeper ribs;
  for (const float z : {0.0F, 20.0F, 40.0F}) {  // rings of 80 mm with 8 mm of bone
    std::vector<Station> ring;
    for (const glm::vec2 at : {glm::vec2(80, 0), {57, 57}, {0, 80}, {-57, 57}, {-80, 0}, {-57, -57}, {0, -80}, {57, -57}, {80, -2}}) ring.push_back({{at, z}, 4, 4, 0});
    ribs.emplace("rib-" + std::to_string(static_cast<int>(z)), polygonise(tube(ring, {0, 0, 1}), 1.5F).value());
  }
  const Cage cage(ribs, {0, 0, 50}, {0, 0, -10});
  for (const float z : {0.0F, 10.0F, 30.0F}) {
    CHECK(cage.inside.distance({60, 0, z}) < -10.0F);
    CHECK(cage.inside.distance({85, 0, z}) > 5.0F);
    CHECK(std::abs(cage.inside.distance({0, 76, z})) < 3.0F);
  }
  CHECK(cage.inside.distance({60, 0, -40}) < 0.0F);
  CHECK(cage.above_margin.distance({70, 0, -40}) > 0.0F);
  CHECK(cage.above_margin.distance({70, 0, 20}) < 0.0F);
}

TEST_CASE("a nerve goes round a bone and through a muscle that it pierces") {
  const char* const course = R"({"courses": {"nerve": [[-40, 3, 0, 1.5], [40, 3, 0, 1.5]]}, "gives_way": 14, "pierces": ["soft"]})";
  const auto round_bone = made("nerve", course, {{"hard", ball({0, 0, 0}, 10)}});
  const auto through = made("nerve", course, {{"soft.R", ball({0, 0, 0}, 10)}});
  REQUIRE(round_bone);
  REQUIRE(through);
  CHECK(nearest_to(*round_bone, {0, 0, 0}) > 8.0F);  // but for what smoothing its course takes back
  CHECK(nearest_to(*through, {0, 0, 0}) < 4.0F);
}
