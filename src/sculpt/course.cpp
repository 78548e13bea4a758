#include "course.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

#include "catmull_rom.h"

namespace dorsum::sculpt {
namespace {

float between(float a, float b, float t) { return a + t * (b - a); }

}  // namespace

Course::Course(const std::vector<Station>& stations, glm::vec3 width_along) {
  constexpr int pieces = 12;  // between two stations
  const auto centre = [&](std::size_t k) { return stations[k].centre; };
  for (std::size_t span = 0; span + 1 < stations.size(); ++span) {
    for (int i = 0; i < pieces; ++i) {
      const float t = static_cast<float>(i) / pieces;
      add(catmull_rom(stations.size(), span, t, centre), stations[span], stations[span + 1], t);
    }
  }
  add(stations.back().centre, stations.back(), stations.back(), 0.0F);
  // The width's direction, square to the course and turned by the roll.
  for (std::size_t i = 0; i < points_.size(); ++i) {
    const glm::vec3 course =
        glm::normalize(points_[std::min(i + 1, points_.size() - 1)].position - points_[i > 0 ? i - 1 : 0].position);
    const glm::vec3 square = glm::normalize(width_along - course * glm::dot(width_along, course));
    points_[i].width = std::cos(points_[i].roll) * square + std::sin(points_[i].roll) * glm::cross(course, square);
  }
}

void Course::add(glm::vec3 position, const Station& from, const Station& to, float t) {
  const float along = points_.empty() ? 0.0F : points_.back().along + glm::distance(points_.back().position, position);
  points_.push_back({position, along, between(from.first_half_axis, to.first_half_axis, t),
                     between(from.second_half_axis, to.second_half_axis, t), between(from.roll, to.roll, t)});
}

Course::Section Course::section(float along) const {
  const auto after =
      std::find_if(points_.begin() + 1, points_.end() - 1, [&](const Point& p) { return p.along >= along; });
  const Point& a = *(after - 1);
  const Point& b = *after;
  const float t = std::clamp((along - a.along) / (b.along - a.along), 0.0F, 1.0F);
  return {a.position + t * (b.position - a.position),
          between(a.half_width, b.half_width, t) * glm::normalize(a.width + t * (b.width - a.width)),
          between(a.half_thickness, b.half_thickness, t)};
}

Course::Place Course::place(glm::vec3 p) const {
  float nearest = std::numeric_limits<float>::infinity();
  Place place;
  for (std::size_t i = 0; i + 1 < points_.size(); ++i) {
    const Point& a = points_[i];
    const Point& b = points_[i + 1];
    const glm::vec3 step = b.position - a.position;
    float t = glm::dot(p - a.position, step) / glm::dot(step, step);
    constexpr float endless = std::numeric_limits<float>::infinity();
    t = std::clamp(t, i == 0 ? -endless : 0.0F, i + 2 == points_.size() ? endless : 1.0F);
    const glm::vec3 off = p - (a.position + t * step);
    const float distance = glm::dot(off, off);
    if (distance >= nearest) continue;
    nearest = distance;
    const float part = std::clamp(t, 0.0F, 1.0F);
    place.along = between(a.along, b.along, t);
    const glm::vec3 width = glm::normalize(a.width + part * (b.width - a.width));
    place.across = glm::dot(off, width);
    place.height = glm::dot(off, glm::normalize(glm::cross(step, width)));
    place.half_width = between(a.half_width, b.half_width, part);
    place.half_thickness = between(a.half_thickness, b.half_thickness, part);
  }
  return place;
}

}  // namespace dorsum::sculpt
