#include "section_cuts.h"

#include <glm/common.hpp>

#include "dorsum/geometry/plane_section.h"

namespace dorsum::view {

std::vector<SectionCut> section_cuts(const body::Body& body, const glm::vec4& plane) {
  std::vector<SectionCut> cuts;
  const std::vector<float>& window = body.skin_window();
  for (std::size_t mesh = 0; mesh < body.meshes().size(); ++mesh) {
    const auto segments = geometry::plane_section(body.mesh(mesh), plane);
    if (segments.empty()) continue;
    const bool skin = body.skin() == mesh;
    const auto end_of = [&](const geometry::CutPoint& point) {
      const bool known = skin && point.a < window.size() && point.b < window.size();
      return glm::vec4(point.position, known ? glm::mix(window[point.a], window[point.b], point.part) : -1.0e5F);
    };
    SectionCut cut{.mesh = static_cast<std::uint32_t>(mesh), .ends = {}};
    cut.ends.reserve(segments.size() * 2);
    for (const geometry::CutSegment& segment : segments) {
      cut.ends.push_back(end_of(segment.from));
      cut.ends.push_back(end_of(segment.to));
    }
    cuts.push_back(std::move(cut));
  }
  return cuts;
}

}  // namespace dorsum::view
