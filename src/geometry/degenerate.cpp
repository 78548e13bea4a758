#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "dorsum/geometry/mesh_repair.h"

namespace dorsum::geometry {
namespace {

bool is_sound(const TriangleMesh& mesh, const Triangle& t, float min_area) {
  const std::size_t count = mesh.positions.size();
  if (t[0] >= count || t[1] >= count || t[2] >= count) return false;
  if (t[0] == t[1] || t[1] == t[2] || t[2] == t[0]) return false;
  const glm::dvec3 a(mesh.positions[t[0]]), b(mesh.positions[t[1]]), c(mesh.positions[t[2]]);
  const double area = 0.5 * glm::length(glm::cross(b - a, c - a));
  return std::isfinite(area) && area >= static_cast<double>(min_area);
}

}  // namespace

std::size_t drop_degenerate(TriangleMesh& mesh, float min_area) {
  const std::size_t before = mesh.triangles.size();
  std::erase_if(mesh.triangles, [&](const Triangle& t) { return !is_sound(mesh, t, min_area); });

  // Of triangles over the same three vertices, whichever way they wind, the first stays.
  struct Keyed {
    Triangle key;
    std::size_t place;
  };
  std::vector<Keyed> keyed(mesh.triangles.size());
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    keyed[i] = {mesh.triangles[i], i};
    std::sort(keyed[i].key.begin(), keyed[i].key.end());
  }
  std::sort(keyed.begin(), keyed.end(),
            [](const Keyed& a, const Keyed& b) { return a.key != b.key ? a.key < b.key : a.place < b.place; });
  std::vector<bool> repeated(mesh.triangles.size(), false);
  for (std::size_t i = 1; i < keyed.size(); ++i) {
    if (keyed[i].key == keyed[i - 1].key) repeated[keyed[i].place] = true;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
    if (!repeated[i]) mesh.triangles[kept++] = mesh.triangles[i];
  }
  mesh.triangles.resize(kept);
  return before - kept;
}

}  // namespace dorsum::geometry
