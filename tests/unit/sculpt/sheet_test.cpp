// Sheets of known shape: a flat strap, its digitations, what it rests on, and what is refused.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "dorsum/geometry/mesh_repair.h"
#include "form.h"
#include "spline.h"

using namespace dorsum;

namespace {

struct Sculpting {
  Error error;
  Result<geometry::TriangleMesh> mesh = geometry::TriangleMesh{};
};

Sculpting sheet_of(const std::string& figures, const sculpt::Deeper& deeper = {}) {
  Sculpting result;
  const Json document = Json::parse(figures);
  result.mesh = sculpt::sculpt_sheet(JsonReader(document, "test", result.error), deeper);
  return result;
}

// 100 mm along x, 60 mm across y, flat at z = 0.
const std::string flat_surface =
    R"("middle_surface": [[[0,0,0],[0,30,0],[0,60,0]], [[50,0,0],[50,30,0],[50,60,0]], [[100,0,0],[100,30,0],[100,60,0]]])";

geometry::TriangleMesh flat(const std::string& more = "") {
  auto result = sheet_of("{" + flat_surface + R"(, "thickness": [[4]])" + more + "}");
  REQUIRE(result.error.reason == "");
  REQUIRE(result.mesh);
  return *result.mesh;
}

geometry::TriangleMesh slab(float height) {  // a deeper structure: its top at z = height
  geometry::TriangleMesh mesh;
  for (const float z : {height - 20.0F, height}) {
    for (const glm::vec2 p : {glm::vec2(-50, -50), glm::vec2(50, -50), glm::vec2(50, 110), glm::vec2(-50, 110)}) {
      mesh.positions.emplace_back(p.x, p.y, z);
    }
  }
  mesh.triangles = {{0, 2, 1}, {0, 3, 2}, {4, 5, 6}, {4, 6, 7}, {0, 1, 5}, {0, 5, 4},
                    {1, 2, 6}, {1, 6, 5}, {2, 3, 7}, {2, 7, 6}, {3, 0, 4}, {3, 4, 7}};
  return mesh;
}

}  // namespace

TEST_CASE("a natural cubic spline goes through its values and keeps straight lines straight") {
  const sculpt::CardinalSpline spline(5);
  for (std::size_t k = 0; k < 5; ++k) {
    const auto weights = spline.weights(static_cast<double>(k) / 4.0);
    for (std::size_t i = 0; i < 5; ++i) CHECK(weights[i] == Approx(i == k ? 1.0 : 0.0).margin(1e-12));
  }
  const auto weights = spline.weights(0.37);
  const auto slopes = spline.slopes(0.37);
  double value = 0.0;
  double slope = 0.0;
  for (std::size_t i = 0; i < 5; ++i) {
    value += weights[i] * static_cast<double>(i);
    slope += slopes[i] * static_cast<double>(i);
  }
  CHECK(value == Approx(4 * 0.37));
  CHECK(slope == Approx(4.0));
}

TEST_CASE("a flat sheet is closed, wound outward and as large and thick as authored") {
  const auto mesh = flat();
  const auto topology = geometry::topology_of(mesh);
  CHECK(topology.closed());
  CHECK(topology.inconsistent_edges == 0);
  CHECK(topology.components == 1);
  const double volume = geometry::signed_volume_of(mesh);
  CHECK(volume > 0.9 * 100 * 60 * 4);  // a little less than the box: its edges are round
  CHECK(volume < 100 * 60 * 4);
  const auto bounds = geometry::bounds_of(mesh);
  CHECK(bounds.low.x == Approx(0).margin(1e-3));
  CHECK(bounds.high.x == Approx(100));
  CHECK(bounds.high.z == Approx(2));
  CHECK(bounds.low.z == Approx(-2));
}

TEST_CASE("fibres of a sheet run from origin to insertion in millimetres, tendon at the ends") {
  const auto mesh = flat(R"(, "tendon_at_origin": [10, 30], "tendon_at_insertion": 20)");
  REQUIRE(mesh.fibre.size() == mesh.positions.size());
  REQUIRE(mesh.tendon.size() == mesh.positions.size());
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    const glm::vec3 p = mesh.positions[i];
    CHECK(mesh.fibre[i].x == Approx(p.x).margin(0.5));
    CHECK(mesh.fibre[i].y == Approx(p.y).margin(0.5));
    if (p.x < 5 || p.x > 86) CHECK(mesh.tendon[i] == Approx(1.0F));
    if (p.x > 35 && p.x < 75) CHECK(mesh.tendon[i] == Approx(0.0F));
    // Ten millimetres of tendon at the first edge, thirty at the last.
    if (p.x > 17 && p.y < 5 && p.x < 75) CHECK(mesh.tendon[i] == Approx(0.0F));
    if (p.x > 15 && p.x < 20 && p.y > 45) CHECK(mesh.tendon[i] > 0.5F);
  }
}

TEST_CASE("digitations leave clefts and one closed body") {
  const auto whole = flat();
  for (const std::string at : {"insertion", "origin"}) {
    const std::string from = at == "insertion" ? "0.6" : "0.4";
    const auto mesh = flat(R"(, "digitations": {"at": ")" + at + R"(", "clefts": [[0.3, )" + from + "], [0.7, " + from +
                           R"(]], "tip_width": 0.5})");
    const auto topology = geometry::topology_of(mesh);
    CHECK(topology.closed());
    CHECK(topology.inconsistent_edges == 0);
    CHECK(topology.components == 1);
    CHECK(geometry::signed_volume_of(mesh) > 0);
    CHECK(geometry::area_of(mesh) < 0.97 * geometry::area_of(whole));
    const float tip = at == "insertion" ? 100.0F : 0.0F;
    const auto at_tip = [&](glm::vec3 p) { return std::abs(p.x - tip) < 0.01F; };
    // Nothing at the end in line with a cleft, 0.3 of 60 mm across.
    CHECK(std::any_of(mesh.positions.begin(), mesh.positions.end(), at_tip));
    CHECK(std::none_of(mesh.positions.begin(), mesh.positions.end(),
                       [&](glm::vec3 p) { return at_tip(p) && std::abs(p.y - 18) < 3; }));
  }
}

TEST_CASE("a blunt edge keeps its part of the thickness") {
  const auto mesh = flat(R"(, "blunt": {"last_edge": 0.75})");
  CHECK(geometry::topology_of(mesh).closed());
  float sharp = 0.0F;
  float blunt = 0.0F;
  for (const glm::vec3 p : mesh.positions) {
    if (p.x < 30 || p.x > 70) continue;
    if (p.y < 0.01F) sharp = std::max(sharp, p.z);
    if (p.y > 59.99F) blunt = std::max(blunt, p.z);
  }
  CHECK(sharp == Approx(0).margin(1e-4));
  CHECK(blunt == Approx(1.5).margin(0.01));
}

TEST_CASE("a sheet gives way to what it rests on and stays put elsewhere") {
  const std::string rests =
      "{" + flat_surface + R"(, "thickness": [[4]], "rests_on": ["slab"], "outward": [0, 0, 1], "clearance": 0.5})";
  const auto result = sheet_of(rests, {{"slab", slab(1.0F)}});
  REQUIRE(result.mesh);
  for (const glm::vec3 p : result.mesh->positions) {
    if (p.x < 49) CHECK(p.z > 1.4F);  // clear of the slab, which ends at x = 50
    if (p.x > 99) CHECK(std::abs(p.z) < 2.1F);
  }
  CHECK(geometry::topology_of(*result.mesh).closed());
  // An id that is not there changes nothing.
  const auto alone = sheet_of(rests);
  REQUIRE(alone.mesh);
  CHECK(geometry::bounds_of(*alone.mesh).high.z == Approx(2));
}

TEST_CASE("a sheet's bad figures are refused with their field") {
  const auto refused = [](const std::string& figures, const std::string& field) {
    const auto result = sheet_of(figures);
    CHECK_FALSE(result.error.reason.empty());
    CHECK(result.error.message().find(field) != std::string::npos);
  };
  refused(R"({"thickness": [[4]]})", "middle_surface");
  refused("{" + flat_surface + "}", "thickness");
  refused("{" + flat_surface + R"(, "thickness": [[-4]]})", "thickness");
  refused("{" + flat_surface + R"(, "thickness": [[4]], "thicknes": 3})", "thicknes");
  refused(R"({"middle_surface": [[[0,0,0],[0,1,0]], [[1,0,0]]], "thickness": [[4]]})", "middle_surface");
  refused(
      "{" + flat_surface + R"(, "thickness": [[4]], "digitations": {"at": "middle", "clefts": [], "tip_width": 0.5}})",
      "at");
  refused(
      "{" + flat_surface +
          R"(, "thickness": [[4]], "digitations": {"at": "origin", "clefts": [[0.6,0.5],[0.5,0.5]], "tip_width": 0.5}})",
      "clefts");
}

TEST_CASE("a sheet whose points lie on one line is refused") {
  const auto result = sheet_of(R"({"middle_surface": [[[0,0,0],[20,0,0]], [[40,0,0],[60,0,0]]], "thickness": [[4]]})");
  CHECK(result.error.reason.empty());
  REQUIRE_FALSE(result.mesh);
  CHECK_FALSE(result.mesh.error().reason.empty());
}

TEST_CASE("fibres of a pennate sheet run into its central tendon from both sides") {
  const auto mesh =
      flat(R"(, "detail": 3, "central_tendon": {"across": 0.5, "from": 0.4, "width": 10, "pennation": 20})");
  const double slope = std::tan(20.0 * 3.14159265 / 180.0);
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    const glm::vec3 p = mesh.positions[i];
    // Away from the tendon a fibre is a line that nears it by the slope: |y - 30| + slope x stays the same.
    if (std::abs(p.y - 30) > 6.0F) {
      const double expected = p.y + std::copysign(slope * static_cast<double>(p.x), p.y - 30);
      CHECK(static_cast<double>(mesh.fibre[i].y) == Approx(expected).margin(0.3));
    }
    if (p.x > 95 && std::abs(p.y - 30) < 1.0F) CHECK(mesh.tendon[i] > 0.9F);
    if (p.x < 38 || std::abs(p.y - 30) > 9.0F) CHECK(mesh.tendon[i] < 0.05F);
  }
}

TEST_CASE("bundles and heads furrow the outer wall alone, no deeper than authored") {
  const auto lowest_and_highest = [](const geometry::TriangleMesh& mesh, bool outer) {
    float low = 1e9F;
    float high = -1e9F;
    for (const glm::vec3 p : mesh.positions) {  // away from the rounded rim
      if (p.x < 20 || p.x > 80 || p.y < 6 || p.y > 54 || (p.z > 0) != outer) continue;
      low = std::min(low, p.z);
      high = std::max(high, p.z);
    }
    return std::pair(low, high);
  };
  for (const std::string relief :
       {R"("bundles": {"width": 12, "depth": 0.9})", R"("heads": {"borders": [0.5], "depth": 0.9, "width": 8})"}) {
    const auto mesh = flat(R"(, "detail": 2, "outward": [0, 0, 1], "rests_on": [], )" + relief);
    const auto [low, high] = lowest_and_highest(mesh, true);
    CHECK(high == Approx(2.0).margin(0.1));
    CHECK(low == Approx(2.0 - 0.9).margin(0.1));
    const auto [under, under_high] = lowest_and_highest(mesh, false);
    CHECK(under == Approx(-2.0).margin(0.02));
    CHECK(under_high == Approx(-2.0).margin(0.02));
    CHECK(geometry::topology_of(mesh).closed());
  }
}
