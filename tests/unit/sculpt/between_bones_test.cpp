// Sheets between two ribs of known shape, spindles between known bones, and what is refused.

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>
#include <numbers>
#include <string>

#include "dorsum/geometry/mesh_repair.h"
#include "form.h"
#include "rib_course.h"

using namespace dorsum;

namespace {

constexpr double rib_radius = 100.0;  // mm, of both ribs about the z axis

/// A level arc on the right, from behind the midline round to the front: 10 mm high, 6 mm thick.
geometry::TriangleMesh level_rib(double z) {
  std::string stations;
  for (int degrees = -25; degrees <= 150; degrees += 25) {
    const double angle = degrees * std::numbers::pi / 180.0;
    stations += fmt::format("{}[{}, {}, {}, 5, 3]", stations.empty() ? "" : ",", -rib_radius * std::sin(angle), rib_radius * std::cos(angle), z);
  }
  const Json figures = Json::parse(R"({"detail": 1.5, "triangles": 3000, "parts": {"1-shaft": {"tube": [)" + stations + "]}}}");
  Error error;
  auto mesh = sculpt::sculpt_solids(JsonReader(figures, "rib", error), {});
  REQUIRE(error.reason == "");
  REQUIRE(mesh);
  return *mesh;
}

const sculpt::Deeper& two_ribs() {
  static const sculpt::Deeper both{{"rib-1.R", level_rib(100.0)}, {"rib-2.R", level_rib(75.0)}};
  return both;
}

Result<geometry::TriangleMesh> sculpt_between(const std::string& figures, Error& error) {
  const Json document = Json::parse(figures);
  return sculpt::sculpt_between_bones(JsonReader(document, "test", error), two_ribs());
}

geometry::TriangleMesh intercostal(const char* face, double slant) {
  Error error;
  auto mesh = sculpt_between(fmt::format(R"({{"between": "ribs", "face": "{}", "thickness": 2, "begins": 60, "ends": "at the breastbone", "slant": {}}})", face, slant), error);
  REQUIRE(error.reason == "");
  REQUIRE(mesh);
  return *mesh;
}

}  // namespace

TEST_CASE("a rib's course is followed from its head to its end, its borders found") {
  const auto course = sculpt::RibCourse::of(1, two_ribs());
  REQUIRE(course);
  CHECK(course->length() == Approx(175.0 * std::numbers::pi / 180.0 * rib_radius).epsilon(0.04));
  CHECK(course->bone_length() == course->length());
  const auto section = course->at(course->angle() + 150.0F);
  CHECK(glm::length(glm::vec2(section.middle)) == Approx(rib_radius).epsilon(0.01));
  CHECK(section.lower_outer.z == Approx(95.0).margin(0.6));
  CHECK(section.upper_inner.z == Approx(105.0).margin(0.6));
  CHECK(glm::length(glm::vec2(section.lower_outer)) > glm::length(glm::vec2(section.lower_inner)) + 4.0F);
  CHECK_FALSE(sculpt::RibCourse::of(7, two_ribs()));
}

TEST_CASE("an intercostal is one closed sheet flush with its face of the ribs and no higher than their space") {
  for (const char* face : {"outer", "inner"}) {
    const auto mesh = intercostal(face, 40.0);
    const auto topology = geometry::topology_of(mesh);
    CHECK(topology.closed());
    CHECK(topology.inconsistent_edges == 0);
    CHECK(topology.components == 1);
    CHECK(geometry::signed_volume_of(mesh) > 0.0);
    float nearest = 1e9F, farthest = 0.0F;
    for (const glm::vec3 p : mesh.positions) {
      CHECK(p.z > 79.0F);
      CHECK(p.z < 96.0F);
      nearest = std::min(nearest, glm::length(glm::vec2(p)));
      farthest = std::max(farthest, glm::length(glm::vec2(p)));
    }
    CHECK(nearest > (std::string(face) == "outer" ? 99.0F : 95.0F));
    CHECK(farthest < (std::string(face) == "outer" ? 104.0F : 100.0F));
  }
}

TEST_CASE("fibres of an intercostal lean as they are told: forward on their way down, or backward") {
  for (const double slant : {40.0, -40.0}) {
    const auto mesh = intercostal("outer", slant);
    // At the side of the body forward is against y; one fibre's upper and lower end there.
    glm::vec3 upper(0.0F), lower(0.0F);
    const auto beside = std::min_element(mesh.positions.begin(), mesh.positions.end(), [](glm::vec3 a, glm::vec3 b) { return a.x < b.x; });
    const float across = mesh.fibre[static_cast<std::size_t>(beside - mesh.positions.begin())].y;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
      if (mesh.fibre[i].y != across) continue;
      if (upper == glm::vec3(0.0F) || mesh.positions[i].z > upper.z) upper = mesh.positions[i];
      if (lower == glm::vec3(0.0F) || mesh.positions[i].z < lower.z) lower = mesh.positions[i];
    }
    const double lean = std::atan2(static_cast<double>(upper.y - lower.y), static_cast<double>(upper.z - lower.z)) * 180.0 / std::numbers::pi;
    CHECK(lean == Approx(slant).margin(6.0));
  }
}

TEST_CASE("a spindle runs from bone to bone") {
  Error error;
  const auto mesh = sculpt_between(R"({"between": "pairs", "bodies": 1, "blend": 1, "detail": 1, "triangles": 800, "slips":
    [{"from": "at the angle", "to": "before the angle", "half_widths": [2, 3, 2], "half_thickness": 1.5, "tendon": 3, "pairs": [["rib-1", "rib-2"]]}]})", error);
  REQUIRE(error.reason == "");
  REQUIRE(mesh);
  CHECK(geometry::topology_of(*mesh).closed());
  const auto bounds = geometry::bounds_of(*mesh);
  CHECK(bounds.high.z > 100.0F);
  CHECK(bounds.low.z < 85.0F);
  CHECK(mesh->fibre.size() == mesh->positions.size());
  CHECK(*std::max_element(mesh->tendon.begin(), mesh->tendon.end()) > 0.5F);
  CHECK(*std::min_element(mesh->tendon.begin(), mesh->tendon.end()) < 0.1F);
}

TEST_CASE("what stands between no bones is refused, with what to say instead") {
  const auto reason = [](const std::string& figures) {
    Error error;
    const auto mesh = sculpt_between(figures, error);
    return error.reason.empty() && !mesh ? mesh.error().reason.english() : error.reason.english() + error.remedy.english();
  };
  CHECK(reason(R"({"between": "toes"})").find("pairs") != std::string::npos);
  CHECK(reason(R"({"between": "ribs", "face": "upper", "thickness": 2, "begins": 30, "ends": "at the breastbone", "slant": 0})").find("outer") != std::string::npos);
  CHECK(reason(R"({"between": "spinous processes", "first": "L5", "last": "C7", "thickness": [2, 5], "slant": 0})").find("upper one") != std::string::npos);
  CHECK(reason(R"({"between": "spinous processes", "first": "C7", "last": "L5", "thickness": [2, 5], "slant": 0})").find("no vertebrae") != std::string::npos);
}
