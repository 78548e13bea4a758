#include "dorsum/body/pain_pattern.h"

#include <algorithm>

namespace dorsum::body {

PainPattern pain_pattern(const Zones& zones, const std::vector<std::size_t>& which, const std::vector<double>& areas) {
  std::vector<PatternVertex> entries;
  for (const std::size_t index : which) {
    const Zone& zone = zones[index];
    if (zone.sensation == atlas::Sensation::gooseflesh) continue;
    const bool essential = zone.kind == atlas::ZoneKind::essential;
    for (const auto& [vertex, weight] : zone.vertices) {
      entries.push_back({vertex, essential ? weight : 0.0F, essential ? 0.0F : weight});
    }
  }
  std::sort(entries.begin(), entries.end(),
            [](const PatternVertex& a, const PatternVertex& b) { return a.vertex < b.vertex; });
  PainPattern pattern;
  for (const PatternVertex& entry : entries) {
    if (pattern.vertices.empty() || pattern.vertices.back().vertex != entry.vertex) {
      pattern.vertices.push_back(entry);
      continue;
    }
    PatternVertex& last = pattern.vertices.back();
    last.essential = std::max(last.essential, entry.essential);
    last.spillover = std::max(last.spillover, entry.spillover);
  }
  for (const PatternVertex& at : pattern.vertices) {
    pattern.essential_mm2 += static_cast<double>(at.essential) * areas[at.vertex];
  }
  return pattern;
}

}  // namespace dorsum::body
