#pragma once
// Points spread evenly over a surface, for measuring what part of it something holds for.

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <vector>

#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::test {

struct SurfaceSample {
  glm::vec3 position{0.0F};
  float area = 0.0F;  ///< mm2 of the surface that it stands for
};

/// Every triangle cut into n x n equal ones, so many that none is larger than `area` mm2, and their centroids.
inline std::vector<SurfaceSample> surface_samples(const geometry::TriangleMesh& mesh, float area) {
  std::vector<SurfaceSample> samples;
  for (const auto& [i, j, k] : mesh.triangles) {
    const glm::vec3 a = mesh.positions[i];
    const glm::vec3 ab = mesh.positions[j] - a;
    const glm::vec3 ac = mesh.positions[k] - a;
    const float whole = 0.5F * glm::length(glm::cross(ab, ac));
    const int n = std::max(1, static_cast<int>(std::ceil(std::sqrt(whole / area))));
    const auto parts = static_cast<float>(n);
    const auto add = [&](float u, float v) { samples.push_back({a + (u * ab + v * ac) / parts, whole / (parts * parts)}); };
    for (int u = 0; u < n; ++u) {
      for (int v = 0; u + v < n; ++v) {
        const auto at_u = static_cast<float>(u);
        const auto at_v = static_cast<float>(v);
        add(at_u + 1.0F / 3.0F, at_v + 1.0F / 3.0F);
        if (u + v + 1 < n) add(at_u + 2.0F / 3.0F, at_v + 2.0F / 3.0F);
      }
    }
  }
  return samples;
}

}  // namespace dorsum::test
