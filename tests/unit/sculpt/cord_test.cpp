// Cords of known shape: a straight column, its slips and bundles, and what is refused.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>
#include <numbers>
#include <string>

#include "dorsum/geometry/mesh_repair.h"
#include "form.h"

using namespace dorsum;

namespace {

Result<geometry::TriangleMesh> sculpt_of(const std::string& figures, Error& error) {
  const Json document = Json::parse(figures);
  return sculpt::sculpt_cord(JsonReader(document, "test", error), {});
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

TEST_CASE("a slip reaches its bone and stays one body with the belly") {
  const auto mesh =
      column(R"(, "slips": {"rib-7": [25, 0, 80, 3, 40], "origin": [-25, 0, 20, 3, -40]}, "tendon_at_slips": 5)");
  const auto topology = geometry::topology_of(mesh);
  CHECK(topology.closed());
  CHECK(topology.components == 1);
  const auto nearest = [&](glm::vec3 end) {
    float least = 1e9F;
    for (const glm::vec3 p : mesh.positions) least = std::min(least, glm::distance(p, end));
    return least;
  };
  CHECK(nearest({25, 0, 80}) < 2.5F);
  CHECK(nearest({-25, 0, 20}) < 2.5F);
  // The slip of insertion leaves the belly from below, that of origin from above.
  CHECK(nearest({15, 0, 60}) < 5.0F);
  CHECK(nearest({15, 0, 95}) > 5.0F);
  CHECK(*std::max_element(mesh.tendon.begin(), mesh.tendon.end()) == Approx(1.0F));
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
  const auto first = column(R"(, "slips": {"rib-7": [25, 0, 80, 3, 40]})");
  const auto second = column(R"(, "slips": {"rib-7": [25, 0, 80, 3, 40]})");
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
  refused("{" + belly + R"(, "width_along": [1,0,0], "slips": {"rib-7": [1,2,3]}})", "rib-7");
  refused("{" + belly + R"(, "width_along": [1,0,0], "colour": "red"})", "colour");
}
