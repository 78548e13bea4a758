#pragma once
// A body small enough to read: a skin, three parts of trapezius, a rhomboid, a vertebra, as round blobs where
// the real ones lie, with the landmarks that framing and one trigger point need.

#include <cmath>
#include <glm/geometric.hpp>
#include <stdexcept>

#include "dorsum/body/body.h"

namespace dorsum::state::test {

/// An ellipsoid of 24 x 12 quads around `centre`, closed, wound outward.
inline geometry::TriangleMesh blob(glm::vec3 centre, glm::vec3 radii) {
  constexpr int around = 24, rings = 12;
  constexpr float pi = 3.14159265F;
  geometry::TriangleMesh mesh;
  const auto add = [&](glm::vec3 unit) {
    mesh.positions.push_back(centre + unit * radii);
    mesh.normals.push_back(glm::normalize(unit / radii));
  };
  add({0, 0, 1});
  for (int ring = 1; ring < rings; ++ring) {
    const float polar = pi * static_cast<float>(ring) / rings;
    for (int step = 0; step < around; ++step) {
      const float turn = 2.0F * pi * static_cast<float>(step) / around;
      add({std::sin(polar) * std::cos(turn), std::sin(polar) * std::sin(turn), std::cos(polar)});
    }
  }
  add({0, 0, -1});
  const auto at = [](int ring, int step) {
    return static_cast<std::uint32_t>(1 + (ring - 1) * around + step % around);
  };
  const auto last = static_cast<std::uint32_t>(mesh.positions.size() - 1);
  for (int step = 0; step < around; ++step) {
    mesh.triangles.push_back({0, at(1, step), at(1, step + 1)});
    mesh.triangles.push_back({last, at(rings - 1, step + 1), at(rings - 1, step)});
    for (int ring = 1; ring + 1 < rings; ++ring) {
      mesh.triangles.push_back({at(ring, step), at(ring + 1, step), at(ring + 1, step + 1)});
      mesh.triangles.push_back({at(ring, step), at(ring + 1, step + 1), at(ring, step + 1)});
    }
  }
  return mesh;
}

inline void add_structure(body::Parts& parts, std::string id, atlas::Kind kind, int layer, std::string muscle,
                          std::string part, geometry::TriangleMesh mesh) {
  atlas::Structure structure;
  structure.id = std::move(id);
  structure.kind = kind;
  structure.layer = layer;
  structure.leaves_at = layer == atlas::deepest_layer ? atlas::never_leaves : static_cast<float>(layer + 1);
  structure.name = structure.id;
  structure.muscle = std::move(muscle);
  structure.part = std::move(part);
  parts.atlas.structures.push_back(std::move(structure));
  parts.meshes.push_back(std::move(mesh));
}

inline atlas::TriggerPoint tiny_trigger(std::string id, std::string number) {
  atlas::TriggerPoint point;
  point.id = std::move(id);
  point.muscle = "trapezius";
  point.number = std::move(number);
  point.place_formula = "off(spinous-process:C7, lat=60, down=150)";
  point.project_to = "trapezius/ascending";
  atlas::ReferralArea area;
  area.region = "interscapular";
  area.anchors = {"off(spinous-process:C7, lat=60, down=100)"};
  area.radius_mm = 40.0F;
  point.areas = {area};
  return point;
}

inline std::shared_ptr<const body::Body> build_tiny_body() {
  body::Parts parts;
  parts.atlas.name = "Tiny";
  add_structure(parts, "skin", atlas::Kind::skin, 0, "", "", blob({0, 0, 900}, {250, 130, 900}));
  for (const Side side : {Side::right, Side::left}) {
    const float x = sign_of(side);
    const auto id = [&](std::string_view base) { return with_side(base, side); };
    add_structure(parts, id("trapezius-descending"), atlas::Kind::muscle, 1, "trapezius", "descending",
                  blob({x * 60, 70, 1450}, {50, 8, 40}));
    add_structure(parts, id("trapezius-ascending"), atlas::Kind::muscle, 1, "trapezius", "ascending",
                  blob({x * 60, 90, 1250}, {50, 8, 80}));
    add_structure(parts, id("rhomboid-major"), atlas::Kind::muscle, 2, "rhomboid-major", "",
                  blob({x * 60, 75, 1300}, {40, 6, 50}));
  }
  add_structure(parts, "vertebra-T6", atlas::Kind::bone, 5, "", "", blob({0, 50, 1290}, {25, 30, 12}));
  const auto place = [&](std::string id, glm::vec3 position) {
    parts.atlas.landmarks[std::move(id)] = {position, "given"};
  };
  place("spinous-process:C7", {0, 90, 1400});
  place("spinous-process:T12", {0, 90, 1080});
  place("acromion-tip:R", {-190, 40, 1390});
  place("acromion-tip:L", {190, 40, 1390});
  place("posterior-superior-iliac-spine:R", {-40, 90, 930});
  place("posterior-superior-iliac-spine:L", {40, 90, 930});
  place("greater-trochanter:R", {-170, 0, 850});
  place("lateral-femoral-epicondyle:R", {-120, 0, 450});
  parts.content.regions = {{"suboccipital", "just under the skull at the back"},
                           {"interscapular", "between the blades"}};
  const auto seed = [](const char* formula) { return atlas::RegionSeed{atlas::Face::dorsal, {formula}, 0.0F}; };
  parts.regions.regions = {{"suboccipital", {seed("off(spinous-process:C7, up=100)")}},
                           {"interscapular", {seed("off(spinous-process:C7, down=100)")}}};
  parts.content.trigger_points = {tiny_trigger("trapezius-3", "TrP3"), tiny_trigger("trapezius-9", "")};
  atlas::Technique kneading;
  kneading.id = "kneading";
  kneading.strokes.emplace_back();
  kneading.on_muscle = atlas::OnMuscle{.way = atlas::OnMuscle::Way::press, .width_mm = 30.0F, .pressure = 2};
  parts.content.techniques = {kneading};
  parts.content.where_not.levels["never"] = {"no pressure", 0, 0};
  atlas::WhereNotSite bumps{"bumps", "The bumps of the spine", "never", "bone", "beside them", {}, {}, {}};
  bumps.areas.push_back({false, {"spinous-process:C7"}, 20.0F, atlas::Face::dorsal});
  parts.content.where_not.sites = {bumps};
  parts.atlas.lacking = {"sacrum"};
  auto body = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  if (!body) throw std::runtime_error(body.error().message());
  return *body;
}

/// One for all tests of a program.
inline const std::shared_ptr<const body::Body>& tiny_body() {
  static const std::shared_ptr<const body::Body> whole = build_tiny_body();
  return whole;
}
inline const body::Body& tiny() { return *tiny_body(); }

}  // namespace dorsum::state::test
