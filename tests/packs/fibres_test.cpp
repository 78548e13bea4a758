// The fibres found on a surface between its ends, beside those that the recipes' authors gave.

#include "dorsum/body/fibres.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

#include "packs.h"

using namespace dorsum;

namespace {

/// Along the fibres on one triangle: where `across` neither rises nor falls. Zero where it doesn't change at all.
glm::dvec3 fibre_on(const geometry::TriangleMesh& mesh, const geometry::Triangle& t, const std::vector<glm::vec2>& field) {
  const glm::dvec3 a(mesh.positions[t[0]]), b(mesh.positions[t[1]]), c(mesh.positions[t[2]]);
  const glm::dvec3 normal = glm::cross(b - a, c - a);
  const double twice_area = glm::length(normal);
  if (twice_area < 1e-9) return glm::dvec3(0.0);
  // The gradient is this vector turned by a right angle about the normal; the fibre is the vector itself.
  return (static_cast<double>(field[t[0]].y) * (c - b) + static_cast<double>(field[t[1]].y) * (a - c) +
          static_cast<double>(field[t[2]].y) * (b - a)) / twice_area;
}

struct Angle {
  double degrees, area;
};

double median(std::vector<Angle> angles) {
  std::sort(angles.begin(), angles.end(), [](const Angle& a, const Angle& b) { return a.degrees < b.degrees; });
  double whole = 0.0, sum = 0.0;
  for (const Angle& angle : angles) whole += angle.area;
  for (const Angle& angle : angles) {
    sum += angle.area;
    if (sum >= 0.5 * whole) return angle.degrees;
  }
  return 90.0;
}

/// The angle between two fields on every triangle that both have a direction on; on the rims the authored one has none.
std::vector<Angle> angles_between(const geometry::TriangleMesh& mesh, const std::vector<glm::vec2>& one, const std::vector<glm::vec2>& other) {
  std::vector<Angle> angles;
  for (const geometry::Triangle& t : mesh.triangles) {
    const glm::dvec3 a = fibre_on(mesh, t, one), b = fibre_on(mesh, t, other);
    const glm::dvec3 p(mesh.positions[t[0]]);
    const double area = 0.5 * glm::length(glm::cross(glm::dvec3(mesh.positions[t[1]]) - p, glm::dvec3(mesh.positions[t[2]]) - p));
    if (glm::length(a) < 0.3 || glm::length(b) < 0.05) continue;
    const double cosine = std::min(1.0, std::abs(glm::dot(glm::normalize(a), glm::normalize(b))));
    angles.push_back({std::acos(cosine) * 180.0 / std::numbers::pi, area});
  }
  return angles;
}

/// These go to the linea alba, which is no bone: bones alone don't tell their fibres.
bool ends_on_fascia(const std::string& id) {
  return id.starts_with("external-oblique") || id.starts_with("internal-oblique") || id.starts_with("transversus-abdominis");
}

}  // namespace

TEST_CASE("on the built-in atlas the solved fibres agree with the authored ones") {
  const io::Pack& pack = test::built_in();
  std::vector<geometry::TriangleMesh> meshes = pack.meshes;
  for (std::size_t i = 0; i < meshes.size(); ++i) {
    if (pack.atlas.structures[i].kind != atlas::Kind::muscle) continue;
    meshes[i].fibre.clear();
    meshes[i].tendon.clear();
  }
  const auto notes = body::solve_fibres(pack.atlas, meshes, test::attachment_facts());
  CAPTURE(notes);
  CHECK(notes.empty());
  std::vector<double> medians;
  for (std::size_t i = 0; i < meshes.size(); ++i) {
    const atlas::Structure& structure = pack.atlas.structures[i];
    if (structure.kind != atlas::Kind::muscle || structure.side() != Side::right || ends_on_fascia(structure.id)) continue;
    REQUIRE(meshes[i].fibre.size() == meshes[i].positions.size());
    REQUIRE(meshes[i].tendon.size() == meshes[i].positions.size());
    medians.push_back(median(angles_between(meshes[i], pack.meshes[i].fibre, meshes[i].fibre)));
    fmt::print("{:30} {:5.1f} degrees\n", structure.id, medians.back());
    CAPTURE(structure.id);
    CHECK(medians.back() < 45.0);
  }
  std::sort(medians.begin(), medians.end());
  const double middle = medians[medians.size() / 2];
  fmt::print("median of {} muscles: {:.1f} degrees\n", medians.size(), middle);
  CHECK(middle <= 15.0);
}

TEST_CASE("every muscle of the real set gets fibres of a likely length, counted in millimetres, and tendons", "[real-set]") {
  const io::Pack* pack = test::imported();
  if (pack == nullptr) return;
  for (std::size_t i = 0; i < pack->meshes.size(); ++i) {
    if (pack->atlas.structures[i].kind != atlas::Kind::muscle) continue;
    CAPTURE(pack->atlas.structures[i].id);
    const geometry::TriangleMesh& mesh = pack->meshes[i];
    REQUIRE(mesh.fibre.size() == mesh.positions.size());
    REQUIRE(mesh.tendon.size() == mesh.positions.size());
    const auto by_along = [](glm::vec2 a, glm::vec2 b) { return a.x < b.x; };
    const auto [low, high] = std::minmax_element(mesh.fibre.begin(), mesh.fibre.end(), by_along);
    const geometry::Bounds box = geometry::bounds_of(mesh);
    const float diagonal = glm::distance(box.low, box.high);
    // A row of short bundles is much longer than its fibres.
    const bool in_a_row = pack->atlas.structures[i].id.find("intercostals") != std::string::npos;
    CHECK(high->x - low->x > (in_a_row ? 0.05F : 0.2F) * diagonal);
    CHECK(high->x - low->x < 1.6F * diagonal);
    double flesh = 0.0;
    for (const float tendon : mesh.tendon) flesh += tendon < 0.5F ? 1.0 : 0.0;
    CHECK(flesh > 0.1 * static_cast<double>(mesh.tendon.size()));  // scalenus medius of the real set is short and its ends are wide
  }
}
