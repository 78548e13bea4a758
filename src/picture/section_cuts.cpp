#include "section_cuts.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "dorsum/geometry/plane_section.h"

namespace dorsum::picture {
namespace {

bool is_cut_of(const drawing::SectionCut& cut, const drawing::DrawItem& item) { return cut.mesh == item.mesh && cut.moved == item.moved && cut.bent == item.bent; }

drawing::SectionCut cut_of(const drawing::DrawItem& item, const drawing::Scene& scene, const body::Stance& stance, const std::vector<float>& window) {
  const bool skin = stance.body().skin() == item.mesh;
  const auto end_of = [&](const geometry::CutPoint& point) {
    const bool known = skin && point.a < window.size() && point.b < window.size();
    return glm::vec4(point.position, known ? glm::mix(window[point.a], window[point.b], point.part) : -1.0e5F);
  };
  drawing::SectionCut cut{.mesh = item.mesh, .moved = item.moved, .bent = item.bent, .ends = {}};
  for (const geometry::CutSegment& segment : geometry::plane_section(stance.mesh(item.mesh), *scene.section)) {
    cut.ends.push_back(end_of(segment.from));
    cut.ends.push_back(end_of(segment.to));
  }
  return cut;
}

}  // namespace

std::vector<drawing::SectionCut> section_cuts(const drawing::Scene& scene, const body::Stance& stance, body::SkinWindow window,
                                              std::span<const drawing::SectionCut> before) {
  std::vector<drawing::SectionCut> cuts;
  cuts.reserve(scene.items.size());
  for (const drawing::DrawItem& item : scene.items) {
    const auto same = std::find_if(before.begin(), before.end(), [&](const drawing::SectionCut& cut) { return is_cut_of(cut, item); });
    cuts.push_back(same != before.end() ? *same : cut_of(item, scene, stance, stance.body().skin_window(window)));
  }
  return cuts;
}

bool are_cuts_of(const drawing::Scene& scene, std::span<const drawing::SectionCut> cuts) {
  return std::equal(cuts.begin(), cuts.end(), scene.items.begin(), scene.items.end(), is_cut_of);
}

std::optional<CutSpot> spot_of(const drawing::SectionCut& cut, const glm::vec4& plane) {
  const geometry::PlaneSheet sheet(plane);
  std::vector<glm::vec2> ends;
  ends.reserve(cut.ends.size());
  for (const glm::vec4& end : cut.ends) ends.push_back(sheet.on(glm::vec3(end)));
  // Area and middle by the shoelace formula; the sum needs no order of the segments.
  double doubled = 0.0;
  glm::dvec2 moment(0.0);
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
    const glm::dvec2 a(ends[i]), b(ends[i + 1]);
    const double cross = a.x * b.y - b.x * a.y;
    doubled += cross;
    moment += (a + b) * cross;
  }
  constexpr double least = 1.0;  // mm2: less is a graze
  if (std::abs(doubled) < 2.0 * least) return std::nullopt;
  const auto level = static_cast<float>(moment.y / (3.0 * doubled));

  std::vector<float> crossings;
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
    const glm::vec2 &a = ends[i], &b = ends[i + 1];
    if ((a.y < level) != (b.y < level)) crossings.push_back(glm::mix(a.x, b.x, (level - a.y) / (b.y - a.y)));
  }
  std::sort(crossings.begin(), crossings.end());
  float widest = 0.0F;
  glm::vec2 spot(0.0F, level);
  for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
    if (crossings[i + 1] - crossings[i] <= widest) continue;
    widest = crossings[i + 1] - crossings[i];
    spot.x = 0.5F * (crossings[i] + crossings[i + 1]);
  }
  if (widest <= 0.0F) return std::nullopt;
  return CutSpot{sheet.at(spot), static_cast<float>(std::abs(doubled) * 0.5)};
}

}  // namespace dorsum::picture
