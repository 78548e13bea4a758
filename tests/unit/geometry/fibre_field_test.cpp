// Fibre coordinates on shapes where they are known.

#include "dorsum/geometry/fibre_field.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "shapes.h"

using namespace dorsum;
using namespace dorsum::geometry;

namespace {

/// A closed strap, 100 mm along X, 30 mm wide along Y, 4 mm thick along Z, bent round `bend` radians about Y.
TriangleMesh strap(float bend) {
  constexpr int along = 50, around = 32;
  TriangleMesh mesh;
  for (int i = 0; i <= along; ++i) {
    for (int k = 0; k < around; ++k) {
      const float angle = 2.0F * std::numbers::pi_v<float> * static_cast<float>(k) / around;
      const glm::vec3 flat(100.0F * static_cast<float>(i) / along, 15.0F * std::cos(angle), 2.0F * std::sin(angle));
      if (bend == 0.0F) {
        mesh.positions.push_back(flat);
      } else {
        const float radius = 100.0F / bend, turn = flat.x / radius;
        mesh.positions.emplace_back((radius + flat.z) * std::sin(turn), flat.y, (radius + flat.z) * std::cos(turn) - radius);
      }
    }
  }
  const auto at = [](int i, int k) { return static_cast<std::uint32_t>(i * around + k % around); };
  for (int i = 0; i < along; ++i) {
    for (int k = 0; k < around; ++k) {
      mesh.triangles.push_back({at(i, k), at(i + 1, k), at(i, k + 1)});
      mesh.triangles.push_back({at(i + 1, k), at(i + 1, k + 1), at(i, k + 1)});
    }
  }
  for (const bool last : {false, true}) {  // caps
    const int i = last ? along : 0;
    for (int k = 1; k + 1 < around; ++k) {
      mesh.triangles.push_back(last ? Triangle{at(i, 0), at(i, k), at(i, k + 1)} : Triangle{at(i, 0), at(i, k + 1), at(i, k)});
    }
  }
  return mesh;
}

FibreEnds first_and_last_ring(const TriangleMesh& mesh) {
  FibreEnds ends{std::vector<bool>(mesh.positions.size()), std::vector<bool>(mesh.positions.size())};
  for (std::size_t k = 0; k < 32; ++k) {
    ends.origin[k] = true;
    ends.insertion[mesh.positions.size() - 1 - k] = true;
  }
  return ends;
}

}  // namespace

TEST_CASE("along a strap, straight or bent, fibres count millimetres from the origin, and across it the same on both faces") {
  const float bend = GENERATE(0.0F, 1.5F);
  CAPTURE(bend);
  const TriangleMesh mesh = strap(bend);
  const std::vector<glm::vec3> outward(mesh.positions.size(), glm::vec3(0.0F, 0.0F, 1.0F));
  const auto field = fibre_field(mesh, first_and_last_ring(mesh), outward);
  REQUIRE(field);
  REQUIRE(field->size() == mesh.positions.size());
  float sign = 0.0F;
  for (std::size_t v = 0; v < field->size(); ++v) {
    const float along = 100.0F * static_cast<float>(v / 32) / 50.0F;
    INFO("vertex " << v << " along " << along << " y " << mesh.positions[v].y);
    CHECK((*field)[v].x == Approx(along).margin(3.0));
    if (along < 8.0F || along > 92.0F || std::abs(mesh.positions[v].y) > 13.0F) continue;
    if (sign == 0.0F && mesh.positions[v].y > 5.0F) sign = (*field)[v].y > 0.0F ? 1.0F : -1.0F;
    if (sign != 0.0F) CHECK((*field)[v].y == Approx(sign * mesh.positions[v].y).margin(2.0));
  }
}

TEST_CASE("a piece that lacks an end gets straight fibres") {
  TriangleMesh mesh = strap(0.0F);
  FibreEnds ends = first_and_last_ring(mesh);
  const std::size_t before = mesh.positions.size();
  append(mesh, shapes::sphere(10.0F, 3, {50.0F, 0.0F, 40.0F}));
  ends.origin.resize(mesh.positions.size());
  ends.insertion.resize(mesh.positions.size());
  const auto field = fibre_field(mesh, ends, std::vector<glm::vec3>(mesh.positions.size(), glm::vec3(0.0F, 0.0F, 1.0F)));
  REQUIRE(field);
  // A ball has no room for straight lines of one length, but they all run the same way.
  for (std::size_t v = before; v + 1 < field->size(); ++v) {
    const float way = mesh.positions[v + 1].x - mesh.positions[v].x;
    if (std::abs(way) > 4.0F) CHECK(((*field)[v + 1].x - (*field)[v].x) * way > 0.0F);
  }
}

TEST_CASE("without a surface or an end there is no field, and the reason is told") {
  const TriangleMesh mesh = strap(0.0F);
  const std::vector<glm::vec3> outward(mesh.positions.size(), glm::vec3(0.0F, 0.0F, 1.0F));
  FibreEnds ends = first_and_last_ring(mesh);
  ends.insertion.assign(mesh.positions.size(), false);
  const auto field = fibre_field(mesh, ends, outward);
  REQUIRE_FALSE(field);
  CHECK(field.error().reason == "the muscle has no insertion");
  CHECK_FALSE(fibre_field(TriangleMesh{}, FibreEnds{}, {}));
  CHECK_FALSE(fibre_field(mesh, FibreEnds{}, outward));
}
