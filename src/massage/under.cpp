#include "under.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <set>

namespace dorsum::massage {
namespace {

// All before scaling to the body.
constexpr float between_looks = 15.0F;   ///< mm along the stroke
constexpr float deepest_look = 90.0F;    ///< mm: no hand is felt deeper
constexpr float least_share = 0.06F;     ///< of the looks that meet a structure which is told
constexpr float beside = 6.0F;           ///< mm that a point may lie beside the hand and still be felt at its edge

constexpr int moves_muscle = 3;          ///< the least pressure that moves the uppermost muscle; one more, the next

/// The structures that one look straight in meets, in order, up to the first bone.
std::vector<std::pair<std::size_t, float>> look(const Ground& ground, glm::vec3 spot, glm::vec3 normal, float reach) {
  const auto& structures = ground.body().atlas().structures;
  const std::size_t skin = *ground.body().skin();
  const auto hits = ground.stance().surfaces().all_hits(spot, -normal, [&](const geometry::SurfaceHit& hit) { return hit.distance <= reach; },
                                                        [&](std::size_t structure) { return structure != skin; });
  std::vector<std::pair<std::size_t, float>> met;
  for (const geometry::SurfaceHit& hit : hits) {
    if (std::any_of(met.begin(), met.end(), [&](const auto& each) { return each.first == hit.mesh; })) continue;
    // What is left before it was entered reaches above the skin here: it begins at once.
    const bool leaving = glm::dot(ground.stance().facing(hit), normal) < 0.0F;
    met.emplace_back(hit.mesh, leaving ? 0.0F : hit.distance);
    if (structures[hit.mesh].kind == atlas::Kind::bone) break;
  }
  std::stable_sort(met.begin(), met.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return met;
}

std::size_t nearest_of(const SkinLine& line, glm::vec3 place, float& away) {
  std::size_t nearest = 0;
  away = std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < line.size(); ++i) {
    // Beside the stroke, however deep.
    const glm::vec3 to = place - line.points[i];
    const float deep = -glm::dot(to, line.normals[i]), aside = glm::length(to + deep * line.normals[i]);
    if (deep < -20.0F || deep > 120.0F || aside >= away) continue;
    away = aside;
    nearest = i;
  }
  return nearest;
}

}  // namespace

void look_under(const Ground& ground, const WhereNotAreas& where_not, Stroke& stroke) {
  const body::Body& body = ground.body();
  const auto& structures = body.atlas().structures;
  const float scale = body.scale();
  const SkinLine& line = stroke.line;
  struct Sum {
    float depth = 0.0F;
    int looks = 0, reached = 0;
  };
  std::map<std::size_t, Sum> sums;
  int looks = 0;
  const auto every = std::max<std::size_t>(1, static_cast<std::size_t>(between_looks * scale / line_spacing));
  for (std::size_t i = 0; i < line.size(); i += every) {
    const glm::vec3 ahead = line.size() > 1 ? line.points[std::min(i + 1, line.size() - 1)] - line.points[i > 0 ? i - 1 : 0] : glm::vec3(0.0F, 0.0F, 1.0F);
    const glm::vec3 across = glm::normalize(glm::cross(line.normals[i], ahead) + glm::vec3(1e-6F, 0.0F, 0.0F));
    for (const float aside : {-0.3F, 0.0F, 0.3F}) {
      const auto spot = ground.nearest(line.points[i] + aside * stroke.width * across, stroke.width);
      if (!spot) continue;
      ++looks;
      int muscles = 0;
      std::set<std::string> counted;  // a muscle's parts are one layer
      for (const auto& [structure, depth] : look(ground, spot->position, line.normals[i], deepest_look * scale)) {
        Sum& sum = sums[structure];
        sum.depth += depth;
        ++sum.looks;
        const atlas::Structure& what = structures[structure];
        if (what.kind == atlas::Kind::muscle && counted.insert(what.muscle.empty() ? what.id : what.muscle).second) ++muscles;
        if (stroke.pressure[i] >= moves_muscle && muscles <= stroke.pressure[i] - moves_muscle + 1 && what.kind != atlas::Kind::bone) ++sum.reached;
      }
    }
  }
  for (const auto& [structure, sum] : sums) {
    const float share = static_cast<float>(sum.looks) / static_cast<float>(std::max(looks, 1));
    if (share < least_share) continue;
    stroke.under.push_back({structure, sum.depth / static_cast<float>(sum.looks), share, 2 * sum.reached >= sum.looks});
  }
  std::stable_sort(stroke.under.begin(), stroke.under.end(), [](const Under& a, const Under& b) { return a.depth < b.depth; });

  const std::vector<float> walked = line.walked();
  for (std::size_t t = 0; t < body.triggers().size(); ++t) {
    const body::PlacedTrigger& trigger = body.triggers()[t];
    if (stroke.side != Side::midline && trigger.side != stroke.side) continue;
    float aside = 0.0F;
    const std::size_t at = nearest_of(line, ground.stance().place(trigger.place), aside);
    if (aside > 0.5F * stroke.width + beside * scale) continue;
    const auto under = std::find_if(stroke.under.begin(), stroke.under.end(), [&](const Under& each) { return each.structure == trigger.structure(); });
    if (under == stroke.under.end()) continue;
    stroke.points.push_back({t, walked[at], aside, under->reached});
  }
  std::stable_sort(stroke.points.begin(), stroke.points.end(), [](const OnTheWay& a, const OnTheWay& b) { return a.along < b.along; });

  std::map<std::size_t, Crossing> crossings;
  for (std::size_t i = 0; i < line.size(); ++i) {
    for (const std::size_t area : where_not.at(line.on[i], ground.skin())) {
      const int allowed = most_pressure(body, where_not.areas[area], stroke.tool);
      if (stroke.pressure[i] <= allowed) continue;
      Crossing& crossing = crossings[area];
      crossing.area = area;
      crossing.allowed = allowed;
      crossing.length += line_spacing;
    }
  }
  for (const auto& [area, crossing] : crossings) stroke.crossings.push_back(crossing);
}

}  // namespace dorsum::massage
