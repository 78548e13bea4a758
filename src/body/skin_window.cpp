#include "dorsum/body/skin_window.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "dorsum/core/side.h"

namespace dorsum::body {
namespace {

/// One height of the window's outline, in the body frame: how far out it reaches, and how far round to the front.
struct Level {
  float height;  // z
  float reach;   // mm from the midline
  float front;   // y; the window is behind it
};

struct Outline {
  float midline = 0.0F;
  std::vector<Level> levels;  // from the top down
};

/// The mean of a landmark's two sides as (distance from the midline, y, z).
std::optional<glm::vec3> both(const atlas::Landmarks& landmarks, const std::string& name) {
  const auto right = landmarks.find(name + ":R"), left = landmarks.find(name + ":L");
  if (right == landmarks.end() || left == landmarks.end()) return std::nullopt;
  const glm::vec3 r = right->second.position, l = left->second.position;
  return glm::vec3(0.5F * (l.x - r.x), 0.5F * (l.y + r.y), 0.5F * (l.z + r.z));
}

std::optional<Outline> outline_of(const atlas::Landmarks& landmarks) {
  const auto hairline = landmarks.find("external-occipital-protuberance");
  const auto neck = both(landmarks, "transverse-process:C4"), acromion = both(landmarks, "acromial-angle"),
             fold = both(landmarks, "posterior-axillary-fold"), rib = both(landmarks, "rib-shaft:10"),
             crest = both(landmarks, "iliac-crest-top"), dimple = both(landmarks, "posterior-superior-iliac-spine");
  if (hairline == landmarks.end() || !neck || !acromion || !fold || !rib || !crest || !dimple) return std::nullopt;
  const float k = atlas::body_scale(landmarks);
  Outline outline;
  outline.midline = hairline->second.position.x;
  // Hairline, sides of the neck, backs of the shoulders, posterior axillary lines, upper buttocks.
  outline.levels = {
      {hairline->second.position.z - 18.0F * k, 42.0F * k, neck->y + 10.0F * k},
      {neck->z, neck->x + 30.0F * k, neck->y},
      {acromion->z + 22.0F * k, 0.55F * acromion->x, neck->y + 4.0F * k},
      {acromion->z, acromion->x - 8.0F * k, acromion->y - 20.0F * k},
      {fold->z, fold->x - 4.0F * k, fold->y - 22.0F * k},
      {rib->z, rib->x + 14.0F * k, rib->y + 30.0F * k},
      {crest->z, crest->x + 20.0F * k, crest->y},
      {dimple->z - 40.0F * k, crest->x - 6.0F * k, crest->y + 12.0F * k},
  };
  return outline;
}

/// The outline at a height, smooth between its levels.
Level at_height(const Outline& outline, float height) {
  const std::vector<Level>& levels = outline.levels;
  if (height >= levels.front().height) return levels.front();
  if (height <= levels.back().height) return levels.back();
  std::size_t below = 1;
  while (levels[below].height > height) ++below;
  const Level& a = levels[below - 1];
  const Level& b = levels[below];
  const float t = (a.height - height) / std::max(a.height - b.height, 1e-3F);
  const float s = t * t * (3.0F - 2.0F * t);
  return {height, a.reach + s * (b.reach - a.reach), a.front + s * (b.front - a.front)};
}

/// The lesser of two distances with a rounded corner (Quilez, polynomial smooth minimum).
float rounded_min(float a, float b, float radius) {
  const float h = std::max(radius - std::abs(a - b), 0.0F) / radius;
  return std::min(a, b) - 0.25F * h * h * radius;
}

}  // namespace

std::vector<float> skin_window(const geometry::TriangleMesh& skin, const atlas::Landmarks& landmarks) {
  std::vector<float> distance(skin.positions.size(), -1000.0F);
  const std::optional<Outline> outline = outline_of(landmarks);
  if (!outline) return distance;
  const float corner = 45.0F * atlas::body_scale(landmarks);
  for (std::size_t v = 0; v < distance.size(); ++v) {
    const glm::vec3& p = skin.positions[v];
    const Level level = at_height(*outline, p.z);
    const float aside = level.reach - std::abs(p.x - outline->midline);
    const float behind = p.y - level.front;
    const float under = outline->levels.front().height - p.z;
    const float above = p.z - outline->levels.back().height;
    distance[v] = rounded_min(rounded_min(aside, behind, corner), rounded_min(under, above, corner), corner);
  }
  return distance;
}

}  // namespace dorsum::body
