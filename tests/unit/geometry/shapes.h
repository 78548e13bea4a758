#pragma once
// Small shapes with known answers.

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <utility>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::geometry::shapes {

/// A cube of edge 2 around the origin, wound outward.
inline TriangleMesh cube() {
  TriangleMesh mesh;
  for (int i = 0; i < 8; ++i) {
    mesh.positions.emplace_back((i & 1) != 0 ? 1.0F : -1.0F, (i & 2) != 0 ? 1.0F : -1.0F, (i & 4) != 0 ? 1.0F : -1.0F);
  }
  mesh.triangles = {{0, 2, 1}, {1, 2, 3}, {4, 5, 6}, {5, 7, 6}, {0, 1, 4}, {1, 5, 4},
                    {2, 6, 3}, {3, 6, 7}, {0, 4, 2}, {2, 4, 6}, {1, 3, 5}, {3, 7, 5}};
  return mesh;
}

/// A unit square grid in the plane z = 0, from (0, 0) to (size, size), facing up.
inline TriangleMesh plane(int cells, float size) {
  TriangleMesh mesh;
  for (int y = 0; y <= cells; ++y) {
    for (int x = 0; x <= cells; ++x) {
      const auto n = static_cast<float>(cells);
      mesh.positions.emplace_back(size * static_cast<float>(x) / n, size * static_cast<float>(y) / n, 0.0F);
    }
  }
  const auto row = static_cast<std::uint32_t>(cells + 1);
  for (std::uint32_t y = 0; y + 1 < row; ++y) {
    for (std::uint32_t x = 0; x + 1 < row; ++x) {
      const std::uint32_t a = y * row + x;
      mesh.triangles.push_back({a, a + 1, a + row});
      mesh.triangles.push_back({a + 1, a + row + 1, a + row});
    }
  }
  return mesh;
}

/// An icosphere: 20 * 4^levels triangles.
inline TriangleMesh sphere(float radius, int levels, glm::vec3 centre = glm::vec3(0.0F)) {
  TriangleMesh mesh;
  const float g = (1.0F + std::sqrt(5.0F)) / 2.0F;
  mesh.positions = {{-1, g, 0},  {1, g, 0},  {-1, -g, 0}, {1, -g, 0}, {0, -1, g},  {0, 1, g},
                    {0, -1, -g}, {0, 1, -g}, {g, 0, -1},  {g, 0, 1},  {-g, 0, -1}, {-g, 0, 1}};
  mesh.triangles = {{0, 11, 5},  {0, 5, 1},  {0, 1, 7},  {0, 7, 10}, {0, 10, 11}, {1, 5, 9}, {5, 11, 4},
                    {11, 10, 2}, {10, 7, 6}, {7, 1, 8},  {3, 9, 4},  {3, 4, 2},   {3, 2, 6}, {3, 6, 8},
                    {3, 8, 9},   {4, 9, 5},  {2, 4, 11}, {6, 2, 10}, {8, 6, 7},   {9, 8, 1}};
  for (int level = 0; level < levels; ++level) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middles;
    const auto middle = [&](std::uint32_t a, std::uint32_t b) {
      const auto [it, fresh] =
          middles.try_emplace(std::minmax(a, b), static_cast<std::uint32_t>(mesh.positions.size()));
      if (fresh) mesh.positions.push_back(0.5F * (mesh.positions[a] + mesh.positions[b]));
      return it->second;
    };
    std::vector<Triangle> finer;
    for (const auto& [a, b, c] : mesh.triangles) {
      const std::uint32_t ab = middle(a, b), bc = middle(b, c), ca = middle(c, a);
      finer.insert(finer.end(), {{a, ab, ca}, {b, bc, ab}, {c, ca, bc}, {ab, bc, ca}});
    }
    mesh.triangles = std::move(finer);
    for (glm::vec3& p : mesh.positions) p = glm::normalize(p);
  }
  for (glm::vec3& p : mesh.positions) p = centre + radius * glm::normalize(p);
  return mesh;
}

/// The same surface with no two triangles sharing a vertex, as an STL file would have it.
inline TriangleMesh soup(const TriangleMesh& mesh) {
  TriangleMesh torn;
  for (const Triangle& t : mesh.triangles) {
    const auto first = static_cast<std::uint32_t>(torn.positions.size());
    for (const std::uint32_t i : t) torn.positions.push_back(mesh.positions[i]);
    torn.triangles.push_back({first, first + 1, first + 2});
  }
  return torn;
}

}  // namespace dorsum::geometry::shapes
