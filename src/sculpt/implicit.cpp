#include "implicit.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

namespace dorsum::sculpt {
namespace {

geometry::Bounds around(glm::vec3 centre, glm::vec3 reach) { return {centre - reach, centre + reach}; }

/// How far the corners of a turned box reach along x, y and z.
glm::vec3 reach_of(const glm::mat3& rotation, glm::vec3 half_axes) {
  return glm::abs(rotation[0]) * half_axes.x + glm::abs(rotation[1]) * half_axes.y + glm::abs(rotation[2]) * half_axes.z;
}

geometry::Bounds hull(const geometry::Bounds& a, const geometry::Bounds& b) {
  return {glm::min(a.low, b.low), glm::max(a.high, b.high)};
}

float distance_to(const geometry::Bounds& bounds, glm::vec3 point) {
  return glm::length(glm::max(glm::max(bounds.low - point, point - bounds.high), glm::vec3(0.0F)));
}

}  // namespace

float soft_union(float a, float b, float blend) {
  if (blend <= 0.0F) return std::min(a, b);
  const float overlap = std::max(blend - std::abs(a - b), 0.0F) / blend;
  return std::min(a, b) - overlap * overlap * blend * 0.25F;
}

Solid ellipsoid(glm::vec3 centre, glm::vec3 half_axes, const glm::mat3& rotation) {
  const glm::mat3 inverse = glm::transpose(rotation);
  const float least = std::min({half_axes.x, half_axes.y, half_axes.z});
  auto distance = [=](glm::vec3 point) {
    const glm::vec3 q = inverse * (point - centre);
    const float k0 = glm::length(q / half_axes);
    const float k1 = glm::length(q / (half_axes * half_axes));
    return k1 < 1e-6F ? -least : std::max(k0 * (k0 - 1.0F) / k1, -least);
  };
  return {distance, around(centre, reach_of(rotation, half_axes))};
}

Solid box(glm::vec3 centre, glm::vec3 half_axes, const glm::mat3& rotation, float edge) {
  const glm::mat3 inverse = glm::transpose(rotation);
  const glm::vec3 core = half_axes - edge;
  auto distance = [=](glm::vec3 point) {
    const glm::vec3 q = glm::abs(inverse * (point - centre)) - core;
    return glm::length(glm::max(q, glm::vec3(0.0F))) + std::min(std::max({q.x, q.y, q.z}), 0.0F) - edge;
  };
  return {distance, around(centre, reach_of(rotation, half_axes))};
}

Solid capsule(glm::vec3 from, float from_radius, glm::vec3 to, float to_radius) {
  const glm::vec3 axis = to - from;
  const float length2 = std::max(glm::dot(axis, axis), 1e-12F);
  auto distance = [=](glm::vec3 point) {
    const float along = glm::clamp(glm::dot(point - from, axis) / length2, 0.0F, 1.0F);
    return glm::distance(point, from + along * axis) - glm::mix(from_radius, to_radius, along);
  };
  return {distance, hull(around(from, glm::vec3(from_radius)), around(to, glm::vec3(to_radius)))};
}

Solid placed(const Solid& solid, glm::vec3 origin, const glm::mat3& rotation) {
  const glm::vec3 middle = 0.5F * (solid.bounds.low + solid.bounds.high);
  auto distance = [inner = solid.distance, origin, inverse = glm::transpose(rotation)](glm::vec3 point) {
    return inner(inverse * (point - origin));
  };
  return {distance, around(origin + rotation * middle, reach_of(rotation, solid.bounds.high - middle))};
}

Solid mirrored(const Solid& solid, float mirror_x) {
  geometry::Bounds bounds = solid.bounds;
  bounds.low.x = 2.0F * mirror_x - solid.bounds.high.x;
  bounds.high.x = 2.0F * mirror_x - solid.bounds.low.x;
  auto distance = [inner = solid.distance, mirror_x](glm::vec3 point) {
    point.x = 2.0F * mirror_x - point.x;
    return inner(point);
  };
  return {distance, bounds};
}

Solid joined(std::vector<Part> parts) {
  geometry::Bounds bounds = parts.front().solid.bounds;
  for (const Part& part : parts) {
    // Blends swell the joint by at most a quarter of their width.
    if (!part.carve) {
      bounds = hull(bounds, {part.solid.bounds.low - part.blend * 0.25F, part.solid.bounds.high + part.blend * 0.25F});
    }
  }
  auto distance = [parts = std::move(parts)](glm::vec3 point) {
    float d = parts.front().solid.distance(point);
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const Part& part = parts[i];
      // A part too far away to change the outcome is not asked; its box tells.
      const float least = distance_to(part.solid.bounds, point);
      if (part.carve) {
        if (least < part.blend - d) d = -soft_union(-d, part.solid.distance(point), part.blend);
      } else if (least < d + part.blend) {
        d = soft_union(d, part.solid.distance(point), part.blend);
      }
    }
    return d;
  };
  return {distance, bounds};
}

}  // namespace dorsum::sculpt
