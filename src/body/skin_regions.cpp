#include "dorsum/body/skin_regions.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "dorsum/core/assert.h"
#include "dorsum/geometry/geodesic_voronoi.h"
#include "dorsum/body/skin_anchor.h"
#include "skin_areas.h"

namespace dorsum::body {
namespace {

// Before scaling to the body.
constexpr float seed_spacing = 6.0F;       // along a path
constexpr float farthest_region = 120.0F;  // from an anchor along its ray; farther is another part of the body
constexpr float nearby_skin = 40.0F;       // from an anchor beside the skin; farther is no skin at all

/// Finds the seeds' places on the skin.
class Sower {
 public:
  Sower(const geometry::TriangleMesh& skin, const atlas::Landmarks& landmarks, SkinRegions& regions)
      : skin_(&skin), query_({&skin}), landmarks_(&landmarks), scale_(atlas::body_scale(landmarks)), regions_(&regions) {}

  void sow(const std::string& name, std::uint16_t label, const std::vector<atlas::RegionSeed>& seeds) {
    for (std::size_t i = 0; i < seeds.size(); ++i) {
      for (const Side side : {Side::right, Side::left}) {
        const Saying problem = sow(seeds[i], label, side);
        if (!problem.empty()) {
          regions_->warnings.push_back(to_fill("region {region}, seed {seed}: {why}", fmt::arg("region", with_side(name, side)), fmt::arg("seed", i + 1), fmt::arg("why", problem)));
        }
      }
    }
  }

  [[nodiscard]] const std::vector<geometry::VoronoiSource>& sources() const { return sources_; }

 private:
  /// What went wrong, or nothing.
  Saying sow(const atlas::RegionSeed& seed, std::uint16_t label, Side side) {
    std::vector<glm::vec3> anchors;
    for (const std::string& formula : seed.anchors) {
      const auto anchor = atlas::evaluate(formula, *landmarks_, side, scale_);
      if (!anchor) return anchor.error().reason;
      anchors.push_back(*anchor);
    }
    // Where arm and trunk touch there may be no skin between them: a point that looks past the skin would land on the
    // wrong one of the two.
    std::vector<geometry::SurfaceHit> found, nearest;
    for (const glm::vec3& point : along_anchors(anchors, seed_spacing * scale_)) {
      const auto carried = carry_to_skin(query_, *skin_, point, toward_face(seed.face, side), farthest_region * scale_);
      if (!carried) continue;
      if (carried->by_ray) found.push_back(carried->point);
      if (!carried->by_ray && carried->point.distance < nearby_skin * scale_) nearest.push_back(carried->point);
    }
    for (const geometry::SurfaceHit& place : found.empty() ? nearest : found) {
      sources_.push_back({place, seed.reach_mm * scale_, label});
    }
    // With no skin near, the pack lacks that part of the body.
    if (!found.empty() || nearest.empty()) return {};
    return to_say("it lies beside the skin seen from its face; the nearest skin was taken");
  }

  const geometry::TriangleMesh* skin_;
  geometry::SurfaceQuery query_;
  const atlas::Landmarks* landmarks_;
  float scale_;
  SkinRegions* regions_;
  std::vector<geometry::VoronoiSource> sources_;
};

/// X of the body's median plane: the mean of the landmarks that lie in it.
float midline_of(const atlas::Landmarks& landmarks) {
  float sum = 0.0F, count = 0.0F;
  for (const auto& [id, landmark] : landmarks) {
    if (side_of(id) != Side::midline) continue;
    sum += landmark.position.x;
    count += 1.0F;
  }
  return count > 0.0F ? sum / count : 0.0F;
}

/// Pieces that hold no seed (an eye's ball, a speck) go with the skin next to them.
void settle_islands(const geometry::TriangleMesh& skin, std::vector<std::uint32_t>& labels) {
  geometry::TriangleMesh settled;
  settled.positions = skin.positions;
  for (const geometry::Triangle& t : skin.triangles) {
    if (std::none_of(t.begin(), t.end(), [&](std::uint32_t v) { return labels[v] == geometry::unreached; })) {
      settled.triangles.push_back(t);
    }
  }
  const geometry::SurfaceQuery query({&settled});
  for (std::size_t v = 0; v < labels.size(); ++v) {
    if (labels[v] != geometry::unreached) continue;
    const auto nearest = query.closest(skin.positions[v]);
    labels[v] = nearest ? labels[settled.triangles[nearest->triangle][0]] : elsewhere;
  }
}

}  // namespace

std::optional<std::uint16_t> SkinRegions::index_of(std::string_view name) const {
  const auto found = std::lower_bound(names.begin(), names.end(), name);
  if (found == names.end() || *found != name) return std::nullopt;
  return static_cast<std::uint16_t>(found - names.begin());
}

SkinRegions skin_regions(const geometry::TriangleMesh& skin, const atlas::Landmarks& landmarks,
                         const atlas::RegionDefinitions& definitions) {
  SkinRegions regions;
  Sower sower(skin, landmarks, regions);
  for (const auto& [name, seeds] : definitions.regions) {
    sower.sow(name, static_cast<std::uint16_t>(regions.names.size()), seeds);
    regions.names.push_back(name);
  }
  sower.sow("elsewhere", elsewhere, definitions.elsewhere);
  std::vector<std::uint32_t> labels = geometry::geodesic_voronoi(skin, sower.sources());
  if (std::find(labels.begin(), labels.end(), geometry::unreached) != labels.end()) settle_islands(skin, labels);

  regions.midline = midline_of(landmarks);
  std::vector<bool> found(regions.names.size(), false);
  for (std::size_t v = 0; v < labels.size(); ++v) {
    regions.region.push_back(static_cast<std::uint16_t>(labels[v]));
    regions.side.push_back(skin.positions[v].x < regions.midline ? Side::right : Side::left);
    if (labels[v] < found.size()) found[labels[v]] = true;
  }
  for (std::size_t r = 0; r < found.size(); ++r) {
    if (!found[r]) regions.warnings.push_back(to_fill("this skin has no {}", regions.names[r]));
  }
  return regions;
}

std::vector<atlas::SurfaceRegion> measured_regions(const geometry::TriangleMesh& skin, const SkinRegions& regions) {
  assert(regions.region.size() == skin.positions.size() && regions.side.size() == skin.positions.size());
  struct Patch {
    double area = 0.0;
    glm::dvec3 middle{0.0};
  };
  std::map<std::string, Patch> patches;
  const std::vector<double> areas = vertex_areas(skin);
  for (std::size_t v = 0; v < regions.region.size(); ++v) {
    if (regions.region[v] == elsewhere) continue;
    Patch& patch = patches[with_side(regions.names[regions.region[v]], regions.side[v])];
    patch.area += areas[v];
    patch.middle += areas[v] * glm::dvec3(skin.positions[v]);
  }
  const geometry::SurfaceQuery query({&skin});
  std::vector<atlas::SurfaceRegion> measured;
  for (const auto& [id, patch] : patches) {
    if (!(patch.area > 0.0)) continue;
    const glm::vec3 middle(patch.middle / patch.area);
    const auto on_skin = query.closest(middle);
    measured.push_back({id, patch.area, on_skin ? on_skin->position : middle});
  }
  return measured;
}

void measure_regions(atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes,
                     const atlas::RegionDefinitions& definitions) {
  const auto skin = atlas.skin();
  if (!skin || *skin >= meshes.size() || meshes[*skin].triangles.empty()) return;
  atlas.regions = measured_regions(meshes[*skin], skin_regions(meshes[*skin], atlas.landmarks, definitions));
}

}  // namespace dorsum::body
