#include "dorsum/body/reach.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <set>
#include <string>

namespace dorsum::body {

std::vector<ReachedPoint> points_in_reach(const Body& body, const Probe& probe) {
  std::set<std::string> met;
  for (const ProbedLayer& layer : probe.layers) {
    const atlas::Structure& structure = body.atlas().structures[layer.structure];
    if (!structure.muscle.empty()) met.insert(with_side(structure.muscle, structure.side()));
  }
  std::vector<ReachedPoint> reached;
  for (std::size_t i = 0; i < body.triggers().size(); ++i) {
    const PlacedTrigger& trigger = body.triggers()[i];
    const atlas::Structure& host = body.atlas().structures[trigger.structure()];
    if (!met.contains(with_side(host.muscle, host.side()))) continue;
    const glm::vec3 way = trigger.place.rest - probe.skin.rest;
    const float depth = glm::dot(way, probe.inward);
    const float aside = glm::length(way - depth * probe.inward);
    if (aside <= thumb_reach * body.scale() && depth <= probe_reach) reached.push_back({i, aside, std::max(depth, 0.0F)});
  }
  const auto unnumbered = [&](const ReachedPoint& p) {
    return body.content().trigger_points[body.triggers()[p.trigger].point].number.empty();
  };
  std::sort(reached.begin(), reached.end(), [&](const ReachedPoint& a, const ReachedPoint& b) {
    return std::pair(unnumbered(a), a.aside) < std::pair(unnumbered(b), b.aside);
  });
  return reached;
}

}  // namespace dorsum::body
