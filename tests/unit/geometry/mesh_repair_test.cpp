#include "dorsum/geometry/mesh_repair.h"

#include <catch2/catch.hpp>
#include <limits>

#include "shapes.h"

using namespace dorsum::geometry;

TEST_CASE("welding a soup gives the closed surface back") {
  TriangleMesh mesh = shapes::soup(shapes::sphere(50.0F, 3));
  CHECK(topology_of(mesh).components == mesh.triangles.size());
  const std::size_t before = mesh.positions.size();
  const std::size_t gone = weld(mesh, 0.01F);
  CHECK(mesh.positions.size() == 642);
  CHECK(gone == before - 642);
  CHECK(topology_of(mesh).closed());
  CHECK(topology_of(mesh).components == 1);
}

TEST_CASE("welding merges across cell borders but not beyond the tolerance") {
  TriangleMesh mesh;
  mesh.positions = {{0.9999F, 0, 0}, {1.0001F, 0, 0}, {1.2F, 0, 0}, {0, 5, 0}, {9, 9, 9}};
  mesh.triangles = {{0, 2, 3}, {1, 2, 3}};
  CHECK(weld(mesh, 0.1F) == 2);  // the twin, and the vertex nobody uses
  CHECK(mesh.positions.size() == 3);
  CHECK(mesh.triangles[0] == mesh.triangles[1]);
}

TEST_CASE("without a tolerance only equal points merge") {
  TriangleMesh mesh;
  mesh.positions = {{1, 2, 3}, {1, 2, 3}, {1.00001F, 2, 3}, {0, 0, 0}};
  mesh.triangles = {{0, 2, 3}, {1, 2, 3}};
  CHECK(weld(mesh, 0.0F) == 1);
  CHECK(mesh.positions.size() == 3);
}

TEST_CASE("welding keeps the data of the vertex that stays") {
  TriangleMesh mesh = shapes::soup(shapes::cube());
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) mesh.tendon.push_back(static_cast<float>(i));
  weld(mesh, 0.01F);
  REQUIRE(mesh.tendon.size() == 8);
  CHECK(mesh.tendon[0] == 0.0F);
  CHECK(mesh.tendon[1] == 1.0F);
}

TEST_CASE("welding survives what is not a number") {
  TriangleMesh mesh;
  const float nan = std::numeric_limits<float>::quiet_NaN();
  mesh.positions = {{nan, 0, 0}, {nan, 0, 0}, {std::numeric_limits<float>::infinity(), 0, 1e30F}};
  mesh.triangles = {{0, 1, 2}, {0, 7, 2}};
  CHECK(weld(mesh, 0.1F) == 0);
  CHECK(drop_degenerate(mesh) == 2);
}

TEST_CASE("points far beyond any body weld without overflow") {
  // Found by the OBJ fuzzer: a cell's number times a prime of its hash was more than 64 bits hold.
  TriangleMesh mesh;
  mesh.positions = {{0, 0, 0}, {1.04294967295e12F, 0, 0}, {0, 100, 0}, {1.04294967295e12F, 0, 0}, {0, 0, 100}};
  mesh.triangles = {{0, 1, 2}, {0, 3, 4}};
  CHECK(weld(mesh, 0.002F) == 1);
  CHECK(mesh.triangles[0][1] == mesh.triangles[1][1]);
}

TEST_CASE("degenerate triangles go: repeated, out of range, flat, not finite, and duplicates") {
  TriangleMesh mesh = shapes::cube();
  mesh.positions.emplace_back(3.0F, -1.0F, -1.0F);                                   // 8, in line with 0 and 1
  mesh.positions.emplace_back(std::numeric_limits<float>::quiet_NaN(), 0.0F, 0.0F);  // 9
  mesh.triangles.push_back({0, 0, 1});
  mesh.triangles.push_back({0, 1, 99});
  mesh.triangles.push_back({0, 1, 8});
  mesh.triangles.push_back({0, 1, 9});
  mesh.triangles.push_back({2, 1, 0});  // the first one again, from another corner
  mesh.triangles.push_back({0, 1, 2});  // and its back
  CHECK(drop_degenerate(mesh) == 6);
  CHECK(mesh.triangles == shapes::cube().triangles);
}

TEST_CASE("closed shapes are turned outward, each component for itself") {
  TriangleMesh mesh = shapes::sphere(10.0F, 2);
  append(mesh, shapes::sphere(5.0F, 2, {40.0F, 0.0F, 0.0F}));
  const double volume = signed_volume_of(mesh);
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    if (t % 3 == 0 || t >= 320) std::swap(mesh.triangles[t][0], mesh.triangles[t][1]);
  }
  CHECK(topology_of(mesh).inconsistent_edges > 0);
  orient_outward(mesh);
  CHECK(topology_of(mesh).inconsistent_edges == 0);
  CHECK(signed_volume_of(mesh) == Approx(volume));
}

TEST_CASE("an open bowl is turned away from its middle") {
  TriangleMesh bowl = shapes::sphere(10.0F, 3);
  std::erase_if(bowl.triangles, [&](const Triangle& t) { return bowl.positions[t[0]].z > 0.0F; });
  for (Triangle& t : bowl.triangles) std::swap(t[0], t[1]);
  orient_outward(bowl);
  compute_normals(bowl, 180.0F);
  for (const Triangle& t : bowl.triangles) CHECK(glm::dot(bowl.normals[t[0]], bowl.positions[t[0]]) > 0.0F);
}

TEST_CASE("normals of a sphere point along its radius") {
  TriangleMesh mesh = shapes::sphere(10.0F, 4);
  compute_normals(mesh, 60.0F);
  REQUIRE(mesh.normals.size() == mesh.positions.size());
  CHECK(mesh.positions.size() == 2562);  // nothing split
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    CHECK(glm::dot(mesh.normals[i], mesh.positions[i] / 10.0F) > 0.9995F);
  }
}

TEST_CASE("normals are weighted by angle: a cube's corner looks along the diagonal however its faces are cut") {
  TriangleMesh mesh = shapes::cube();
  compute_normals(mesh, 180.0F);
  CHECK(mesh.positions.size() == 8);
  for (std::size_t i = 0; i < 8; ++i) {
    CHECK(glm::dot(mesh.normals[i], glm::normalize(mesh.positions[i])) == Approx(1.0F).margin(1e-5));
  }
}

TEST_CASE("creases split vertices: a cube gets three normals a corner") {
  TriangleMesh mesh = shapes::cube();
  mesh.tendon.assign(8, 0.25F);
  compute_normals(mesh, 60.0F);
  CHECK(mesh.positions.size() == 24);
  CHECK(mesh.normals.size() == 24);
  CHECK(mesh.tendon.size() == 24);
  CHECK(signed_volume_of(mesh) == Approx(8.0));
  for (const Triangle& t : mesh.triangles) {
    const glm::vec3 face = glm::normalize(
        glm::cross(mesh.positions[t[1]] - mesh.positions[t[0]], mesh.positions[t[2]] - mesh.positions[t[0]]));
    for (const std::uint32_t i : t) CHECK(glm::dot(mesh.normals[i], face) == Approx(1.0F));
  }
}

TEST_CASE("topology counts borders, third wings and turned neighbours") {
  CHECK(topology_of(shapes::cube()).closed());
  CHECK(topology_of(shapes::plane(4, 1.0F)).boundary_edges == 16);
  TriangleMesh fan;
  fan.positions = {{0, 0, 0}, {0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {-1, 0, 0}};
  fan.triangles = {{0, 1, 2}, {0, 1, 3}, {0, 1, 4}};
  CHECK(topology_of(fan).non_manifold_edges == 1);
  CHECK(topology_of(fan).components == 1);
  fan.triangles = {{0, 1, 2}, {0, 1, 3}};
  CHECK(topology_of(fan).inconsistent_edges == 1);
}

TEST_CASE("of two concentric walls the outer stays") {
  TriangleMesh mesh = shapes::sphere(100.0F, 4);
  TriangleMesh inner = shapes::sphere(97.0F, 4);
  for (Triangle& t : inner.triangles) std::swap(t[0], t[1]);
  append(mesh, inner);
  const TriangleMesh wall = outer_wall(mesh);
  CHECK(wall.triangles.size() == 5120);
  for (const glm::vec3& p : wall.positions) CHECK(glm::length(p) == Approx(100.0F));
  CHECK(topology_of(wall).closed());
}

TEST_CASE("a wall seen only through a hole is not the outer one, and a dark cleft is") {
  // An outer sphere with one small hole, through which a ray or two reaches the inner wall.
  TriangleMesh mesh = shapes::sphere(100.0F, 4);
  std::erase_if(mesh.triangles, [&](const Triangle& t) { return mesh.positions[t[0]].z > 98.0F; });
  const std::size_t outer = mesh.triangles.size();
  // A deep pit in it: vertices near -Z pushed far in, where no ray reaches the bottom.
  for (glm::vec3& p : mesh.positions) {
    if (p.z < -99.0F) p.z = 60.0F;
  }
  TriangleMesh inner = shapes::sphere(99.0F, 4);
  std::erase_if(inner.triangles, [&](const Triangle& t) { return inner.positions[t[0]].z < -80.0F; });
  append(mesh, inner);
  const TriangleMesh wall = outer_wall(mesh);
  CHECK(wall.triangles.size() == outer);
  CHECK(bounds_of(wall).high.z < 99.5F);
}

TEST_CASE("small holes are closed, large ones are left") {
  TriangleMesh mesh = shapes::sphere(100.0F, 4);
  mesh.triangles.erase(mesh.triangles.begin() + 700);  // one triangle
  std::erase_if(mesh.triangles, [&](const Triangle& t) { return mesh.positions[t[0]].z > 99.9F; });
  std::erase_if(mesh.triangles, [&](const Triangle& t) { return mesh.positions[t[0]].z < -80.0F; });
  CHECK(fill_holes(mesh, 100.0F) == 2);
  const Topology topology = topology_of(mesh);
  CHECK(topology.inconsistent_edges == 0);
  CHECK(topology.boundary_edges > 20);  // the large one
  CHECK(fill_holes(mesh, 1000.0F) == 1);
  CHECK(topology_of(mesh).closed());
  CHECK(signed_volume_of(mesh) > 0.0);
}

TEST_CASE("two holes that touch in a vertex are both closed") {
  TriangleMesh mesh = shapes::plane(4, 4.0F);
  std::erase_if(mesh.triangles, [](const Triangle& t) {
    return t == Triangle{6, 7, 11} || t == Triangle{12, 13, 17};  // they share no edge; 7-11 and 12 are apart
  });
  std::erase_if(mesh.triangles, [](const Triangle& t) { return t == Triangle{7, 12, 11}; });
  const double whole = 16.0;
  CHECK(fill_holes(mesh, 8.0F) >= 1);
  CHECK(area_of(mesh) == Approx(whole));
  CHECK(topology_of(mesh).boundary_edges == 16);
}
