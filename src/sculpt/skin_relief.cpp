#include "skin_relief.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>

namespace dorsum::sculpt {

float Relief::rise_at(glm::vec3 folded) const {
  float nearest2 = std::numeric_limits<float>::max();
  float rise = 0.0F;
  for (std::size_t i = 0; i < course.size(); ++i) {
    const glm::vec4 from = course[i], to = course[std::min(i + 1, course.size() - 1)];
    const glm::vec3 way = glm::vec3(to - from), off = folded - glm::vec3(from);
    const float length2 = glm::dot(way, way);
    const float along = length2 > 0.0F ? glm::clamp(glm::dot(off, way) / length2, 0.0F, 1.0F) : 0.0F;
    const glm::vec3 gap = off - along * way;
    if (glm::dot(gap, gap) >= nearest2) continue;
    nearest2 = glm::dot(gap, gap);
    rise = glm::mix(from.w, to.w, along);
  }
  const float widths2 = nearest2 / (width * width);
  return widths2 > 16.0F ? 0.0F : rise * std::exp(-widths2);
}

std::vector<Relief> read_relief(const JsonReader& figures) {
  std::vector<Relief> reliefs;
  for (const std::string& name : figures.keys()) {
    const JsonReader item = figures.field(name);
    item.only({"along", "width"});
    Relief& relief = reliefs.emplace_back();
    relief.width = static_cast<float>(item.field("width").number_in(0.5, 200.0));
    const JsonReader course = item.field("along");
    for (std::size_t i = 0; i < course.size() && course.ok(); ++i) {
      const auto n = course.at(i).numbers();
      if (n.size() != 4) {
        course.at(i).fail("expected 4 numbers", "write [lateral, posterior, height, rise]");
        break;
      }
      if (std::abs(n[3]) > 40.0) course.at(i).fail("expected a rise of at most 40 mm");
      relief.course.emplace_back(n[0], n[1], n[2], n[3]);
    }
    if (course.ok() && relief.course.empty()) course.fail("a relief needs a point");
  }
  return reliefs;
}

}  // namespace dorsum::sculpt
