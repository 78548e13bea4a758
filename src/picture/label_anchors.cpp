#include "label_anchors.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <limits>

namespace dorsum::picture {
namespace {

constexpr std::size_t spots_each = 32;     ///< a muscle's width apart, or nearer
constexpr std::size_t most_looked_at = 500;  ///< triangles of a mesh that are thought of

/// Farthest-point sampling: each next spot is the one farthest from those before.
std::vector<AnchorSpot> spread_over(const geometry::TriangleMesh& mesh) {
  std::vector<AnchorSpot> all;
  const std::size_t stride = std::max<std::size_t>(1, mesh.triangles.size() / most_looked_at);
  for (std::size_t t = 0; t < mesh.triangles.size(); t += stride) {
    const auto& [a, b, c] = mesh.triangles[t];
    const glm::vec3 normal = glm::cross(mesh.positions[b] - mesh.positions[a], mesh.positions[c] - mesh.positions[a]);
    const float length = glm::length(normal);
    if (length <= 0.0F) continue;
    all.push_back({(mesh.positions[a] + mesh.positions[b] + mesh.positions[c]) / 3.0F, normal / length});
  }
  std::vector<AnchorSpot> chosen;
  std::vector<float> distance(all.size(), std::numeric_limits<float>::max());
  for (std::size_t next = 0; chosen.size() < std::min(spots_each, all.size());) {
    chosen.push_back(all[next]);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const glm::vec3 between = all[i].position - chosen.back().position;
      distance[i] = std::min(distance[i], glm::dot(between, between));
    }
    next = static_cast<std::size_t>(std::max_element(distance.begin(), distance.end()) - distance.begin());
    if (distance[next] <= 0.0F) break;
  }
  return chosen;
}

}  // namespace

LabelAnchors label_anchors(const body::Body& body) {
  LabelAnchors anchors;
  for (const geometry::TriangleMesh& mesh : body.meshes()) {
    anchors.spots.push_back(spread_over(mesh));
    anchors.area.push_back(static_cast<float>(geometry::area_of(mesh)));
  }
  return anchors;
}

}  // namespace dorsum::picture
