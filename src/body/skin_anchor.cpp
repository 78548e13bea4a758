#include "dorsum/body/skin_anchor.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace dorsum::body {

glm::vec3 toward_face(atlas::Face face, Side side) {
  switch (face) {
    case atlas::Face::dorsal:
      return {0.0F, 1.0F, 0.0F};
    case atlas::Face::ventral:
      return {0.0F, -1.0F, 0.0F};
    case atlas::Face::lateral:
      return {sign_of(side), 0.0F, 0.0F};
    case atlas::Face::medial:
      return {-sign_of(side), 0.0F, 0.0F};
    case atlas::Face::top:
      return {0.0F, 0.0F, 1.0F};
  }
  return {0.0F, 1.0F, 0.0F};
}

std::vector<glm::vec3> along_anchors(const std::vector<glm::vec3>& anchors, float spacing) {
  std::vector<glm::vec3> points;
  if (!anchors.empty()) points.push_back(anchors.front());
  for (std::size_t i = 1; i < anchors.size(); ++i) {
    const glm::vec3 step = anchors[i] - anchors[i - 1];
    const int count = std::max(1, static_cast<int>(std::ceil(glm::length(step) / spacing)));
    for (int k = 1; k <= count; ++k) {
      points.push_back(anchors[i - 1] + step * (static_cast<float>(k) / static_cast<float>(count)));
    }
  }
  return points;
}

std::optional<CarriedPoint> carry_to_skin(const geometry::SurfaceQuery& skin, const geometry::TriangleMesh& mesh,
                                          glm::vec3 anchor, glm::vec3 direction, float reach) {
  // Most anchors are inside: the skin lies ahead. One that a formula put outside has it behind.
  constexpr float least_facing = 0.05F;
  std::optional<geometry::SurfaceHit> best;
  for (const float way : {1.0F, -1.0F}) {
    const auto accept = [&](const geometry::SurfaceHit& hit) {
      return hit.distance <= reach && glm::dot(geometry::facing_of(hit, mesh), direction) > least_facing;
    };
    const auto hit = skin.first_hit(anchor, way * direction, accept);
    if (hit && (!best || hit->distance < best->distance)) best = hit;
  }
  if (best) return CarriedPoint{*best, true};
  const auto nearest = skin.closest(anchor);
  if (!nearest) return std::nullopt;
  return CarriedPoint{*nearest, false};
}

}  // namespace dorsum::body
