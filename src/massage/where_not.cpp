#include "dorsum/massage/where_not.h"

#include <fmt/format.h>

#include <algorithm>

#include "dorsum/atlas/landmarks.h"
#include "dorsum/body/skin_anchor.h"
#include "dorsum/body/zone_finder.h"

namespace dorsum::massage {
namespace {

constexpr float within = 0.5F;           ///< of a zone's weight: its radius
constexpr float beside_the_body = 60.0F;  ///< mm from the skin, before scaling: no place of a hand

/// Whether a formula names a paired landmark, so that the place is one of two.
bool is_sided(const atlas::SkinArea& area) {
  return std::any_of(area.anchors.begin(), area.anchors.end(), [](const std::string& formula) {
    return formula.find(":R") != std::string::npos || formula.find("lat=") != std::string::npos || formula.find("med=") != std::string::npos;
  });
}

}  // namespace

std::shared_ptr<const WhereNotAreas> where_not_areas(const body::Body& body) {
  auto found = std::make_shared<WhereNotAreas>();
  if (!body.skin()) {
    found->warnings.emplace_back(to_say("the pack has no skin: places not to press can't be shown"));
    return found;
  }
  const auto& sites = body.content().where_not.sites;
  const geometry::SurfaceQuery skin({&body.mesh(*body.skin())});
  std::vector<body::ZoneTask> tasks;
  std::vector<WhereNotArea> areas;
  for (std::size_t s = 0; s < sites.size(); ++s) {
    for (const Side side : {Side::right, Side::left}) {
      for (std::uint32_t a = 0; a < sites[s].areas.size(); ++a) {
        const atlas::SkinArea& area = sites[s].areas[a];
        const bool sided = is_sided(area);
        if (!sided && side == Side::left) continue;
        body::ZoneTask task{with_side(sites[s].id, sided ? side : Side::midline), a, area.radius_mm, atlas::ZoneKind::essential, atlas::Sensation::pain, sites[s].name, {},
                            body::toward_face(area.face, side)};
        for (const std::string& anchor : area.anchors) {
          const auto position = atlas::evaluate(anchor, body.atlas().landmarks, side, body.scale());
          if (!position) {
            found->warnings.push_back(to_fill("{place} is left out: {why}", fmt::arg("place", task.trigger), fmt::arg("why", position.error().reason)));
            task.anchors.clear();
            break;
          }
          task.anchors.push_back(*position);
        }
        if (task.anchors.empty()) continue;
        if (std::all_of(task.anchors.begin(), task.anchors.end(), [&](glm::vec3 anchor) {
              const auto on = body::carry_to_skin(skin, body.mesh(*body.skin()), anchor, task.direction, 2.0F * beside_the_body * body.scale());
              return !on || (!on->by_ray && on->point.distance > beside_the_body * body.scale());
            })) {
          found->warnings.push_back(to_fill("{} lies beside this body's skin: it is told in the list alone", task.trigger));
          continue;
        }
        tasks.push_back(std::move(task));
        areas.push_back({s, sided ? side : Side::midline, {}});
      }
    }
  }
  auto zones = body::find_zones(body.mesh(*body.skin()), tasks, body.scale(), [](std::string_view, float) { return true; });
  found->warnings.insert(found->warnings.end(), zones->warnings.begin(), zones->warnings.end());
  found->holding.resize(body.mesh(*body.skin()).positions.size());
  for (std::size_t i = 0; i < areas.size(); ++i) {
    areas[i].skin = std::move(zones->zones[i]);
    if (areas[i].skin.vertices.empty()) continue;
    areas[i].skin.centre.on.mesh = static_cast<std::uint32_t>(*body.skin());
    for (const body::ZoneVertex& v : areas[i].skin.vertices) found->holding[v.vertex].push_back(static_cast<std::uint16_t>(found->areas.size()));
    found->areas.push_back(std::move(areas[i]));
  }
  return found;
}

std::vector<std::size_t> WhereNotAreas::at(const geometry::SurfacePoint& point, const geometry::TriangleMesh& skin) const {
  std::vector<std::size_t> in;
  const geometry::Triangle& corners = skin.triangles[point.triangle];
  std::vector<std::uint16_t> near;
  for (const std::uint32_t corner : corners) near.insert(near.end(), holding[corner].begin(), holding[corner].end());
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  for (const std::uint16_t index : near) {
    float weight = 0.0F;
    for (int c = 0; c < 3; ++c) {
      const auto& vertices = areas[index].skin.vertices;
      const std::uint32_t corner = corners[static_cast<std::size_t>(c)];
      const auto found = std::lower_bound(vertices.begin(), vertices.end(), corner, [](const body::ZoneVertex& v, std::uint32_t vertex) { return v.vertex < vertex; });
      if (found != vertices.end() && found->vertex == corner) weight += point.barycentric[c] * found->weight;
    }
    if (weight >= within) in.push_back(index);
  }
  return in;
}

int most_pressure(const body::Body& body, const WhereNotArea& area, atlas::HandTool tool) {
  const atlas::WhereNot& facts = body.content().where_not;
  const auto level = facts.levels.find(facts.sites[area.site].level);
  if (level == facts.levels.end()) return 0;
  return tool == atlas::HandTool::whole_hand ? level->second.most_with_whole_hand : level->second.most_pressure;
}

}  // namespace dorsum::massage
