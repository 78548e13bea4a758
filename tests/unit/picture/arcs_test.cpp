#include "arcs.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "../state/tiny_body.h"
#include "dorsum/state/session.h"

namespace dorsum::picture {
namespace {

using state::test::add_structure;
using state::test::blob;

/// A trunk with one trigger point whose pain is felt on its other sides and high up.
std::shared_ptr<const body::Body> body_with_far_zones() {
  body::Parts parts;
  add_structure(parts, "skin", atlas::Kind::skin, 0, "", "", blob({0, 0, 900}, {250, 130, 900}));
  add_structure(parts, "trapezius-ascending.R", atlas::Kind::muscle, 1, "trapezius", "ascending", blob({-60, 90, 1250}, {50, 8, 80}));
  parts.atlas.landmarks["spinous-process:C7"] = {{0, 90, 1400}, "given"};
  atlas::TriggerPoint point = state::test::tiny_trigger("trapezius-3", "TrP3");
  const auto area = [](const char* anchor, atlas::Face face, atlas::ZoneKind kind) {
    atlas::ReferralArea made;
    made.region = "interscapular";
    made.anchors = {anchor};
    made.radius_mm = 30.0F;
    made.face = face;
    made.kind = kind;
    return made;
  };
  point.areas = {area("off(spinous-process:C7, up=220)", atlas::Face::dorsal, atlas::ZoneKind::essential),
                 area("off(spinous-process:C7, lat=230, down=500)", atlas::Face::lateral, atlas::ZoneKind::spillover),
                 area("off(spinous-process:C7, lat=60, down=300, front=200)", atlas::Face::ventral, atlas::ZoneKind::essential)};
  parts.content.trigger_points = {point};
  parts.content.regions = {{"interscapular", "between the blades"}};
  auto built = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  if (!built) FAIL(built.error().message());
  return *built;
}

float turn(glm::vec2 a, glm::vec2 b, glm::vec2 c) { return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x); }

}  // namespace

TEST_CASE("Arcs have neither kink nor loop from any side, and end at the edge of their zone") {
  const auto body = body_with_far_zones();
  REQUIRE(body->triggers().size() == 1);
  state::Session session(body);
  REQUIRE(session.run("trigger trapezius-3.R on"));
  for (int azimuth = -180; azimuth < 180; azimuth += 20) {
    for (const float elevation : {-40.0F, 0.0F, 35.0F, 75.0F}) {
      REQUIRE(session.run({"camera", {static_cast<float>(azimuth), elevation, glm::vec3(0, 0, 1200), 2600.0F}}));
      const auto scene = make_scene(session.state(), *body, {.width = 900, .height = 900});
      std::size_t arcs = 0, dashed = 0;
      for (const drawing::Stroke& stroke : scene.strokes) {
        if (stroke.of != drawing::Stroke::Of::arc) continue;
        ++arcs;
        dashed += stroke.dash > 0.0F ? 1 : 0;
        float left = 0.0F, right = 0.0F;
        // The head takes the last three points.
        for (std::size_t i = 2; i + 3 < stroke.points.size(); ++i) {
          const float here = turn(stroke.points[i - 2].at, stroke.points[i - 1].at, stroke.points[i].at);
          (here > 0.0F ? left : right) += std::abs(here);
        }
        CAPTURE(azimuth, elevation, left, right);
        CHECK(std::min(left, right) <= 0.02F * std::max(left, right) + 0.05F);  // bends one way only
        for (const drawing::StrokePoint& point : stroke.points) CHECK(point.opacity < 0.7F);  // it has arrived and faded
      }
      CHECK(arcs == 3);
      CHECK(dashed == 1);
      // What each lands on is its zone's edge.
      for (const drawing::Stroke& stroke : scene.strokes) {
        if (stroke.of != drawing::Stroke::Of::arc) continue;
        float nearest = 1e9F;
        for (const body::Zone& zone : body->zones()) {
          // A skin as coarse as this one has zones of a vertex or none at full strength: then their middle is meant.
          nearest = std::min(nearest, glm::distance(stroke.points.back().at, glm::vec2(project(scene.camera, {.width = 900, .height = 900}, zone.centre.rest))));
          for (const body::ZoneVertex& at : zone.vertices)
            nearest = std::min(nearest, glm::distance(stroke.points.back().at, glm::vec2(project(scene.camera, {.width = 900, .height = 900}, body->mesh(0).positions[at.vertex]))));
        }
        CHECK(nearest < 2.0F);
      }
    }
  }
}

TEST_CASE("An arc that has just arrived is stronger than one that has faded") {
  const auto body = body_with_far_zones();
  state::Session session(body);
  REQUIRE(session.run("trigger trapezius-3.R on; view posterior"));
  const auto strongest = [&](const Moment& moment) {
    float most = 0.0F;
    for (const drawing::Stroke& stroke : make_scene(session.state(), *body, {.width = 900, .height = 900}, {}, nullptr, moment).strokes)
      if (stroke.of == drawing::Stroke::Of::arc)
        for (const drawing::StrokePoint& point : stroke.points) most = std::max(most, point.opacity);
    return most;
  };
  const float arriving = strongest({.growing = {{"trapezius-3.R", 1.0F}}}), half = strongest({.growing = {{"trapezius-3.R", 1.5F}}}), rests = strongest({});
  CHECK(arriving > half);
  CHECK(half > rests);
  CHECK(rests > 0.0F);
}

}  // namespace dorsum::picture
