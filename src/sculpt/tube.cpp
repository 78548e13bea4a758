// The tube: an elliptical section carried along a smooth course.

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <memory>

#include "catmull_rom.h"
#include "implicit.h"

namespace dorsum::sculpt {
namespace {

constexpr int steps_per_span = 6;

struct Section {
  glm::vec3 centre;
  glm::vec3 along;   // unit
  glm::vec3 first;   // unit, square to along
  glm::vec3 second;  // unit, square to both
  float a;
  float b;
};

struct SectionedTube {
  std::vector<Section> sections;
  Ends ends;
  float edge;

  float distance(glm::vec3 point) const;
};

/// First-order distance to an ellipsoid with half axes a, b and c.
float to_ellipse(glm::vec3 w, float a, float b, float c) {
  const glm::vec3 axes(a, b, c);
  const glm::vec3 scaled = w / axes;
  const float k0 = glm::length(scaled);
  const float k1 = glm::length(scaled / axes);
  const float least = -std::min(a, b);
  return k1 < 1e-6F ? least : std::max(k0 * (k0 - 1.0F) / k1, least);
}

float SectionedTube::distance(glm::vec3 point) const {
  float nearest = 1e30F;
  std::size_t span = 0;
  float along = 0.0F;
  for (std::size_t i = 0; i + 1 < sections.size(); ++i) {
    const glm::vec3 from = sections[i].centre;
    const glm::vec3 way = sections[i + 1].centre - from;
    const float t = glm::clamp(glm::dot(point - from, way) / std::max(glm::dot(way, way), 1e-12F), 0.0F, 1.0F);
    const glm::vec3 off = point - from - t * way;
    const float d2 = glm::dot(off, off);
    if (d2 < nearest) {
      nearest = d2;
      span = i;
      along = t;
    }
  }
  const Section& s0 = sections[span];
  const Section& s1 = sections[span + 1];
  const glm::vec3 tangent = glm::normalize(glm::mix(s0.along, s1.along, along));
  const glm::vec3 mixed = glm::mix(s0.first, s1.first, along);
  const glm::vec3 first = glm::normalize(mixed - tangent * glm::dot(mixed, tangent));
  const glm::vec3 second = glm::cross(tangent, first);
  const glm::vec3 off = point - glm::mix(s0.centre, s1.centre, along);
  const float a = glm::mix(s0.a, s1.a, along);
  const float b = glm::mix(s0.b, s1.b, along);
  const glm::vec3 w(glm::dot(off, first), glm::dot(off, second), glm::dot(off, tangent));
  if (ends == Ends::round) {
    const bool beyond = (span == 0 && along <= 0.0F) || (span + 2 == sections.size() && along >= 1.0F);
    return to_ellipse(beyond ? w : glm::vec3(w.x, w.y, 0.0F), a, b, std::min(a, b));
  }
  const float wall = to_ellipse({w.x, w.y, 0.0F}, a, b, 1.0F);
  const float below = -glm::dot(point - sections.front().centre, sections.front().along);
  const float above = glm::dot(point - sections.back().centre, sections.back().along);
  return -soft_union(-wall, -std::max(below, above), 2.0F * edge);
}

}  // namespace

Solid tube(const std::vector<Station>& stations, glm::vec3 reference, Ends ends, float edge) {
  auto course = std::make_shared<SectionedTube>();
  course->ends = ends;
  course->edge = edge;
  const std::size_t spans = stations.size() - 1;
  geometry::Bounds bounds{stations.front().centre, stations.front().centre};
  for (std::size_t i = 0; i <= spans * steps_per_span; ++i) {
    const std::size_t span = std::min(i / steps_per_span, spans - 1);
    const float t = static_cast<float>(i - span * steps_per_span) / steps_per_span;
    const auto mixed = [&](auto value) { return catmull_rom(stations.size(), span, t, [&](std::size_t k) { return value(stations[k]); }); };
    Section section{};
    section.centre = mixed([](const Station& s) { return s.centre; });
    section.along = glm::normalize(catmull_rom_slope(stations.size(), span, t, [&](std::size_t k) { return stations[k].centre; }));
    section.a = std::max(mixed([](const Station& s) { return s.first_half_axis; }), 0.05F);
    section.b = std::max(mixed([](const Station& s) { return s.second_half_axis; }), 0.05F);
    const float roll = mixed([](const Station& s) { return s.roll; });
    const glm::vec3 level = glm::normalize(reference - section.along * glm::dot(reference, section.along));
    section.first = std::cos(roll) * level + std::sin(roll) * glm::cross(section.along, level);
    section.second = glm::cross(section.along, section.first);
    const float reach = std::max(section.a, section.b);
    bounds.low = glm::min(bounds.low, section.centre - reach);
    bounds.high = glm::max(bounds.high, section.centre + reach);
    course->sections.push_back(section);
  }
  return {[course](glm::vec3 point) { return course->distance(point); }, bounds};
}

}  // namespace dorsum::sculpt
