#include "dorsum/body/body.h"

#include <fmt/format.h>

#include <algorithm>
#include <glm/common.hpp>

#include "dorsum/core/to_say.h"
#include "dorsum/body/posed.h"
#include "dorsum/geometry/closest_point.h"
#include "dorsum/body/skin_anchor.h"
#include "skin_areas.h"
#include "dorsum/body/zone_finder.h"

namespace dorsum::body {
namespace {

/// A formula this far from its muscle's surface, before scaling, was meant for another place.
constexpr float farthest_from_muscle = 30.0F;

/// Where a trigger point's formula puts it on its muscle, or why it can't be placed.
struct Placing {
  const atlas::Atlas& atlas;
  const std::vector<geometry::TriangleMesh>& meshes;
  float scale;

  [[nodiscard]] tl::expected<PlacedTrigger, Saying> place(const atlas::TriggerPoint& point, std::size_t index, Side side) const {
    PlacedTrigger placed;
    placed.id = with_side(point.id, side);
    placed.point = index;
    placed.side = side;
    const auto raw = atlas::evaluate(point.place_formula, atlas.landmarks, side, scale);
    if (!raw) return tl::unexpected(to_fill("{point} is left out: {why}", fmt::arg("point", placed.id), fmt::arg("why", raw.error().reason)));
    bool found = false;
    placed.distance = std::numeric_limits<float>::infinity();
    for (const std::size_t structure : atlas::structures_named(atlas, point.project_to)) {
      if (atlas.structures[structure].side() != side) continue;
      const auto nearest = geometry::closest_point(meshes[structure], *raw, placed.distance);
      if (!nearest) continue;
      found = true;
      placed.distance = nearest->distance;
      placed.place = {*nearest, nearest->position};
      placed.place.on.mesh = static_cast<std::uint32_t>(structure);
    }
    if (!found) {
      return tl::unexpected(to_fill("{point} is left out: the pack has no {muscle} on that side", fmt::arg("point", placed.id), fmt::arg("muscle", point.project_to)));
    }
    return placed;
  }
};

Result<void> check(const Parts& parts) {
  const std::size_t structures = parts.atlas.structures.size();
  if (parts.meshes.size() != structures) {
    return bad_input(to_say("body"), to_fill("{structures} structures but {meshes} meshes", fmt::arg("structures", structures), fmt::arg("meshes", parts.meshes.size())),
                     to_say("a body needs one mesh for each structure, in the same order"));
  }
  for (std::size_t i = 0; i < structures; ++i) {
    const geometry::TriangleMesh& mesh = parts.meshes[i];
    for (const geometry::Triangle& t : mesh.triangles) {
      if (std::max({t[0], t[1], t[2]}) < mesh.positions.size()) continue;
      return bad_input(parts.atlas.structures[i].id, to_say("a triangle names a vertex that the mesh doesn't have"));
    }
  }
  return {};
}

std::optional<std::size_t> skin_of(const Parts& parts) {
  const auto skin = parts.atlas.skin();
  return skin && !parts.meshes[*skin].triangles.empty() ? skin : std::nullopt;
}

/// A task for every area of every placed point whose anchors this body's landmarks give.
std::vector<ZoneTask> zone_tasks(const Parts& parts, const std::vector<PlacedTrigger>& triggers, float scale,
                                 std::vector<Saying>& warnings) {
  std::vector<ZoneTask> tasks;
  for (const PlacedTrigger& trigger : triggers) {
    const atlas::TriggerPoint& point = parts.content.trigger_points[trigger.point];
    for (std::uint32_t a = 0; a < point.areas.size(); ++a) {
      const atlas::ReferralArea& area = point.areas[a];
      ZoneTask task{trigger.id, a, area.radius_mm, area.kind, area.sensation, area.region, {}, toward_face(area.face, trigger.side)};
      Saying problem;
      for (const std::string& anchor : area.anchors) {
        const auto position = atlas::evaluate(anchor, parts.atlas.landmarks, trigger.side, scale);
        if (!position) {
          problem = position.error().reason;
          break;
        }
        task.anchors.push_back(*position);
      }
      if (problem.empty() && !task.anchors.empty()) {
        tasks.push_back(std::move(task));
      } else {
        warnings.push_back(to_fill("{point}, area {area} ({region}) is left out: {why}", fmt::arg("point", trigger.id), fmt::arg("area", a + 1),
                                   fmt::arg("region", area.region), fmt::arg("why", problem.empty() ? Saying(to_say("it has no anchor")) : problem)));
      }
    }
  }
  return tasks;
}

/// Whether zones found earlier are those of these tasks on this skin.
bool fits(const Zones& zones, const std::vector<ZoneTask>& tasks, const geometry::TriangleMesh& skin) {
  return std::equal(
      zones.begin(), zones.end(), tasks.begin(), tasks.end(), [&](const Zone& zone, const ZoneTask& task) {
        const bool in_range = std::all_of(zone.vertices.begin(), zone.vertices.end(),
                                          [&](const ZoneVertex& v) { return v.vertex < skin.positions.size(); }) &&
                              zone.centre.on.triangle < skin.triangles.size();
        return in_range && zone.trigger == task.trigger && zone.area == task.area && zone.region == task.region;
      });
}

}  // namespace

Result<std::shared_ptr<const Body>> Body::build(Parts parts, std::optional<Zones> known, const Progress& progress) {
  if (const auto good = check(parts); !good) return Failure(good.error());
  std::shared_ptr<Body> body(new Body);
  body->parts_ = std::move(parts);
  const Parts& own = body->parts_;
  body->scale_ = atlas::body_scale(own.atlas.landmarks);
  body->skin_ = skin_of(own);

  bool first = true;
  for (const geometry::TriangleMesh& mesh : own.meshes) {
    const geometry::Bounds& box = body->bounds_of_.emplace_back(geometry::bounds_of(mesh));
    if (mesh.positions.empty()) continue;
    body->bounds_ =
        first ? box : geometry::Bounds{glm::min(body->bounds_.low, box.low), glm::max(body->bounds_.high, box.high)};
    first = false;
  }
  if (!progress(to_say("Placing the trigger points"), 0.0F)) return bad_input({}, to_say("stopped before the body was built"));
  body->attachments_ = attachments_on(own.atlas, own.meshes);

  const Placing placing{own.atlas, own.meshes, body->scale_};
  for (std::size_t i = 0; i < own.content.trigger_points.size(); ++i) {
    for (const Side side : {Side::right, Side::left}) {
      auto placed = placing.place(own.content.trigger_points[i], i, side);
      if (placed) {
        if (placed->distance > farthest_from_muscle * body->scale_) {
          body->warnings_.push_back(to_fill("{point}: its place lies {far:.0f} mm from {muscle}, where its mark is put; correct place.formula or place.project_to",
                                            fmt::arg("point", placed->id), fmt::arg("far", placed->distance), fmt::arg("muscle", own.content.trigger_points[i].project_to)));
        }
        body->triggers_.push_back(std::move(*placed));
      } else {
        body->warnings_.push_back(std::move(placed.error()));
      }
    }
  }

  if (!body->skin_) {
    body->warnings_.emplace_back(to_say("the pack has no skin: pain zones can't be shown"));
    return body;
  }
  const geometry::TriangleMesh& skin = own.meshes[*body->skin_];
  body->skin_areas_ = vertex_areas(skin);
  body->skin_paths_ = std::make_unique<geometry::NearGeodesics>(skin);
  for (const SkinWindow window : {SkinWindow::back, SkinWindow::wide}) {
    body->skin_windows_[static_cast<std::size_t>(window)] = body::skin_window(skin, own.atlas.landmarks, window);
  }
  const std::vector<ZoneTask> tasks = zone_tasks(own, body->triggers_, body->scale_, body->warnings_);
  if (known && fits(*known, tasks, skin)) {
    body->zones_ = std::move(*known);
  } else {
    auto found = find_zones(skin, tasks, body->scale_, progress);
    if (!found) return Failure(found.error());
    body->zones_ = std::move(found->zones);
    body->warnings_.insert(body->warnings_.end(), found->warnings.begin(), found->warnings.end());
  }
  for (Zone& zone : body->zones_) zone.centre.on.mesh = static_cast<std::uint32_t>(*body->skin_);
  // Tasks, and so zones, stand in the order of the triggers.
  std::size_t zone = 0;
  for (PlacedTrigger& trigger : body->triggers_) {
    while (zone < body->zones_.size() && body->zones_[zone].trigger == trigger.id) trigger.zones.push_back(zone++);
    body->patterns_.push_back(pain_pattern(body->zones_, trigger.zones, body->skin_areas_));
  }
  return body;
}

const SkinRegions& Body::skin_regions() const {
  std::call_once(regions_wanted_, [this] {
    if (skin_) skin_regions_ = body::skin_regions(parts_.meshes[*skin_], parts_.atlas.landmarks, parts_.regions);
  });
  return skin_regions_;
}

const std::vector<SpineLevel>& Body::spine_levels() const {
  std::call_once(levels_wanted_, [this] { spine_levels_ = body::spine_levels(parts_.atlas.structures, parts_.meshes, parts_.atlas.landmarks); });
  return spine_levels_;
}

std::vector<Saying> Body::warnings() const {
  std::vector<Saying> all = warnings_;
  const std::vector<Saying>& of_regions = skin_regions().warnings;
  all.insert(all.end(), of_regions.begin(), of_regions.end());
  return all;
}

const geometry::SurfaceQuery& Body::surfaces() const {
  std::call_once(surfaces_wanted_, [this] {
    std::vector<const geometry::TriangleMesh*> meshes;
    for (const geometry::TriangleMesh& mesh : parts_.meshes) meshes.push_back(&mesh);
    surfaces_ = std::make_unique<geometry::SurfaceQuery>(meshes);
  });
  return *surfaces_;
}

const Result<motion::Rig>& Body::rig() const {
  std::call_once(rig_wanted_, [this] {
    rig_ = parts_.motions.motions.empty() ? Result<motion::Rig>(bad_input(parts_.atlas.name, to_say("no motions are known"))) : motion::Rig::build(parts_.atlas, parts_.meshes, parts_.motions);
  });
  return *rig_;
}

const motion::Binding* Body::binding() const {
  std::call_once(binding_wanted_, [this] {
    if (!rig()) {
      bound_ = true;
      return;
    }
    if (parts_.known_binding) binding_ = parts_.known_binding();
    if (!binding_ || !motion::fits(*binding_, parts_.meshes)) {
      binding_ = motion::bind(parts_.atlas, parts_.meshes, parts_.motions, *rig(), [](std::string_view, float) { return true; });
      if (parts_.keep_binding) parts_.keep_binding(*binding_);
    }
    bound_ = true;
  });
  return binding_ ? &*binding_ : nullptr;
}

Result<void> Body::can_do(const motion::Motion& motion) const {
  if (!rig()) return Failure(rig().error());
  return rig()->can_do(motion);
}

std::shared_ptr<const Posed> Body::posed(const motion::Pose& pose) const {
  if (pose.empty()) return nullptr;
  const std::scoped_lock lock(posed_guard_);
  std::shared_ptr<const Posed> last = last_posed_.lock();
  if (!last || last->pose() != pose) last = Posed::of(*this, pose);
  last_posed_ = last;
  return last;
}

std::span<const Attachment> Body::attachments_of(std::size_t structure) const {
  const auto is_before = [](const Attachment& attachment, std::size_t muscle) { return attachment.muscle < muscle; };
  const auto first = std::lower_bound(attachments_.begin(), attachments_.end(), structure, is_before);
  const auto end = std::lower_bound(first, attachments_.end(), structure + 1, is_before);
  return {attachments_.data() + (first - attachments_.begin()), static_cast<std::size_t>(end - first)};
}

const PlacedTrigger* Body::trigger(std::string_view id_with_side) const {
  const auto found = std::find_if(triggers_.begin(), triggers_.end(),
                                  [&](const PlacedTrigger& trigger) { return trigger.id == id_with_side; });
  return found == triggers_.end() ? nullptr : &*found;
}

}  // namespace dorsum::body
