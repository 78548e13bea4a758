// Soft bodies give way to one another: known shapes, known answers.

#include "settle.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "../geometry/shapes.h"
#include "dorsum/core/progress.h"
#include "dorsum/geometry/mesh_repair.h"
#include "dorsum/geometry/self_intersection.h"
#include "dorsum/geometry/signed_distance.h"

using namespace dorsum;
using geometry::TriangleMesh;

namespace {

TriangleMesh ball(float radius, glm::vec3 centre = glm::vec3(0.0F)) {
  TriangleMesh mesh = geometry::shapes::sphere(radius, 4, centre);
  geometry::compute_normals(mesh, 180.0F);
  return mesh;
}

/// A closed plate in the plane z = `z`, `thickness` mm thick, its walls meeting at the rim.
TriangleMesh plate(float z, float thickness) {
  TriangleMesh mesh = geometry::shapes::plane(24, 48.0F);
  const auto count = static_cast<std::uint32_t>(mesh.positions.size());
  std::vector<geometry::Triangle> top;
  std::vector<std::uint32_t> under(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const glm::vec3 p = mesh.positions[i];
    const bool on_rim = p.x <= 0.0F || p.y <= 0.0F || p.x >= 48.0F || p.y >= 48.0F;
    under[i] = on_rim ? i : static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions[i].z = on_rim ? z : z + 0.5F * thickness;
    if (!on_rim) mesh.positions.emplace_back(p.x, p.y, z - 0.5F * thickness);
  }
  for (const auto& t : mesh.triangles) {  // not those at the corners, whose other wall would be the same
    if (std::any_of(t.begin(), t.end(), [&](std::uint32_t v) { return under[v] != v; })) top.push_back(t);
  }
  mesh.triangles = top;
  for (const auto& [a, b, c] : top) mesh.triangles.push_back({under[a], under[c], under[b]});
  geometry::compute_normals(mesh, 180.0F);
  return mesh;
}

/// mm that the deepest vertex of `a` lies inside `b`; negative when it stays outside.
float deepest(const TriangleMesh& a, const TriangleMesh& b) {
  const geometry::SignedDistance distance(b);
  float least = 1e9F;
  for (const glm::vec3& p : a.positions) least = std::min(least, distance.at(p, 1000.0F)->distance);
  return -least;
}

}  // namespace

TEST_CASE("two muscles that overlap meet half way, smoothly and without folds") {
  TriangleMesh left = ball(20.0F);
  TriangleMesh right = ball(20.0F, {37.0F, 0.3F, 0.2F});
  const TriangleMesh before = left;
  REQUIRE(deepest(left, right) > 2.5F);
  const std::vector<sculpt::Settled> bodies{{"left", sculpt::Tissue::flesh, 1, &left}, {"right", sculpt::Tissue::flesh, 1, &right}};
  REQUIRE(sculpt::settle(bodies, silent_progress()));
  CHECK(deepest(left, right) < 0.3F);
  CHECK(deepest(right, left) < 0.3F);
  CHECK(geometry::self_intersections(left).empty());
  CHECK(geometry::bounds_of(left).high.x == Approx(18.5F).margin(0.5));
  CHECK(geometry::signed_volume_of(left) > 0.93 * geometry::signed_volume_of(before));
  // What lies far from the contact stays.
  for (std::size_t i = 0; i < left.positions.size(); ++i) {
    if (before.positions[i].x < -5.0F) CHECK(glm::distance(left.positions[i], before.positions[i]) < 0.3F);
  }
  CHECK(std::all_of(left.normals.begin(), left.normals.end(), [](glm::vec3 n) { return std::abs(glm::length(n) - 1.0F) < 1e-3F; }));
}

TEST_CASE("bone stays; flesh makes the whole way") {
  TriangleMesh bone = ball(20.0F);
  TriangleMesh flesh = ball(20.0F, {38.0F, 0.0F, 0.0F});
  const TriangleMesh before = bone;
  const std::vector<sculpt::Settled> bodies{{"bone", sculpt::Tissue::bone, 0, &bone}, {"flesh", sculpt::Tissue::flesh, 1, &flesh}};
  REQUIRE(sculpt::settle(bodies, silent_progress()));
  CHECK(bone.positions == before.positions);
  CHECK(deepest(flesh, bone) < 0.4F);
}

TEST_CASE("flesh that is to stay leaves all the way to the other") {
  TriangleMesh still = ball(20.0F);
  TriangleMesh made = ball(20.0F, {38.0F, 0.0F, 0.0F});
  const TriangleMesh before = still;
  const std::vector<sculpt::Settled> bodies{{"still", sculpt::Tissue::flesh, 1, &still, true}, {"made", sculpt::Tissue::flesh, 1, &made}};
  REQUIRE(sculpt::settle(bodies, silent_progress()));
  CHECK(still.positions == before.positions);
  CHECK(deepest(made, still) < 0.4F);
}

TEST_CASE("a thin sheet is carried along whole: its walls don't come nearer to one another") {
  TriangleMesh sheet = plate(19.0F, 2.0F);
  TriangleMesh bone = ball(20.0F, {24.0F, 24.0F, 0.0F});
  const std::vector<sculpt::Settled> bodies{{"bone", sculpt::Tissue::bone, 0, &bone}, {"sheet", sculpt::Tissue::flesh, 1, &sheet}};
  const double volume = geometry::signed_volume_of(sheet);
  REQUIRE(sculpt::settle(bodies, silent_progress()));
  CHECK(deepest(sheet, bone) < 0.45F);
  CHECK(geometry::signed_volume_of(sheet) > 0.9 * volume);
  CHECK(geometry::self_intersections(sheet).empty());
}

TEST_CASE("flesh keeps under the skin") {
  TriangleMesh flesh = ball(19.0F);
  TriangleMesh skin = ball(20.0F);
  const std::vector<sculpt::Settled> bodies{{"flesh", sculpt::Tissue::flesh, 1, &flesh}, {"skin", sculpt::Tissue::skin, 0, &skin}};
  REQUIRE(sculpt::settle(bodies, silent_progress()));
  CHECK(deepest(flesh, skin) > 2.0F);
}

TEST_CASE("what touches nothing isn't moved, and settling gives the same bytes each time") {
  const auto settled = [] {
    std::vector<TriangleMesh> meshes{ball(20.0F), ball(20.0F, {37.0F, 0.0F, 0.0F}), ball(10.0F, {0.0F, 100.0F, 0.0F})};
    std::vector<sculpt::Settled> bodies;
    for (TriangleMesh& mesh : meshes) bodies.push_back({"muscle", sculpt::Tissue::flesh, 1, &mesh});
    REQUIRE(sculpt::settle(bodies, silent_progress()));
    return meshes;
  };
  const auto once = settled();
  const auto twice = settled();
  for (std::size_t i = 0; i < once.size(); ++i) {
    CHECK(once[i].positions == twice[i].positions);
    CHECK(once[i].normals == twice[i].normals);
  }
  CHECK(once[2].positions == ball(10.0F, {0.0F, 100.0F, 0.0F}).positions);
}

TEST_CASE("settling stops when asked to") {
  TriangleMesh mesh = ball(20.0F);
  const std::vector<sculpt::Settled> bodies{{"muscle", sculpt::Tissue::flesh, 1, &mesh}};
  CHECK_FALSE(sculpt::settle(bodies, [](std::string_view, float) { return false; }));
}
