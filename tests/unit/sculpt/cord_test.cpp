// Cords of known shape: a straight column, its slips and bundles, and what is refused.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>
#include <numbers>
#include <string>
#include <utility>

#include "dorsum/geometry/mesh_repair.h"
#include "form.h"

using namespace dorsum;

namespace {

/// Bones of a few known points, which is all that a slip looks at: a rib at the right, two vertebrae in the middle.
sculpt::Deeper bones() {
  sculpt::Deeper bones;
  bones["rib-7.R"].positions = {{-20, 0, 80}, {-25, 3, 82}, {-25, -4, 78}, {-40, 9, 70}};
  for (const auto& [id, z] : {std::pair("vertebra-T5", 95.0F), std::pair("vertebra-T8", 20.0F)}) {
    bones[id].positions = {{0, 14, z}, {-18, 2, z}, {18, 2, z}, {-14, 6, z}, {0, -20, z}};
  }
  return bones;
}

float nearest(const geometry::TriangleMesh& mesh, glm::vec3 place) {
  float least = 1e9F;
  for (const glm::vec3 p : mesh.positions) least = std::min(least, glm::distance(p, place));
  return least;
}

Result<geometry::TriangleMesh> sculpt_of(const std::string& figures, Error& error) {
  const Json document = Json::parse(figures);
  return sculpt::sculpt_cord(JsonReader(document, "test", error), bones());
}

// 100 mm up z, an ellipse 20 by 10 mm, wide along x.
geometry::TriangleMesh column(const std::string& more = "") {
  Error error;
  auto mesh = sculpt_of(
      R"({"belly": [[0,0,0,10,5],[0,0,50,10,5],[0,0,100,10,5]], "width_along": [1,0,0], "detail": 2, "triangles": 100000)" +
          more + "}",
      error);
  REQUIRE(error.reason == "");
  REQUIRE(mesh);
  return *mesh;
}

}  // namespace

TEST_CASE("a straight column is one closed body of the authored section") {
  const auto mesh = column();
  const auto topology = geometry::topology_of(mesh);
  CHECK(topology.closed());
  CHECK(topology.inconsistent_edges == 0);
  CHECK(topology.components == 1);
  const auto bounds = geometry::bounds_of(mesh);
  CHECK(bounds.high.x == Approx(10).margin(0.4));
  CHECK(bounds.high.y == Approx(5).margin(0.4));
  const double ellipse = std::numbers::pi * 10 * 5;
  const double volume = geometry::signed_volume_of(mesh);
  CHECK(volume > 0.95 * ellipse * 100);
  CHECK(volume < 1.15 * ellipse * 105);  // the ends are round and reach past the last stations
}

TEST_CASE("fibres of a column run along its course in millimetres") {
  const auto mesh = column(R"(, "tendon_at_origin": 20)");
  REQUIRE(mesh.fibre.size() == mesh.positions.size());
  REQUIRE(mesh.tendon.size() == mesh.positions.size());
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    CHECK(mesh.fibre[i].x == Approx(mesh.positions[i].z).margin(0.1));
    CHECK(mesh.fibre[i].y == Approx(mesh.positions[i].x).margin(0.1));
    if (mesh.positions[i].z < 12) CHECK(mesh.tendon[i] == Approx(1.0F));
    if (mesh.positions[i].z > 30) CHECK(mesh.tendon[i] == Approx(0.0F));
  }
}

TEST_CASE("slips reach their bones and stay one body with the belly") {
  const auto mesh = column(R"(,
      "insertion_slips": [{"half_width": 3, "length": 40, "tendon": 8, "ends": {"rib-7": -25, "a point": [25, 0, 80]}}],
      "origin_slips": [{"half_width": 3, "length": 40, "tendon": 8, "ends": {"elsewhere": [25, 0, 20]}}])");
  const auto topology = geometry::topology_of(mesh);
  CHECK(topology.closed());
  CHECK(topology.components == 1);
  CHECK(nearest(mesh, {-25, 3, 82}) < 2.5F);  // the rearmost of the rib at that x
  CHECK(nearest(mesh, {25, 0, 80}) < 2.5F);
  CHECK(nearest(mesh, {25, 0, 20}) < 2.5F);
  // A slip of insertion leaves the belly from below, one of origin joins it above.
  CHECK(nearest(mesh, {17, 0, 62}) < 4.0F);
  CHECK(nearest(mesh, {17, 0, 38}) < 4.0F);
  CHECK(nearest(mesh, {17, 0, 98}) > 5.0F);
  CHECK(nearest(mesh, {17, 0, 2}) > 5.0F);
  // Tendon at the slips' ends, and none on the belly between them.
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    if (glm::distance(mesh.positions[i], glm::vec3(25, 0, 80)) < 3.0F) CHECK(mesh.tendon[i] > 0.8F);
    if (std::abs(mesh.positions[i].x) < 5.0F) CHECK(mesh.tendon[i] < 0.05F);
  }
}

TEST_CASE("a fascicle runs from one vertebra's transverse process to another's spinous process") {
  const auto mesh = column(R"(,
      "fascicles": [{"half_width": 4, "half_thickness": 3, "tendon": 10, "from": "transverse process",
                     "to": "spinous process", "pairs": [["vertebra-T8", "vertebra-T5"]]}])");
  CHECK(geometry::topology_of(mesh).closed());
  CHECK(geometry::topology_of(mesh).components == 1);
  CHECK(nearest(mesh, {-18, 2, 20}) < 2.5F);  // of the right side
  CHECK(nearest(mesh, {-1.5, 14, 95}) < 2.5F);
  CHECK(nearest(mesh, {18, 2, 20}) > 6.0F);
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    if (glm::distance(mesh.positions[i], glm::vec3(-1.5, 14, 95)) < 2.5F) CHECK(mesh.tendon[i] > 0.8F);
  }
}

TEST_CASE("bundles cut furrows into a column, no deeper than authored") {
  const auto plain = column();
  const auto furrowed = column(R"(, "bundles": {"width": 5, "depth": 0.8})");
  const double lost = geometry::signed_volume_of(plain) - geometry::signed_volume_of(furrowed);
  CHECK(lost > 0.1 * 0.8 * geometry::area_of(plain));
  CHECK(lost < 0.8 * geometry::area_of(plain));
  CHECK(geometry::topology_of(furrowed).closed());
}

TEST_CASE("the same cord is the same bytes") {
  const std::string slips =
      R"(, "insertion_slips": [{"half_width": 3, "length": 40, "tendon": 8, "ends": {"rib-7": -25}}])";
  const auto first = column(slips);
  const auto second = column(slips);
  CHECK(first.positions == second.positions);
  CHECK(first.triangles == second.triangles);
}

TEST_CASE("a cord's bad figures are refused with their field") {
  const auto refused = [](const std::string& figures, const std::string& field) {
    Error error;
    const auto mesh = sculpt_of(figures, error);
    CHECK_FALSE(error.reason.empty());
    CHECK(error.message().find(field) != std::string::npos);
  };
  const std::string belly = R"("belly": [[0,0,0,10,5],[0,0,50,10,5]])";
  refused(R"({"width_along": [1,0,0]})", "belly");
  refused("{" + belly + "}", "width_along");
  refused(R"({"belly": [[0,0,0,10,5]], "width_along": [1,0,0]})", "belly");
  refused(R"({"belly": [[0,0,0,10,5],[0,0,0,10,5]], "width_along": [1,0,0]})", "belly");
  refused("{" + belly + R"(, "width_along": [0,0,0]})", "width_along");
  const auto slip = [&](const std::string& ends) {
    return "{" + belly +
           R"(, "width_along": [1,0,0], "insertion_slips": [{"half_width": 3, "length": 20, "tendon": 8, "ends": )" +
           ends + "}]}";
  };
  refused(slip(R"({"rib-7": [1, 2]})"), "rib-7");
  refused(slip(R"({"rib-7": -90})"), "rib-7");    // no rib there
  refused(slip(R"({"rib-13": -25})"), "rib-13");  // no such bone
  refused(slip(R"({"vertebra-T5": "tip"})"), "vertebra-T5");
  refused("{" + belly + R"(, "width_along": [1,0,0], "colour": "red"})", "colour");
}
