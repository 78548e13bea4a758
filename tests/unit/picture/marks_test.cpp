#include <algorithm>
#include <glm/geometric.hpp>

#include "dorsum/picture/camera.h"
#include "dorsum/picture/scene.h"
#include "dorsum/state/session.h"
#include "small_body.h"

using namespace dorsum;
using namespace dorsum::picture;

namespace {

constexpr drawing::Viewport mark_view{.width = 800, .height = 800};
const glm::vec3 right_tip(-40.0F, 40.0F, 1440.0F), left_tip(40.0F, 40.0F, 1440.0F);

/// One bone with a pair of landmarks on its back and one in the middle.
std::shared_ptr<const body::Body> bone_with_tips() {
  body::Parts parts;
  atlas::Structure bone;
  bone.id = bone.name = "sacrum";
  bone.kind = atlas::Kind::bone;
  bone.layer = 5;
  bone.leaves_at = atlas::never_leaves;
  parts.atlas.structures = {bone};
  parts.meshes = {box({-50, 0, 1000}, {50, 40, 1450})};
  parts.atlas.landmarks["acromion-tip:R"] = {right_tip, "given"};
  parts.atlas.landmarks["acromion-tip:L"] = {left_tip, "given"};
  parts.atlas.landmarks["spinous-process:C7"] = {{0, 40, 1400}, "given"};
  auto built = body::Body::build(std::move(parts), std::nullopt, silent_progress());
  REQUIRE(built);
  return *built;
}

drawing::Scene marked_after(std::string_view script, state::Session& session) {
  REQUIRE(session.run(script));
  return make_scene(session.state(), session.body(), mark_view);
}

glm::vec2 middle_of_ring(const drawing::Stroke& ring) {
  glm::vec2 low = ring.points.front().at, high = low;
  for (const drawing::StrokePoint& point : ring.points) {
    low = glm::min(low, point.at);
    high = glm::max(high, point.at);
  }
  return 0.5F * (low + high);
}

}  // namespace

TEST_CASE("a marked landmark stands where it lies, with its name; without a side, both do") {
  state::Session session(bone_with_tips());
  CHECK(marked_after("depth 5; view posterior", session).strokes.empty());
  const drawing::Scene scene = marked_after("mark acromion-tip on", session);
  REQUIRE(scene.strokes.size() == 2);
  REQUIRE(scene.labels.size() == 2);
  for (const drawing::Label& label : scene.labels) CHECK(label.lines.front().text == "point of the shoulder");
  // Ids in order: the left one first.
  for (const auto& [i, tip] : {std::pair{std::size_t{0}, left_tip}, std::pair{std::size_t{1}, right_tip}}) {
    const glm::vec2 at(drawing::project(scene.camera, mark_view, tip));
    CHECK(glm::distance(middle_of_ring(scene.strokes[i]), at) < 1.0F);
    CHECK(scene.strokes[i].points.front().opacity == 1.0F);
    CHECK(glm::distance(scene.labels[i].anchor, at) < 1.0F);
  }
  const drawing::Scene one = marked_after("mark acromion-tip:L off; mark spinous-process:C7 on", session);
  REQUIRE(one.labels.size() == 2);
  CHECK(one.labels.back().lines.front().text == "bump of the spine, C7");
  CHECK(marked_after("mark none", session).labels.empty());
}

TEST_CASE("a mark behind the body is fainter, and one that is cut away is gone") {
  state::Session session(bone_with_tips());
  const drawing::Scene scene = marked_after("depth 5; view anterior; mark spinous-process:C7 on", session);
  REQUIRE(scene.strokes.size() == 1);
  CHECK(scene.strokes.front().points.front().opacity < 1.0F);
  CHECK(marked_after("section transverse 1390", session).strokes.empty());
}

TEST_CASE("a landmark that this body has not is refused, with the nearest name") {
  state::Session session(bone_with_tips());
  const auto refused = session.run("mark acromion-tipp on");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message().find("acromion-tip") != std::string::npos);
}
