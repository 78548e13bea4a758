#include "dorsum/view/pick.h"

#include <glm/geometric.hpp>

#include "visibility.h"

namespace dorsum::view {

std::optional<Pick> pick(const app::State& state, const body::Body& body, const Ray& ray) {
  const Visibility visibility(state, body);
  const auto hit = body.surfaces().first_hit(ray.origin, ray.direction,
                                             [&](const geometry::SurfacePoint& point) { return visibility.stops(point); });
  if (!hit) return std::nullopt;
  return Pick{hit->mesh, hit->position};
}

std::optional<std::string> pick_marker(const Scene& scene, Viewport viewport, glm::vec2 pixel, float reach) {
  const Marker* nearest = nullptr;
  float nearest_distance = reach;
  for (const Marker& marker : scene.markers) {
    if (marker.covered && !marker.on) continue;  // not drawn
    const glm::vec3 at = project(scene.camera, viewport, marker.position);
    const float distance = glm::distance(glm::vec2(at), pixel);
    if (at.z > 0.0F && at.z < 1.0F && distance <= nearest_distance) {
      nearest = &marker;
      nearest_distance = distance;
    }
  }
  if (nearest == nullptr) return std::nullopt;
  return nearest->trigger;
}

}  // namespace dorsum::view
