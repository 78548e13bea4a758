#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <glm/geometric.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/geometry/surface_query.h"
#include "form.h"
#include "implicit.h"
#include "remesh.h"
#include "skin_back.h"
#include "skin_column.h"
#include "skin_face.h"
#include "skin_hand.h"
#include "skin_relief.h"
#include "skin_spline.h"

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

Json recipe() {
  std::ifstream file(std::filesystem::path(DORSUM_SOURCE_DIR) / "assets/sculpt/skin/skin.json");
  return Json::parse(file);
}

const geometry::TriangleMesh& skin() {
  static const geometry::TriangleMesh mesh = [] {
    const Json document = recipe();
    Error error;
    auto made = sculpt_skin(JsonReader(document, "skin.json: ", error).field("figures"), {});
    INFO(error.message());
    REQUIRE(made.has_value());
    return std::move(*made);
  }();
  return mesh;
}

/// How many separate closed outlines the mesh has at a height, counting those wholly beyond `least_x` on the left.
std::size_t outlines_at(const geometry::TriangleMesh& mesh, float z, float least_x, float most_x = 1e9F) {
  using Edge = std::pair<std::uint32_t, std::uint32_t>;
  std::map<Edge, std::vector<Edge>> next;
  for (const auto& t : mesh.triangles) {
    std::vector<Edge> crossed;
    for (std::size_t k = 0; k < 3; ++k) {
      const std::uint32_t a = t[k], b = t[(k + 1) % 3];
      if ((mesh.positions[a].z > z) != (mesh.positions[b].z > z)) crossed.push_back(std::minmax(a, b));
    }
    if (crossed.size() != 2) continue;
    next[crossed[0]].push_back(crossed[1]);
    next[crossed[1]].push_back(crossed[0]);
  }
  std::size_t outlines = 0;
  while (!next.empty()) {
    std::vector<Edge> todo{next.begin()->first};
    float low = 1e9F, high = -1e9F;
    while (!todo.empty()) {
      const auto found = next.find(todo.back());
      todo.pop_back();
      if (found == next.end()) continue;
      low = std::min(low, mesh.positions[found->first.first].x);
      high = std::max(high, mesh.positions[found->first.first].x);
      todo.insert(todo.end(), found->second.begin(), found->second.end());
      next.erase(found);
    }
    outlines += low > least_x && high < most_x ? 1 : 0;
  }
  return outlines;
}

}  // namespace

TEST_CASE("The skin is one closed surface without handles") {
  const auto topology = geometry::topology_of(skin());
  CHECK(topology.closed());
  CHECK(topology.inconsistent_edges == 0);
  CHECK(topology.components == 1);
  CHECK(skin().positions.size() == skin().triangles.size() / 2 + 2);  // Euler: a sphere
  CHECK(geometry::signed_volume_of(skin()) > 60e6);                   // mm3: a man without legs, outward
  CHECK(skin().triangles.size() >= 80000);
  CHECK(skin().triangles.size() <= 112000);  // a third of them for nails and knuckles, a quarter for face and ears
}

TEST_CASE("The skin's triangles are well shaped") {
  float worst = 1.0F;
  for (const auto& t : skin().triangles) {
    const glm::vec3 a = skin().positions[t[0]], b = skin().positions[t[1]], c = skin().positions[t[2]];
    const float sides2 = glm::dot(b - a, b - a) + glm::dot(c - b, c - b) + glm::dot(a - c, a - c);
    worst = std::min(worst, 3.4641F * glm::length(glm::cross(b - a, c - a)) / sides2);  // 1: equilateral
  }
  CHECK(worst > 0.5F);
}

TEST_CASE("Each hand has four fingers apart and a thumb; the thighs part") {
  CHECK(outlines_at(skin(), 745.0F, 200.0F) == 4);
  CHECK(outlines_at(skin(), 790.0F, 200.0F) == 2);  // palm and thumb
  CHECK(outlines_at(skin(), 840.0F, 200.0F) == 1);
  CHECK(outlines_at(skin(), 700.0F, -200.0F, 200.0F) == 2);
  CHECK(outlines_at(skin(), 1000.0F, -400.0F) == 3);  // trunk and two arms
  CHECK(outlines_at(skin(), 1400.0F, -400.0F) == 1);
}

TEST_CASE("Bones lie inside the skin, and both sides are alike") {
  const geometry::SurfaceQuery query({&skin()});
  // Centres of bones measured on BodyParts3D.
  for (const glm::vec3 inside :
       {glm::vec3(-1.3F, -26.2F, 1485.3F), glm::vec3(-181.2F, -66.1F, 1457.1F), glm::vec3(-1.4F, -21.3F, 1627.0F),
        glm::vec3(-351.1F, -188.2F, 781.0F), glm::vec3(-49.6F, -4.2F, 983.5F), glm::vec3(-1.4F, -153.9F, 1435.1F),
        glm::vec3(-301.2F, -213.8F, 709.8F), glm::vec3(-163.1F, -84.5F, 848.8F)}) {
    INFO(inside.x << " " << inside.y << " " << inside.z);
    CHECK(query.all_hits(inside, {0.3F, 0.9F, 0.1F}).size() % 2 == 1);
    const glm::vec3 mirrored(-1.4F - inside.x, inside.y, inside.z);
    CHECK(query.all_hits(mirrored, {-0.3F, 0.9F, 0.1F}).size() % 2 == 1);
  }
  const auto bounds = geometry::bounds_of(skin());
  CHECK(bounds.low.x + bounds.high.x == Approx(-1.4F).margin(1.0F));
  CHECK(bounds.low.z == Approx(640.0F).margin(0.5F));
}

TEST_CASE("A skin figure that is wrong is named") {
  Json document = recipe();
  document["figures"]["trunk"]["stations"][3]["radii"].erase(2);
  Error error;
  const auto made = sculpt_skin(JsonReader(document, "skin.json: ", error).field("figures"), {});
  CHECK_FALSE(made.has_value());
  CHECK(error.where.english().find("trunk.stations[3].radii") != std::string::npos);
}

TEST_CASE("A section's curve passes through its figures and closes smoothly") {
  const std::vector<double> angles{0, 60, 120, 180}, radii{100, 130, 120, 90};
  const Spline curve = around_section(angles, radii, true);
  for (std::size_t i = 0; i < angles.size(); ++i) {
    CHECK(curve(angles[i]) == Approx(radii[i]));
    CHECK(curve(360.0 - angles[i]) == Approx(radii[i]));
  }
  CHECK((curve(0.5) - curve(359.5)) == Approx(0.0).margin(1e-3));  // mirrored: level across the midline
}

TEST_CASE("A round column measures its distance") {
  const Json figures = Json::parse(R"({"axis": [[0, 50, 0]], "angles": [0, 90, 180, 270],
    "stations": [{"height": 0, "radii": [20, 20, 20, 20]}, {"height": 100, "radii": [20, 20, 20, 20]}]})");
  Error error;
  const auto column = Column::read(JsonReader(figures, "column", error), false);
  REQUIRE(column);
  CHECK(column->distance({80, 0, 50}) == Approx(10.0F).margin(0.01F));
  CHECK(column->distance({50, 5, 50}) == Approx(-15.0F).margin(0.01F));
}

TEST_CASE("The back lies where its figures say, and nothing else moves") {
  const Json figures = Json::parse(R"({"distances": [0, 40, 80], "fades": {"arm": 120, "buttock": 50, "neck": 250, "side": [-60, -40]},
    "levels": [{"at": "L4", "height": 100, "y": [-10, -6, -12]}, {"at": "T12", "height": 200, "y": [2, 4, -4]}]})");
  Error error;
  const auto back = Back::read(JsonReader(figures, "back", error));
  REQUIRE(back);
  const Solid slab = box({0, -50, 150}, {200, 50, 200}, glm::mat3(1.0F), 1.0F);  // its back is at 0
  const Solid laid = back->laid_on(slab);
  CHECK(back->depth_at(40, 200) == Approx(4.0F));
  for (const glm::vec3 skin : {glm::vec3(0, -10, 100), glm::vec3(40, -6, 100), glm::vec3(80, -4, 200), glm::vec3(40, 4, 200)}) {
    INFO(skin.x << " " << skin.z);
    CHECK(laid.distance(skin) == Approx(0.0F).margin(0.5F));  // evened a little
  }
  CHECK(laid.distance({0, 0, 40}) == Approx(0.0F).margin(0.01F));     // below the buttock's fade
  CHECK(laid.distance({150, 0, 150}) == Approx(0.0F).margin(0.01F));  // the arm
  CHECK(laid.distance({0, -100, 100}) == Approx(0.0F).margin(0.01F)); // the front
}

TEST_CASE("A back's figures that are wrong are named") {
  Json document = recipe();
  document["figures"]["back"]["levels"][2]["y"].erase(0);
  Error error;
  CHECK_FALSE(sculpt_skin(JsonReader(document, "skin.json: ", error).field("figures"), {}).has_value());
  CHECK(error.where.english().find("back.levels[2].y") != std::string::npos);
}

TEST_CASE("A nail stands in its fold, a lid's line is a furrow, lips stand out") {
  Json document = recipe();
  Error error;
  const JsonReader figures = JsonReader(document, "skin.json: ", error).field("figures");
  const Hand hand = read_hand(figures.field("hand"));
  REQUIRE(figures.ok());
  CHECK(std::count_if(hand.detail.begin(), hand.detail.end(), [](const DetailSpot& spot) { return spot.edge <= 1.0F; }) == 5);
  const ClosedEye eye = read_eye(figures.field("eye"));
  const float middle = 0.5F * (eye.inner + eye.outer);
  CHECK(eye.rise_at({middle, -183, 0.5F * (eye.inner_height + eye.outer_height) - eye.sag}) < -0.7F);
  CHECK(eye.rise_at({middle, -100, eye.inner_height - eye.sag}) == 0.0F);  // behind the face
  const Lips lips = read_lips(figures.field("lips"));
  CHECK(lips.rise_at({0, -205, lips.height + 0.4F * lips.upper}) > 0.6F * lips.upper_full);
  CHECK(lips.rise_at({0, -205, lips.height - 0.9F}) < lips.rise_at({0, -205, lips.height - 0.4F * lips.lower}));
  CHECK(lips.rise_at({2.0F * lips.corner, -190, lips.height}) == 0.0F);
}

TEST_CASE("Relief rises along its course and fades away") {
  const Relief ridge{SeenFrom::back, {{0, 1000, 2}, {10, 1000, 4}}, 5.0F};
  CHECK(ridge.rise_at({5, 20, 1000}) == Approx(3.0F));
  CHECK(ridge.rise_at({5, 30, 1000}) == Approx(3.0F));  // the depth isn't seen from there
  CHECK(ridge.rise_at({10, 20, 1005}) == Approx(4.0F * std::exp(-1.0F)));
  CHECK(ridge.rise_at({0, 20, 1040}) == 0.0F);
  CHECK(ridge.rise_at({5, -200, 1000}) == 0.0F);  // the front
  CHECK(ridge.rise_at({5, -94, 1000}) < 0.1F);    // no step between front and back
  const Relief shoulder{SeenFrom::above, {{160, -84, 3}}, 20.0F};
  CHECK(shoulder.rise_at({160, -84, 1460}) == Approx(3.0F));
  CHECK(shoulder.rise_at({160, -84, 1290}) == 0.0F);  // the gap between arm and flank, right below the acromion
  CHECK(shoulder.rise_at({160, -84, 640}) == 0.0F);   // the cut of the thigh
}

TEST_CASE("Remeshing a ball gives even triangles on the ball") {
  constexpr float radius = 50.0F;
  const Solid ball = ellipsoid({0, 0, 0}, glm::vec3(radius));
  auto mesh = polygonise(ball, 3.0F);
  REQUIRE(mesh);
  remesh(*mesh, {[](glm::vec3) { return 8.0F; }, [](glm::vec3 p) { return radius * glm::normalize(p); }, 6});
  CHECK(geometry::topology_of(*mesh).closed());
  CHECK(mesh->positions.size() == mesh->triangles.size() / 2 + 2);
  for (const auto& t : mesh->triangles) {
    for (std::size_t k = 0; k < 3; ++k) {
      const float edge = glm::distance(mesh->positions[t[k]], mesh->positions[t[(k + 1) % 3]]);
      REQUIRE(edge > 3.5F);
      REQUIRE(edge < 13.0F);
    }
  }
  for (const glm::vec3& p : mesh->positions) REQUIRE(glm::length(p) == Approx(radius).margin(0.01F));
}
