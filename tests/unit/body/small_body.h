#pragma once
// A body small enough to know everything about: a ball of skin (radius 100 mm) around the origin, one muscle on
// each side within it, landmarks on its axes.

#include "../geometry/shapes.h"
#include "dorsum/body/body.h"
#include "dorsum/geometry/mesh_repair.h"

namespace dorsum::body::small {

inline constexpr float skin_radius = 100.0F;

inline atlas::Structure structure(const std::string& id, atlas::Kind kind, const std::string& muscle = {}) {
  atlas::Structure s;
  s.id = id;
  s.kind = kind;
  s.muscle = muscle;
  s.layer = kind == atlas::Kind::skin ? 0 : 1;
  return s;
}

inline atlas::ReferralArea area(atlas::ZoneKind kind, const std::string& region, std::vector<std::string> anchors,
                                float radius, atlas::Face face) {
  atlas::ReferralArea a;
  a.kind = kind;
  a.region = region;
  a.path = anchors.size() > 1;
  a.anchors = std::move(anchors);
  a.radius_mm = radius;
  a.face = face;
  return a;
}

inline atlas::TriggerPoint point(const std::string& id, const std::string& place,
                                 std::vector<atlas::ReferralArea> areas) {
  atlas::TriggerPoint p;
  p.id = id;
  p.muscle = "teres-major";
  p.project_to = "teres-major";
  p.place_formula = place;
  p.areas = std::move(areas);
  return p;
}

/// The scale is 1: C7 lies 470 mm above the iliac spines.
inline Parts parts(int skin_levels = 6) {
  Parts parts;
  parts.atlas.structures = {structure("skin", atlas::Kind::skin),
                            structure("teres-major.R", atlas::Kind::muscle, "teres-major"),
                            structure("teres-major.L", atlas::Kind::muscle, "teres-major")};
  parts.meshes = {geometry::shapes::sphere(skin_radius, skin_levels),
                  geometry::shapes::sphere(10.0F, 3, {-50.0F, 0.0F, 0.0F}),
                  geometry::shapes::sphere(10.0F, 3, {50.0F, 0.0F, 0.0F})};
  for (geometry::TriangleMesh& mesh : parts.meshes) geometry::compute_normals(mesh, 180.0F);
  auto& landmarks = parts.atlas.landmarks;
  landmarks["spinous-process:C7"] = {{0.0F, 0.0F, 470.0F}, "by hand"};
  landmarks["posterior-superior-iliac-spine:R"] = {{-20.0F, 0.0F, 0.0F}, "by hand"};
  landmarks["posterior-superior-iliac-spine:L"] = {{20.0F, 0.0F, 0.0F}, "by hand"};
  landmarks["acromion-tip:R"] = {{-50.0F, 0.0F, 0.0F}, "by hand"};
  landmarks["acromion-tip:L"] = {{50.0F, 0.0F, 0.0F}, "by hand"};
  landmarks["spinous-process:T6"] = {{0.0F, 20.0F, 0.0F}, "by hand"};
  parts.content.regions = {
      {"shoulder-tip", "point of the shoulder"}, {"interscapular", "between the blades"}, {"elbow", "elbow"}};
  parts.regions.regions = {{"shoulder-tip", {{atlas::Face::lateral, {"acromion-tip:R"}, 0.0F}}},
                           {"interscapular", {{atlas::Face::dorsal, {"spinous-process:T6"}, 0.0F}}},
                           {"elbow", {{atlas::Face::ventral, {"spinous-process:T6"}, 0.0F}}}};
  parts.content.trigger_points = {
      point("teres-major-1", "off(acromion-tip:R, back=30)",
            {area(atlas::ZoneKind::essential, "interscapular", {"spinous-process:T6"}, 25.0F, atlas::Face::dorsal),
             area(atlas::ZoneKind::spillover, "shoulder-tip", {"acromion-tip:R"}, 20.0F, atlas::Face::lateral)}),
      point("teres-major-2", "acromion-tip:R",
            {area(atlas::ZoneKind::essential, "shoulder-tip", {"acromion-tip:R"}, 20.0F, atlas::Face::lateral)}),
      point("teres-major-3", "acromion-tip:R",
            {area(atlas::ZoneKind::essential, "elbow", {"off(acromion-tip:R, down=30)", "off(acromion-tip:R, up=30)"},
                  12.0F, atlas::Face::ventral)})};
  return parts;
}

inline std::shared_ptr<const Body> body() { return *Body::build(parts(), std::nullopt, silent_progress()); }

}  // namespace dorsum::body::small
