#include "dorsum/geometry/triangle_mesh.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>

#include "dorsum/core/assert.h"

namespace dorsum::geometry {
namespace {

template <class T>
void append_data(std::vector<T>& whole, std::size_t whole_count, const std::vector<T>& part, std::size_t part_count) {
  if (whole.empty() && part.empty()) return;
  whole.resize(whole_count);
  whole.insert(whole.end(), part.begin(), part.end());
  whole.resize(whole_count + part_count);
}

}  // namespace

Bounds bounds_of(const TriangleMesh& mesh) {
  if (mesh.positions.empty()) return {};
  Bounds bounds{mesh.positions.front(), mesh.positions.front()};
  for (const glm::vec3& p : mesh.positions) {
    bounds.low = glm::min(bounds.low, p);
    bounds.high = glm::max(bounds.high, p);
  }
  return bounds;
}

bool within(const Bounds& a, const Bounds& b, float mm) {
  return glm::all(glm::lessThanEqual(a.low - mm, b.high)) && glm::all(glm::lessThanEqual(b.low - mm, a.high));
}

double area_of(const TriangleMesh& mesh) {
  double area = 0.0;
  for (const Triangle& t : mesh.triangles) {
    const glm::dvec3 a(mesh.positions[t[0]]), b(mesh.positions[t[1]]), c(mesh.positions[t[2]]);
    area += 0.5 * glm::length(glm::cross(b - a, c - a));
  }
  return area;
}

double signed_volume_of(const TriangleMesh& mesh) {
  if (mesh.positions.empty()) return 0.0;
  // Measured from a vertex of the mesh: exact for closed meshes anywhere, and it keeps the sums small.
  const glm::dvec3 origin(mesh.positions.front());
  double six_volumes = 0.0;
  for (const Triangle& t : mesh.triangles) {
    const glm::dvec3 a = glm::dvec3(mesh.positions[t[0]]) - origin;
    const glm::dvec3 b = glm::dvec3(mesh.positions[t[1]]) - origin;
    const glm::dvec3 c = glm::dvec3(mesh.positions[t[2]]) - origin;
    six_volumes += glm::dot(a, glm::cross(b, c));
  }
  return six_volumes / 6.0;
}

bool data_fits(const TriangleMesh& mesh) {
  const auto fits = [vertices = mesh.positions.size()](const auto& list) { return list.empty() || list.size() == vertices; };
  return fits(mesh.normals) && fits(mesh.fibre) && fits(mesh.tendon) && std::all_of(mesh.masks.begin(), mesh.masks.end(), fits);
}

void append(TriangleMesh& whole, const TriangleMesh& part) {
  assert(data_fits(whole) && data_fits(part));
  const std::size_t before = whole.positions.size();
  const std::size_t added = part.positions.size();
  append_data(whole.normals, before, part.normals, added);
  append_data(whole.fibre, before, part.fibre, added);
  append_data(whole.tendon, before, part.tendon, added);
  const std::vector<float> none;
  whole.masks.resize(std::max(whole.masks.size(), part.masks.size()), std::vector<float>(before, 0.0F));
  for (std::size_t k = 0; k < whole.masks.size(); ++k) {
    append_data(whole.masks[k], before, k < part.masks.size() ? part.masks[k] : none, added);
  }
  whole.positions.insert(whole.positions.end(), part.positions.begin(), part.positions.end());
  const auto offset = static_cast<std::uint32_t>(before);
  for (const Triangle& t : part.triangles) whole.triangles.push_back({t[0] + offset, t[1] + offset, t[2] + offset});
}

TriangleMesh mirrored(const TriangleMesh& mesh, float mirror_x) {
  assert(std::isfinite(mirror_x) && data_fits(mesh));
  TriangleMesh image = mesh;
  for (glm::vec3& p : image.positions) p.x = 2.0F * mirror_x - p.x;
  for (glm::vec3& n : image.normals) n.x = -n.x;
  for (Triangle& t : image.triangles) std::swap(t[1], t[2]);
  return image;
}

}  // namespace dorsum::geometry
