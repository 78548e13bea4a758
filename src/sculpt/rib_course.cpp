#include "rib_course.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <glm/vec4.hpp>
#include <limits>

#include "dorsum/geometry/plane_section.h"

namespace dorsum::sculpt {
namespace {

constexpr float widest = 17.0F;  // mm from a rib's middle to its wall, at most: what is farther off is another part of it

/// The piece of a mesh's outline about a point, cut square to `forward`; where it is cut aslant, only its near part.
std::vector<glm::vec3> outline(const geometry::TriangleMesh& mesh, glm::vec3 about, glm::vec3 forward) {
  std::vector<glm::vec3> points;
  for (const geometry::CutSegment& segment : geometry::plane_section(mesh, glm::vec4(forward, -glm::dot(forward, about)))) {
    for (const float t : {0.0F, 0.25F, 0.5F, 0.75F}) {
      const glm::vec3 p = glm::mix(segment.from.position, segment.to.position, t);
      if (glm::distance(p, about) < widest) points.push_back(p);
    }
  }
  return points;
}

glm::vec3 middle_of(const std::vector<glm::vec3>& points) {
  glm::vec3 low = points.front(), high = low;
  for (const glm::vec3 p : points) {
    low = glm::min(low, p);
    high = glm::max(high, p);
  }
  return 0.5F * (low + high);
}

/// Follows a rib, and the cartilage in front of it, from a section on until it ends.
class Follower {
 public:
  Follower(const geometry::TriangleMesh& rib, const geometry::TriangleMesh* cartilage) : rib_(rib), cartilage_(cartilage) {}

  /// The sections from `from`, which is left out, in the direction `way`; `sign` tells whether that is forward.
  [[nodiscard]] std::vector<RibSection> follow(glm::vec3 from, glm::vec3 way, float sign) const {
    constexpr std::size_t most = 200;  // sections: no rib is 800 mm long
    std::vector<RibSection> found;
    for (glm::vec3 at = from; found.size() < most;) {
      const auto section = section_at(at + RibCourse::step * way, sign * way);
      if (!section) break;
      const glm::vec3 made = section->middle - at;
      if (glm::dot(made, way) < 0.3F * RibCourse::step) break;  // turned back at a blunt end
      way = glm::normalize(way + glm::normalize(made));
      at = section->middle;
      found.push_back(*section);
    }
    return found;
  }

  [[nodiscard]] std::optional<RibSection> section_at(glm::vec3 about, glm::vec3 forward) const {
    RibSection section;
    std::vector<glm::vec3> points = outline(rib_, about, forward);
    section.of_bone = !points.empty();
    if (points.empty() && cartilage_ != nullptr) points = outline(*cartilage_, about, forward);
    if (points.size() < 8) return std::nullopt;
    section.middle = middle_of(points);
    section.forward = forward;
    find_borders(section, points);
    return section;
  }

 private:
  /// Of the lower and the upper half of the outline the outermost and the innermost point, moved to the edge.
  static void find_borders(RibSection& section, const std::vector<glm::vec3>& points) {
    const glm::vec3 up = glm::normalize(glm::vec3(0.0F, 0.0F, 1.0F) - section.forward.z * section.forward);
    section.outward = glm::cross(section.forward, up);
    constexpr float far = std::numeric_limits<float>::infinity();
    float low = far, high = -far;
    for (const glm::vec3 p : points) {
      low = std::min(low, glm::dot(p - section.middle, up));
      high = std::max(high, glm::dot(p - section.middle, up));
    }
    const auto border = [&](float edge, float half) {
      float inner = far, outer = -far;
      for (const glm::vec3 p : points) {
        const float height = glm::dot(p - section.middle, up);
        if (half * height < 0.0F) continue;
        inner = std::min(inner, glm::dot(p - section.middle, section.outward));
        outer = std::max(outer, glm::dot(p - section.middle, section.outward));
      }
      const glm::vec3 on_edge = section.middle + edge * up;
      return std::pair{on_edge + outer * section.outward, on_edge + inner * section.outward};
    };
    std::tie(section.lower_outer, section.lower_inner) = border(low, -1.0F);
    std::tie(section.upper_outer, section.upper_inner) = border(high, 1.0F);
  }

  const geometry::TriangleMesh& rib_;
  const geometry::TriangleMesh* cartilage_;
};

RibSection mixed(const RibSection& a, const RibSection& b, float t) {
  RibSection section;
  section.middle = glm::mix(a.middle, b.middle, t);
  section.forward = glm::normalize(glm::mix(a.forward, b.forward, t));
  section.outward = glm::normalize(glm::mix(a.outward, b.outward, t));
  section.upper_outer = glm::mix(a.upper_outer, b.upper_outer, t);
  section.upper_inner = glm::mix(a.upper_inner, b.upper_inner, t);
  section.lower_outer = glm::mix(a.lower_outer, b.lower_outer, t);
  section.lower_inner = glm::mix(a.lower_inner, b.lower_inner, t);
  section.of_bone = t < 0.5F ? a.of_bone : b.of_bone;
  return section;
}

const geometry::TriangleMesh* find(const std::string& id, const Deeper& deeper) {
  const auto found = deeper.find(id);
  return found == deeper.end() || found->second.positions.empty() ? nullptr : &found->second;
}

}  // namespace

std::optional<RibCourse> RibCourse::of(int number, const Deeper& deeper) {
  const geometry::TriangleMesh* rib = find(fmt::format("rib-{}.R", number), deeper);
  if (rib == nullptr) return std::nullopt;
  const Follower follower(*rib, find(fmt::format("costal-cartilage-{}.R", number), deeper));
  // Every rib runs square to the midline where it reaches farthest back, so that is a safe place to begin.
  const glm::vec3 back = *std::max_element(rib->positions.begin(), rib->positions.end(),
                                           [](glm::vec3 a, glm::vec3 b) { return a.y < b.y; });
  const glm::vec3 lateral(-1.0F, 0.0F, 0.0F);
  const auto start = follower.section_at(back, lateral);
  if (!start) return std::nullopt;
  RibCourse course;
  course.sections_ = follower.follow(start->middle, -lateral, -1.0F);
  std::reverse(course.sections_.begin(), course.sections_.end());
  course.angle_ = step * static_cast<float>(course.sections_.size());
  course.sections_.push_back(*start);
  const auto front = follower.follow(start->middle, lateral, 1.0F);
  course.sections_.insert(course.sections_.end(), front.begin(), front.end());
  if (course.sections_.size() < 5) return std::nullopt;
  for (std::size_t i = 0; i < course.sections_.size(); ++i) {
    if (course.sections_[i].of_bone) course.bone_length_ = step * static_cast<float>(i);
  }
  return course;
}

RibSection RibCourse::at(float along) const {
  const float x = std::clamp(along / step, 0.0F, static_cast<float>(sections_.size() - 1));
  const auto k = std::min(static_cast<std::size_t>(x), sections_.size() - 2);
  return mixed(sections_[k], sections_[k + 1], x - static_cast<float>(k));
}

std::optional<float> RibCourse::beside(const RibSection& section) const {
  constexpr float farthest = 70.0F;  // mm from one rib to the next
  std::optional<float> found;
  float least = farthest;
  const auto ahead = [&](const RibSection& own) { return glm::dot(own.middle - section.middle, section.forward); };
  for (std::size_t i = 0; i + 1 < sections_.size(); ++i) {
    const float a = ahead(sections_[i]), b = ahead(sections_[i + 1]);
    if ((a < 0.0F) == (b < 0.0F)) continue;
    const float t = a / (a - b);
    const float away = glm::distance(glm::mix(sections_[i].middle, sections_[i + 1].middle, t), section.middle);
    if (away >= least) continue;
    least = away;
    found = step * (static_cast<float>(i) + t);
  }
  return found;
}

}  // namespace dorsum::sculpt
