#include "label_anchors.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <limits>

namespace dorsum::picture {
namespace {

constexpr std::size_t spots_each = 32;     ///< a muscle's width apart, or nearer
constexpr std::size_t most_looked_at = 500;  ///< triangles of a mesh that are thought of

/// Farthest-point sampling: each next spot is the one farthest from those before.
std::vector<body::Place> spread_over(const geometry::TriangleMesh& mesh, std::uint32_t structure) {
  std::vector<body::Place> all;
  const std::size_t stride = std::max<std::size_t>(1, mesh.triangles.size() / most_looked_at);
  for (std::size_t t = 0; t < mesh.triangles.size(); t += stride) {
    const auto& [a, b, c] = mesh.triangles[t];
    const geometry::SurfacePoint middle{.mesh = structure, .triangle = static_cast<std::uint32_t>(t), .barycentric = glm::vec3(1.0F / 3.0F)};
    if (geometry::facing_of(middle, mesh) == glm::vec3(0.0F)) continue;
    all.push_back({middle, (mesh.positions[a] + mesh.positions[b] + mesh.positions[c]) / 3.0F});
  }
  std::vector<body::Place> chosen;
  std::vector<float> distance(all.size(), std::numeric_limits<float>::max());
  for (std::size_t next = 0; chosen.size() < std::min(spots_each, all.size());) {
    chosen.push_back(all[next]);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const glm::vec3 between = all[i].rest - chosen.back().rest;
      distance[i] = std::min(distance[i], glm::dot(between, between));
    }
    next = static_cast<std::size_t>(std::max_element(distance.begin(), distance.end()) - distance.begin());
    if (distance[next] <= 0.0F) break;
  }
  return chosen;
}

/// In one line down the middle, though bones stray from it by a few millimetres.
std::vector<LevelSpot> levels_of(const body::Body& body) {
  constexpr std::string_view process = "spinous-process:";
  const atlas::Landmarks& landmarks = body.atlas().landmarks;
  const auto seventh = landmarks.find("spinous-process:C7");
  const float middle = seventh != landmarks.end() ? seventh->second.position.x : 0.0F;
  std::vector<LevelSpot> levels;
  for (const auto& [id, landmark] : landmarks) {
    if (!id.starts_with(process)) continue;
    const std::string level = id.substr(process.size());
    if (level == "S2" || level == "S3" || level == "S4") continue;  // one bone
    const glm::vec3 tip(middle, landmark.position.y, landmark.position.z);
    const auto vertebra = body.atlas().index_of(level == "S1" ? "sacrum" : "vertebra-" + level);
    std::optional<std::uint32_t> bone;
    if (vertebra) bone = static_cast<std::uint32_t>(*vertebra);
    const auto on = body.surfaces().closest(tip, std::numeric_limits<float>::infinity(), bone);
    if (on) levels.push_back({level, {*on, tip}});
  }
  return levels;
}

}  // namespace

LabelAnchors label_anchors(const body::Body& body) {
  LabelAnchors anchors;
  for (std::size_t i = 0; i < body.meshes().size(); ++i) {
    anchors.spots.push_back(spread_over(body.mesh(i), static_cast<std::uint32_t>(i)));
    anchors.area.push_back(static_cast<float>(geometry::area_of(body.mesh(i))));
  }
  anchors.levels = levels_of(body);
  return anchors;
}

}  // namespace dorsum::picture
