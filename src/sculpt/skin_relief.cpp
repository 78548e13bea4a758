#include "skin_relief.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <limits>

namespace dorsum::sculpt {
namespace {

constexpr float transverse_plane = 1370.0F;  // mm; through the shoulder joints: what is seen from above lies over it
constexpr float fade = 20.0F;                // mm beyond such a plane within which a relief comes up

SeenFrom seen_from(const JsonReader& value) {
  const std::string name = value.text();
  if (name == "front") return SeenFrom::front;
  if (name == "above") return SeenFrom::above;
  if (value.ok() && name != "back") value.fail("no view is called \"" + name + "\"", "say front, back or above");
  return SeenFrom::back;
}

}  // namespace

float Relief::rise_at(glm::vec3 folded) const {
  const float middle = plane.posterior + plane.slope * (folded.z - plane.height);
  const float beyond = from == SeenFrom::front  ? middle - folded.y
                       : from == SeenFrom::back ? folded.y - middle
                                                : folded.z - transverse_plane;
  if (beyond <= 0.0F) return 0.0F;
  const glm::vec2 seen(folded.x, from == SeenFrom::above ? folded.y : folded.z);
  float nearest2 = std::numeric_limits<float>::max();
  float rise = 0.0F;
  for (std::size_t i = 0; i < course.size(); ++i) {
    const glm::vec3 start = course[i], end = course[std::min(i + 1, course.size() - 1)];
    const glm::vec2 way = end - start, off = seen - glm::vec2(start);
    const float length2 = glm::dot(way, way);
    const float along = length2 > 0.0F ? glm::clamp(glm::dot(off, way) / length2, 0.0F, 1.0F) : 0.0F;
    const glm::vec2 gap = off - along * way;
    if (glm::dot(gap, gap) >= nearest2) continue;
    nearest2 = glm::dot(gap, gap);
    rise = glm::mix(start.z, end.z, along);
  }
  const float widths2 = nearest2 / (width * width);
  return widths2 > 16.0F ? 0.0F : rise * std::exp(-widths2) * glm::smoothstep(0.0F, fade, beyond);
}

std::vector<Relief> read_relief(const JsonReader& figures, const FrontalPlane& plane) {
  std::vector<Relief> reliefs;
  for (const std::string& name : figures.keys()) {
    const JsonReader item = figures.field(name);
    item.only({"seen_from", "along", "width"});
    Relief& relief = reliefs.emplace_back();
    relief.from = seen_from(item.field("seen_from"));
    relief.plane = plane;
    relief.width = static_cast<float>(item.field("width").number_in(0.5, 200.0));
    const JsonReader course = item.field("along");
    for (std::size_t i = 0; i < course.size() && course.ok(); ++i) {
      relief.course.push_back(course.at(i).vec3());
      if (course.ok() && std::abs(relief.course.back().z) > 40.0F)
        course.at(i).fail("expected a rise of at most 40 mm");
    }
    if (course.ok() && relief.course.empty()) course.fail("a relief needs a point");
  }
  return reliefs;
}

}  // namespace dorsum::sculpt
