#include <algorithm>

#include "dorsum/picture/scene.h"
#include "dorsum/state/session.h"
#include "small_body.h"

using namespace dorsum;
using namespace dorsum::picture;

namespace {

atlas::Structure structure(const char* id, atlas::Kind kind, int layer, float leaves_at, const char* muscle, const char* part) {
  atlas::Structure made;
  made.id = made.name = id;
  made.kind = kind;
  made.layer = layer;
  made.leaves_at = leaves_at;
  made.muscle = muscle;
  made.part = part;
  return made;
}

/// A sheet of muscle on a bone that reaches 2 mm into it; its trigger point lies nearest to the sheet's deep side.
std::shared_ptr<const body::Body> sheet_on_bone() {
  body::Parts parts;
  parts.atlas.structures = {structure("trapezius-ascending.R", atlas::Kind::muscle, 1, 2.0F, "trapezius", "ascending"),
                            structure("deltoid-spinal.R", atlas::Kind::muscle, 1, 2.0F, "", ""),
                            structure("scapula.R", atlas::Kind::bone, 5, atlas::never_leaves, "", "")};
  parts.meshes = {box({-120, 60, 1100}, {-10, 70, 1400}), box({-120, 80, 1350}, {-10, 90, 1450}), box({-110, 0, 1150}, {-20, 62, 1420})};
  parts.atlas.landmarks["spinous-process:T6"] = {{-60, 61, 1200}, "given"};
  parts.atlas.landmarks["spinous-process:T5"] = {{-60, 61, 1380}, "given"};
  for (const char* level : {"T6", "T5"}) {
    atlas::TriggerPoint point;
    point.id = std::string("trapezius-") + level;
    point.muscle = "trapezius";
    point.part = "ascending";
    point.number = "TrP1";
    point.project_to = "trapezius/ascending";
    point.place_formula = std::string("spinous-process:") + level;
    parts.content.trigger_points.push_back(point);
  }
  auto built = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  REQUIRE(built);
  return *built;
}

const drawing::Marker& marker(const drawing::Scene& scene, const char* trigger) {
  const auto found = std::find_if(scene.markers.begin(), scene.markers.end(), [&](const drawing::Marker& m) { return m.trigger == trigger; });
  REQUIRE(found != scene.markers.end());
  return *found;
}

}  // namespace

TEST_CASE("A mark on the deep side of its muscle is covered neither by the muscle nor by the bone it lies on") {
  const auto body = sheet_on_bone();
  state::Session session(body);
  REQUIRE(session.run("depth 1; skin whole; markers on; view posterior"));
  const drawing::Scene scene = make_scene(session.state(), *body, {.width = 800, .height = 800});
  CHECK_FALSE(marker(scene, "trapezius-T6.R").covered);
  CHECK(marker(scene, "trapezius-T5.R").covered);  // by the deltoid over it
}

TEST_CASE("All points are marked, those that are on, or none") {
  const auto body = sheet_on_bone();
  state::Session session(body);
  const auto marked = [&](const char* script) {
    REQUIRE(session.run(script));
    return make_scene(session.state(), *body, {.width = 800, .height = 800}).markers.size();
  };
  CHECK(marked("depth 1; skin whole; trigger trapezius-T6.R on") == 1);  // rings are no part of a plate
  CHECK(marked("markers on") == 2);
  CHECK(marked("markers lit") == 1);
  CHECK(marked("markers off") == 0);
}
