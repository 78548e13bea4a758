#include "dorsum/geometry/geodesics.h"
#include "dorsum/geometry/surface_query.h"

#include <catch2/catch.hpp>

#include "dorsum/geometry/mesh_repair.h"
#include "shapes.h"

using namespace dorsum::geometry;

namespace {

SurfaceHit at(const TriangleMesh& mesh, glm::vec3 point) { return *SurfaceQuery({&mesh}).closest(point); }

/// Mean of |found - expected| / expected over vertices at least `least` from the source, and the largest.
struct Deviation {
  double mean = 0.0, largest = 0.0;
};
template <class Expected>
Deviation deviation(const TriangleMesh& mesh, const std::vector<float>& found, float least, const Expected& expected) {
  Deviation d;
  int count = 0;
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    const double right = expected(mesh.positions[i]);
    if (right < static_cast<double>(least)) continue;
    const double error = std::abs(static_cast<double>(found[i]) - right) / right;
    d.mean += error;
    d.largest = std::max(d.largest, error);
    ++count;
  }
  d.mean /= count;
  return d;
}

}  // namespace

TEST_CASE("geodesics on a sphere are arcs, within 2 %") {
  const float radius = 50.0F;
  const TriangleMesh sphere = shapes::sphere(radius, 5);
  const auto geodesics = HeatGeodesics::prepare(sphere);
  REQUIRE(geodesics);
  const SurfaceHit source = at(sphere, glm::normalize(glm::vec3(0.3F, 0.5F, 0.8F)) * radius);
  const auto found = geodesics->distances(std::vector<SurfacePoint>{source});
  const auto arc = [&](glm::vec3 p) {
    return static_cast<double>(radius) *
           std::acos(std::min(1.0, static_cast<double>(glm::dot(glm::normalize(p), glm::normalize(source.position)))));
  };
  const Deviation d = deviation(sphere, found, 10.0F, arc);
  CHECK(d.mean < 0.01);
  CHECK(d.largest < 0.02);
}

TEST_CASE("geodesics on a plane are straight, from inside a triangle and near the border too") {
  const TriangleMesh plane = shapes::plane(60, 100.0F);
  const auto geodesics = HeatGeodesics::prepare(plane);
  REQUIRE(geodesics);
  for (const glm::vec3 place : {glm::vec3(50.3F, 49.1F, 0.0F), glm::vec3(4.0F, 50.0F, 0.0F)}) {
    const SurfaceHit source = at(plane, place);
    const auto found = geodesics->distances(std::vector<SurfacePoint>{source});
    const Deviation d = deviation(plane, found, 8.0F,
                                  [&](glm::vec3 p) { return static_cast<double>(glm::distance(p, source.position)); });
    CHECK(d.mean < 0.015);
    CHECK(d.largest < 0.05);
  }
}

TEST_CASE("from several sources the nearest counts") {
  const TriangleMesh plane = shapes::plane(60, 100.0F);
  const auto geodesics = HeatGeodesics::prepare(plane);
  const SurfaceHit first = at(plane, {20.0F, 50.0F, 0.0F}), second = at(plane, {80.0F, 50.0F, 0.0F});
  const std::vector<SurfacePoint> sources{first, second};
  const auto found = geodesics->distances(sources);
  const Deviation d = deviation(plane, found, 8.0F, [&](glm::vec3 p) {
    return static_cast<double>(std::min(glm::distance(p, first.position), glm::distance(p, second.position)));
  });
  CHECK(d.mean < 0.02);
  CHECK(d.largest < 0.08);  // along the ridge half way, which heat rounds off
}

TEST_CASE("distance goes along the surface, not through the air") {
  // A strip folded double with a gap of 1 mm: 40 mm out and 40 mm back.
  TriangleMesh strip = shapes::plane(40, 80.0F);
  for (glm::vec3& p : strip.positions) {
    if (p.x > 40.0F) p = {80.0F - p.x, p.y, 1.0F};
  }
  const auto geodesics = HeatGeodesics::prepare(strip);
  REQUIRE(geodesics);
  const SurfaceHit source = at(strip, {10.0F, 40.0F, 0.0F});
  const auto found = geodesics->distances(std::vector<SurfacePoint>{source});
  const SurfaceHit opposite = at(strip, {10.0F, 40.0F, 1.0F});
  CHECK(found[strip.triangles[opposite.triangle][0]] == Approx(60.0F).epsilon(0.06));
}

TEST_CASE("creases are no gaps, and slivers no obstacles") {
  TriangleMesh box = shapes::cube();
  for (glm::vec3& p : box.positions) p *= 20.0F;
  TriangleMesh split = box;
  compute_normals(split, 30.0F);
  REQUIRE(split.positions.size() == 24);
  const auto whole = HeatGeodesics::prepare(box);
  const auto creased = HeatGeodesics::prepare(split);
  const SurfaceHit a = at(box, {20.0F, 0.0F, 0.0F});
  const SurfaceHit b = at(split, {20.0F, 0.0F, 0.0F});
  const auto expected = whole->distances(std::vector<SurfacePoint>{a});
  const auto found = creased->distances(std::vector<SurfacePoint>{b});
  for (std::size_t i = 0; i < 8; ++i) CHECK(found[i] == Approx(expected[i]).epsilon(1e-3));

  TriangleMesh plane = shapes::plane(30, 90.0F);
  // One row of vertices is pulled almost onto the next: a line of needles across the way.
  for (glm::vec3& p : plane.positions) {
    if (p.y == 45.0F) p.y = 42.0005F;
  }
  const auto geodesics = HeatGeodesics::prepare(plane);
  REQUIRE(geodesics);
  const SurfaceHit source = at(plane, {45.0F, 20.0F, 0.0F});
  const auto over = geodesics->distances(std::vector<SurfacePoint>{source});
  const Deviation d = deviation(plane, over, 10.0F,
                                [&](glm::vec3 p) { return static_cast<double>(glm::distance(p, source.position)); });
  CHECK(d.largest < 0.06);
}

TEST_CASE("other components are out of reach; an empty mesh is refused") {
  TriangleMesh two = shapes::sphere(10.0F, 2);
  const std::size_t first = two.positions.size();
  append(two, shapes::sphere(10.0F, 2, {100.0F, 0.0F, 0.0F}));
  two.positions.emplace_back(0.0F);  // used by no triangle
  const auto geodesics = HeatGeodesics::prepare(two);
  REQUIRE(geodesics);
  const SurfaceHit source = at(two, {0.0F, 0.0F, 10.0F});
  const auto found = geodesics->distances(std::vector<SurfacePoint>{source});
  CHECK(std::isfinite(found[first - 1]));
  CHECK(std::isinf(found[first]));
  CHECK(std::isinf(found.back()));
  const auto nowhere = geodesics->distances({});
  CHECK(std::isinf(nowhere.front()));
  CHECK_FALSE(HeatGeodesics::prepare(TriangleMesh{}));
}

TEST_CASE("a patch holds what is near and joined, and knows where it came from") {
  TriangleMesh mesh = shapes::plane(40, 80.0F);
  TriangleMesh above = shapes::plane(40, 80.0F);
  for (glm::vec3& p : above.positions) p.z = 1.0F;
  append(mesh, above);
  const SurfaceHit point = at(mesh, {40.0F, 40.0F, 0.0F});
  const Patch patch = patch_around(mesh, std::vector<SurfacePoint>{point}, 10.0F);
  REQUIRE(patch.original.size() == patch.mesh.positions.size());
  REQUIRE(patch.triangle_of.size() == patch.mesh.triangles.size());
  CHECK(patch.mesh.triangles.size() > 100);
  CHECK(patch.mesh.triangles.size() < 300);
  for (std::size_t i = 0; i < patch.original.size(); ++i) {
    CHECK(mesh.positions[patch.original[i]] == patch.mesh.positions[i]);
    CHECK(patch.mesh.positions[i].z == 0.0F);
    CHECK(glm::distance(patch.mesh.positions[i], point.position) < 14.0F);
  }
  for (std::size_t t = 0; t < patch.triangle_of.size(); ++t) {
    for (std::size_t c = 0; c < 3; ++c) {
      CHECK(patch.original[patch.mesh.triangles[t][c]] == mesh.triangles[patch.triangle_of[t]][c]);
    }
  }
  CHECK(patch_around(mesh, {}, 10.0F).mesh.triangles.empty());
}

TEST_CASE("a patch within one large triangle is that triangle") {
  const TriangleMesh cube = shapes::cube();
  const SurfaceHit point = at(cube, {0.1F, 0.2F, 1.0F});
  const Patch patch = patch_around(cube, std::vector<SurfacePoint>{point}, 0.01F);
  REQUIRE(patch.triangle_of.size() == 1);
  CHECK(patch.triangle_of[0] == point.triangle);
}

TEST_CASE("a near neighbourhood on a sphere ends at its radius, nearest first") {
  const float radius = 50.0F;
  const TriangleMesh sphere = shapes::sphere(radius, 5);
  const NearGeodesics near(sphere);
  const SurfaceHit source = at(sphere, glm::normalize(glm::vec3(0.3F, 0.5F, 0.8F)) * radius);
  const auto arc = [&](glm::vec3 p) {
    return radius * std::acos(std::min(1.0F, glm::dot(glm::normalize(p), glm::normalize(source.position))));
  };
  const auto found = near.within(source, 30.0F);
  CHECK(std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.distance < b.distance; }));
  std::vector<bool> is_found(sphere.positions.size(), false);
  for (const auto& [vertex, distance] : found) {
    is_found[vertex] = true;
    CHECK(distance <= 30.0F);
    // In the first rings it follows edges, which is up to half an edge (1.8 mm) too far.
    CHECK(distance == Approx(arc(sphere.positions[vertex])).epsilon(0.06).margin(1.0));
  }
  for (std::size_t v = 0; v < sphere.positions.size(); ++v) {
    if (arc(sphere.positions[v]) < 28.0F) CHECK(is_found[v]);
  }
  SurfaceHit nowhere = source;
  nowhere.triangle = 1U << 30U;
  CHECK(near.within(nowhere, 30.0F).empty());
}
