// Sheets of known shape: a flat strap, its digitations, what it rests on, and what is refused.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "../geometry/shapes.h"
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

geometry::TriangleMesh block(glm::vec3 low, glm::vec3 high) {
  auto mesh = geometry::shapes::cube();
  for (glm::vec3& p : mesh.positions) p = 0.5F * (low + high) + 0.5F * (high - low) * p;
  return mesh;
}

geometry::TriangleMesh slab(float height) { return block({-50, -50, height - 20}, {50, 110, height}); }  // a deeper structure: its top at z = height

/// A body around the sheet: what covers it lies at z = height.
geometry::TriangleMesh cover(float height) { return block({-150, -150, -120}, {250, 210, height}); }

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

TEST_CASE("a sheet is hung right under its cover; the end that is held stays on its bone") {
  const auto hung = [](const std::string& held, const sculpt::Deeper& deeper) {
    auto result = sheet_of("{" + flat_surface + R"(, "thickness": [[4]], "clearance": 0.5, "under": ["deep-fascia", "overlying.R"], "held": )" + held + "}", deeper);
    REQUIRE(result.error.reason == "");
    REQUIRE(result.mesh);
    CHECK(geometry::topology_of(*result.mesh).closed());
    return *result.mesh;
  };
  const auto middle_at = [](const geometry::TriangleMesh& mesh, float from, float to) {  // between its walls, away from the rim
    float low = 1e9F, high = -1e9F;
    for (const glm::vec3 p : mesh.positions) {
      if (p.x < from || p.x > to || p.y < 10 || p.y > 50) continue;
      low = std::min(low, p.z);
      high = std::max(high, p.z);
    }
    return std::pair(low, high);
  };
  SECTION("under a plane") {
    const auto mesh = hung(R"(["insertion"])", {{"deep-fascia", cover(20)}});
    const auto [low, high] = middle_at(mesh, 10, 60);
    CHECK(high == Approx(19.5).margin(0.1));
    CHECK(low == Approx(15.5).margin(0.3));
    for (const glm::vec3 p : mesh.positions) {
      CHECK(p.z < 19.6F);
      if (std::abs(p.x - 100) < 0.001F) CHECK(std::abs(p.z) < 0.1F);
    }
  }
  SECTION("with nothing held all of it lies there, with both ends held only what is between") {
    const auto loose = hung("[]", {{"deep-fascia", cover(20)}});
    CHECK(geometry::bounds_of(loose).low.z > 15.0F);
    const auto held = hung(R"(["origin", "insertion"])", {{"deep-fascia", cover(20)}});
    CHECK(middle_at(held, 40, 60).second == Approx(19.5).margin(0.2));
    for (const glm::vec3 p : held.positions) {
      if (std::abs(p.x) < 0.001F || std::abs(p.x - 100) < 0.001F) CHECK(std::abs(p.z) < 0.1F);
    }
  }
  SECTION("a cover that the sheet pokes through draws it in, its held end too") {
    for (const glm::vec3 p : hung(R"(["insertion"])", {{"deep-fascia", cover(-3)}}).positions) CHECK(p.z < -3.3F);
  }
  SECTION("of several covers the nearest counts") {
    const auto mesh = hung("[]", {{"deep-fascia", cover(20)}, {"overlying.R", block({-50, -50, 12}, {150, 110, 18})}});
    CHECK(geometry::bounds_of(mesh).high.z == Approx(11.5).margin(0.2));
  }
  SECTION("without a cover, or with one far away, it keeps its course") {
    CHECK(geometry::bounds_of(hung("[]", {})).high.z == Approx(2));
    CHECK(geometry::bounds_of(hung("[]", {{"deep-fascia", cover(90)}})).high.z == Approx(2).margin(0.01));
  }
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

TEST_CASE("an intersection is a band of tendon across the fibres, in a furrow of the outer wall") {
  const auto mesh = flat(R"(, "detail": 2, "outward": [0, 0, 1], "rests_on": [], "intersections": {"along": [0.5], "width": 8, "depth": 1})");
  float lowest = 2.0F;
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    const glm::vec3 p = mesh.positions[i];
    if (std::abs(p.x - 50) > 14.0F) CHECK(mesh.tendon[i] < 0.05F);
    if (std::abs(p.x - 50) < 14.0F && p.y > 6 && p.y < 54 && p.z > 0) lowest = std::min(lowest, p.z);
  }
  CHECK(*std::max_element(mesh.tendon.begin(), mesh.tendon.end()) > 0.9F);
  CHECK(lowest == Approx(1.0).margin(0.1));
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

TEST_CASE("fibres don't leap on a sheet that has grown into its own bend") {
  const Json document = Json::parse(R"({"middle_surface": [[[0,0,0],[0,30,0],[0,60,0]], [[45,0,0],[45,30,0],[45,60,0]], [[50,0,5],[50,30,5],[50,60,5]],
                                        [[50,0,50],[50,30,50],[50,60,50]]], "thickness": [[4]]})");
  constexpr float by = 8.0F;  // mm
  const auto thicker = [](const sculpt::Solid& shape) {
    return sculpt::Solid{[=](glm::vec3 p) { return shape.distance(p) - by; }, {shape.bounds.low - by, shape.bounds.high + by}};
  };
  Error error;
  const auto mesh = sculpt::sculpt_grown_sheet(JsonReader(document, "test", error), {}, thicker);
  REQUIRE(mesh);
  float steepest = 0.0F;
  for (const auto& [a, b, c] : mesh->triangles) {
    for (const auto& [p, q] : {std::pair(a, b), std::pair(b, c), std::pair(c, a)}) {
      const float length = glm::distance(mesh->positions[p], mesh->positions[q]);
      if (length > 2.0F) steepest = std::max(steepest, std::abs(mesh->fibre[p].x - mesh->fibre[q].x) / length);
    }
  }
  CHECK(steepest < 4.0F);
}
