#include "fibres.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace dorsum::massage {
namespace {

constexpr float finger = 9.0F;  ///< mm around a place whose fibres count

/// Along the fibres on a triangle: where `across` neither rises nor falls (fibres run aslant to lines of one `along` where a
/// sheet is a fan). Zero where it doesn't change at all.
glm::vec3 along_of(const geometry::TriangleMesh& mesh, const geometry::Triangle& t) {
  const glm::vec3 &a = mesh.positions[t[0]], &b = mesh.positions[t[1]], &c = mesh.positions[t[2]];
  const float twice_area = glm::length(glm::cross(b - a, c - a));
  if (twice_area < 1e-6F) return glm::vec3(0.0F);
  return (mesh.fibre[t[0]].y * (c - b) + mesh.fibre[t[1]].y * (a - c) + mesh.fibre[t[2]].y * (b - a)) / twice_area;
}

}  // namespace

float angle_between(glm::vec3 a, glm::vec3 b) {
  return glm::degrees(std::acos(std::clamp(std::abs(glm::dot(glm::normalize(a), glm::normalize(b))), 0.0F, 1.0F)));
}

std::optional<Below> below(const Ground& ground, glm::vec3 spot, glm::vec3 normal, const std::vector<std::size_t>& structures, float reach) {
  const auto wanted = [&](std::size_t structure) { return std::find(structures.begin(), structures.end(), structure) != structures.end(); };
  const auto& surfaces = ground.stance().surfaces();
  const auto straight = surfaces.first_hit(spot + normal, -normal, [&](const geometry::SurfaceHit& hit) { return wanted(hit.mesh) && hit.distance <= reach; }, wanted);
  std::optional<Below> nearest;
  for (const std::size_t structure : structures) {
    const auto hit = surfaces.closest(spot, nearest ? nearest->hit.distance : reach, static_cast<std::uint32_t>(structure), wanted);
    if (hit && (!nearest || hit->distance < nearest->hit.distance)) nearest = Below{*hit, straight.has_value()};
  }
  return nearest;
}

std::optional<glm::vec3> fibre_direction(const Ground& ground, const geometry::SurfaceHit& at, glm::vec3 normal) {
  const geometry::TriangleMesh& mesh = ground.stance().mesh(at.mesh);
  if (mesh.fibre.size() != mesh.positions.size()) return std::nullopt;
  // Directions have no sense of their own when a muscle's two faces meet: those that look the same way add up.
  const glm::vec3 own = along_of(mesh, mesh.triangles[at.triangle]), facing = geometry::facing_of(at, mesh);
  glm::vec3 sum(0.0F);
  const float radius = finger * ground.body().scale();
  for (const geometry::Triangle& t : mesh.triangles) {
    const glm::vec3 middle = (mesh.positions[t[0]] + mesh.positions[t[1]] + mesh.positions[t[2]]) / 3.0F;
    const float away = glm::distance(middle, at.position);
    if (away > radius) continue;
    const glm::vec3 face = glm::cross(mesh.positions[t[1]] - mesh.positions[t[0]], mesh.positions[t[2]] - mesh.positions[t[0]]);
    if (glm::dot(face, facing) <= 0.0F) continue;
    sum += (1.0F - away / radius) * glm::length(face) * along_of(mesh, t);
  }
  if (glm::length(sum) < 1e-6F) sum = own;
  const glm::vec3 flat = sum - glm::dot(sum, normal) * normal;
  if (glm::length(flat) < 0.2F * glm::length(sum) || glm::length(flat) < 1e-6F) return std::nullopt;
  return glm::normalize(flat);
}

}  // namespace dorsum::massage
