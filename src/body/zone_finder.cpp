#include "dorsum/body/zone_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "dorsum/core/to_say.h"
#include "dorsum/core/parallel.h"
#include "dorsum/geometry/geodesics.h"
#include "dorsum/body/skin_anchor.h"
#include "skin_areas.h"

namespace dorsum::body {
namespace {

// All before scaling to the body.
constexpr float source_spacing = 4.0F;   // along a path
constexpr float zone_edge = 6.0F;        // over which a zone fades, half of it beyond the radius
constexpr float farthest_zone = 110.0F;  // from an anchor along its ray; farther is another part of the body
constexpr float patch_margin = 18.0F;    // keeps the patch's cut border away from where distances matter

float mean_edge(const geometry::TriangleMesh& mesh) {
  float sum = 0.0F;
  for (const geometry::Triangle& t : mesh.triangles) {
    for (std::size_t c = 0; c < 3; ++c) sum += glm::distance(mesh.positions[t[c]], mesh.positions[t[(c + 1) % 3]]);
  }
  return mesh.triangles.empty() ? 0.0F : sum / static_cast<float>(3 * mesh.triangles.size());
}

class ZoneFinder {
 public:
  ZoneFinder(const geometry::TriangleMesh& skin, float scale)
      : skin_(&skin), query_({&skin}), areas_(vertex_areas(skin)), scale_(scale) {}

  struct Found {
    Zone zone;
    Saying warning;
  };

  [[nodiscard]] Found find(const ZoneTask& task) const {
    Found found;
    Zone& zone = found.zone;
    zone.trigger = task.trigger;
    zone.area = task.area;
    zone.kind = task.kind;
    zone.sensation = task.sensation;
    zone.region = task.region;

    const std::vector<geometry::SurfacePoint> sources = sources_of(task, found.warning);
    if (sources.empty()) return found;
    const float radius = task.radius_mm * scale_;
    weigh(zone, sources, radius);
    measure(zone, sources);
    return found;
  }

 private:
  std::vector<geometry::SurfacePoint> sources_of(const ZoneTask& task, Saying& warning) const {
    std::vector<geometry::SurfacePoint> sources;
    std::size_t missed = 0;
    float farthest = 0.0F;
    const std::vector<glm::vec3> points = along_anchors(task.anchors, source_spacing * scale_);
    for (const glm::vec3& point : points) {
      const auto carried = carry_to_skin(query_, *skin_, point, task.direction, farthest_zone * scale_);
      if (!carried) continue;
      if (!carried->by_ray) {
        ++missed;
        farthest = std::max(farthest, carried->point.distance);
      }
      sources.push_back(carried->point);
    }
    // A point or two at the end of a path may look past the skin; more means that the area's face is wrong here.
    if (missed * 4 > points.size()) {
      warning = to_fill(
          "{point}, area {area} ({region}): {missed} of {all} points lie beside the skin seen from its face, up to {far:.0f} mm from any; the nearest "
          "skin was taken: correct its anchors or its face",
          fmt::arg("point", task.trigger), fmt::arg("area", task.area + 1), fmt::arg("region", task.region), fmt::arg("missed", missed),
          fmt::arg("all", points.size()), fmt::arg("far", farthest));
    }
    return sources;
  }

  void weigh(Zone& zone, const std::vector<geometry::SurfacePoint>& sources, float radius) const {
    const geometry::Patch patch = geometry::patch_around(*skin_, sources, 1.25F * radius + patch_margin * scale_);
    // Weights stand at vertices: an edge narrower than their spacing would be drawn ragged.
    const float half_edge = std::clamp(0.75F * mean_edge(patch.mesh), 0.5F * zone_edge * scale_,
                                       std::max(0.4F * radius, 0.5F * zone_edge * scale_));
    const auto geodesics = geometry::HeatGeodesics::prepare(patch.mesh);
    std::vector<float> distances;
    if (geodesics) distances = geodesics->distances(on_patch(sources, patch));
    std::uint32_t nearest = 0;
    float least = std::numeric_limits<float>::infinity();
    for (std::uint32_t v = 0; v < distances.size(); ++v) {
      const float weight = 1.0F - glm::smoothstep(0.0F, 2.0F * half_edge, distances[v] - (radius - half_edge));
      if (weight > 0.0F) zone.vertices.push_back({patch.original[v], weight});
      if (distances[v] < least) {
        least = distances[v];
        nearest = patch.original[v];
      }
    }
    // Skin so coarse that no vertex lies within the zone: the nearest one stands for it.
    if (zone.vertices.empty() && std::isfinite(least)) zone.vertices.push_back({nearest, 1.0F});
    std::sort(zone.vertices.begin(), zone.vertices.end(),
              [](const ZoneVertex& a, const ZoneVertex& b) { return a.vertex < b.vertex; });
  }

  /// The same points, told by the patch's triangles.
  static std::vector<geometry::SurfacePoint> on_patch(std::vector<geometry::SurfacePoint> sources,
                                                      const geometry::Patch& patch) {
    for (geometry::SurfacePoint& source : sources) {
      // A patch keeps the order of the whole mesh's triangles.
      const auto place = std::lower_bound(patch.triangle_of.begin(), patch.triangle_of.end(), source.triangle);
      source.triangle = static_cast<std::uint32_t>(place - patch.triangle_of.begin());
    }
    return sources;
  }

  void measure(Zone& zone, const std::vector<geometry::SurfacePoint>& sources) const {
    glm::dvec3 centre(0.0), facing(0.0);
    for (const auto& [vertex, weight] : zone.vertices) {
      const double share = static_cast<double>(weight) * areas_[vertex];
      zone.area_mm2 += share;
      centre += share * glm::dvec3(skin_->positions[vertex]);
      if (vertex < skin_->normals.size()) facing += share * glm::dvec3(skin_->normals[vertex]);
    }
    if (zone.area_mm2 > 0.0) centre /= zone.area_mm2;
    // The middle of an arc lies beside it: of the line that the zone was grown from, the point nearest to it is told.
    const auto nearer = [&](const geometry::SurfacePoint& a, const geometry::SurfacePoint& b) {
      return glm::distance(geometry::position_of(a, *skin_), glm::vec3(centre)) < glm::distance(geometry::position_of(b, *skin_), glm::vec3(centre));
    };
    const geometry::SurfacePoint& middle = *std::min_element(sources.begin(), sources.end(), nearer);
    zone.centre = {middle, geometry::position_of(middle, *skin_)};
    if (glm::length(facing) > 0.0) zone.facing = glm::vec3(glm::normalize(facing));
  }

  const geometry::TriangleMesh* skin_;
  geometry::SurfaceQuery query_;
  std::vector<double> areas_;
  float scale_;
};

}  // namespace

Result<FoundZones> find_zones(const geometry::TriangleMesh& skin, const std::vector<ZoneTask>& tasks, float scale,
                              const Progress& progress) {
  const ZoneFinder finder(skin, scale);
  std::vector<ZoneFinder::Found> found(tasks.size());
  const bool all = parallel_for(
      tasks.size(), [&](std::size_t i) { found[i] = finder.find(tasks[i]); },
      [&](std::size_t begun) { return progress(to_say("Finding pain zones on the skin"), static_cast<float>(begun) / static_cast<float>(tasks.size())); });
  if (!all) return bad_input({}, to_say("stopped before all pain zones were found"));
  FoundZones result;
  for (ZoneFinder::Found& one : found) {
    result.zones.push_back(std::move(one.zone));
    if (!one.warning.empty()) result.warnings.push_back(std::move(one.warning));
  }
  return result;
}

}  // namespace dorsum::body
