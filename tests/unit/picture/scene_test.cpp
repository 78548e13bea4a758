#include "dorsum/picture/scene.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "dorsum/picture/pick.h"
#include "dorsum/state/session.h"
#include "small_body.h"
#include "visibility.h"

namespace dorsum::picture {
namespace {

constexpr drawing::Viewport scene_viewport{.width = 400, .height = 400};

/// What of a structure is drawn: its opacity, 0 when it isn't in the scene.
float drawn(const drawing::Scene& scene, std::uint32_t mesh) {
  const auto item = std::find_if(scene.items.begin(), scene.items.end(), [mesh](const drawing::DrawItem& i) { return i.mesh == mesh; });
  return item == scene.items.end() ? 0.0F : item->opacity;
}

/// The structure met by a ray from straight behind at (x, z), or -1.
int met(const state::Session& session, float x, float z) {
  const auto found = pick(session.state(), session.body(), {{x, 1000.0F, z}, {0.0F, -1.0F, 0.0F}});
  return found ? static_cast<int>(found->structure) : -1;
}

}  // namespace

TEST_CASE("A layer is whole until half a depth before it leaves, then fades, then is gone") {
  CHECK(state::presence(2.0F, 0.0F) == 1.0F);
  CHECK(state::presence(2.0F, 1.5F) == 1.0F);
  CHECK(state::presence(2.0F, 1.75F) == Approx(0.5F));
  CHECK(state::presence(2.0F, 2.0F) == 0.0F);
  CHECK(state::presence(4.5F, 4.0F) == 1.0F);
  CHECK(state::presence(atlas::never_leaves, 5.0F) == 1.0F);
}

TEST_CASE("Each side is peeled on its own") {
  state::Session session(small_body());
  REQUIRE(session.run("depth left 2; depth right 1; skin whole"));
  const drawing::Scene scene = make_scene(session.state(), session.body(), scene_viewport);
  CHECK(drawn(scene, 1) == 1.0F);  // trapezius right
  CHECK(drawn(scene, 2) == 0.0F);  // trapezius left
  CHECK(drawn(scene, 4) == 1.0F);  // rhomboid left
  CHECK(drawn(scene, 5) == 1.0F);  // the bone
}

TEST_CASE("Closed skin is all that is drawn, and the first thing that is picked") {
  state::Session session(small_body());
  const drawing::Scene scene = make_scene(session.state(), session.body(), scene_viewport);
  REQUIRE(scene.items.size() == 1);
  CHECK(scene.items[0].material == drawing::Material::skin);
  CHECK(scene.opening.closed());
  CHECK(met(session, -60, 1250) == 0);
}

TEST_CASE("The wide window is another opening, and what is told of the skin follows it") {
  state::Session session(small_body());
  SceneMemo memo;
  REQUIRE(session.run("depth 1; section transverse 1300"));
  const drawing::Scene back = make_scene(session.state(), session.body(), scene_viewport, {}, &memo);
  REQUIRE(session.run("skin wide"));
  const drawing::Scene wide = make_scene(session.state(), session.body(), scene_viewport, {}, &memo);
  CHECK(wide.skin_scalars_version != back.skin_scalars_version);
  CHECK(wide.section_cuts != back.section_cuts);
  CHECK(wide.skin_rim != back.skin_rim);
  session.undo();
  CHECK(session.state().skin == state::SkinMode::window);
}

TEST_CASE("A pick passes through what has been taken off") {
  state::Session session(small_body());
  REQUIRE(session.run("depth 1; skin whole"));
  CHECK(met(session, -60, 1250) == 1);
  REQUIRE(session.run("depth 2"));
  CHECK(met(session, -60, 1250) == 3);
  REQUIRE(session.run("hide rhomboid-major.R"));
  CHECK(met(session, -40, 1250) == 5);
  CHECK(met(session, 60, 1250) == 4);
  REQUIRE(session.run("isolate sacrum"));
  CHECK(met(session, 60, 1250) == -1);
  CHECK(met(session, 40, 1250) == 5);
}

TEST_CASE("A section lets the ray through what it has cut away") {
  state::Session session(small_body());
  REQUIRE(session.run("depth 1; skin whole; section transverse 1300"));
  CHECK(met(session, -60, 1290) == 1);
  CHECK(met(session, -60, 1310) == -1);
  REQUIRE(session.run("section sagittal 0"));
  CHECK(met(session, -60, 1290) == 1);
  CHECK(met(session, 60, 1290) == -1);
  REQUIRE(session.run("section frontal 50"));
  CHECK(met(session, -60, 1290) != 1);  // trapezius lies behind the plane
}

TEST_CASE("A cut face is picked as what is painted there: of what lies within one another the innermost") {
  state::Session session(small_body());
  REQUIRE(session.run("section transverse 1300"));
  const auto from_above = [&session](float x, float y) {
    const auto found = pick(session.state(), session.body(), {{x, y, 2500.0F}, {0.0F, 0.0F, -1.0F}});
    if (found) CHECK(found->position.z == Approx(1300.0F));
    return found ? static_cast<int>(found->structure) : -1;
  };
  CHECK(from_above(-60, 65) == 1);   // trapezius, within the skin
  CHECK(from_above(60, 50) == 4);    // rhomboid of the left
  CHECK(from_above(0, 20) == 5);     // the bone
  CHECK(from_above(-150, 0) == 0);   // what fills the body between the structures
  CHECK(from_above(-250, 0) == -1);  // beside the body
  REQUIRE(session.run("hide trapezius-ascending.R"));
  CHECK(from_above(-60, 65) == 0);
  // From below the plane there is no face, but the body's own underside.
  const auto below = pick(session.state(), session.body(), {{0.0F, 20.0F, -500.0F}, {0.0F, 0.0F, 1.0F}});
  REQUIRE(below);
  CHECK(below->position.z == Approx(0.0F));
}

TEST_CASE("A plane of any direction cuts what lies before it") {
  state::Session session(small_body());
  // Seen from behind and above at 45 degrees, through the point (0, 65, 1250).
  REQUIRE(session.run("depth 1; skin whole; section oblique 0 45 929.8"));
  CHECK(met(session, -60, 1230) == 1);
  const auto above = pick(session.state(), session.body(), {{-60.0F, 1000.0F, 1260.0F}, {0.0F, -1.0F, 0.0F}});
  REQUIRE(above);
  CHECK(above->structure == 3);  // of trapezius what is left ends at 1250; behind it the face of the rhomboid
  CHECK(above->position.y == Approx(55.0F).margin(0.1));
}

TEST_CASE("Where the layers are drawn apart their cut faces are, too") {
  state::Session session(small_body());
  REQUIRE(session.run("depth 1; skin whole; section transverse 1300; explode 40"));
  const drawing::Scene scene = make_scene(session.state(), session.body(), scene_viewport);
  REQUIRE(scene.section_cuts);
  for (const drawing::SectionCut& cut : *scene.section_cuts) {
    const auto item = std::ranges::find_if(scene.items, [&](const drawing::DrawItem& i) { return i.mesh == cut.mesh; });
    REQUIRE(item != scene.items.end());
    const float low = std::ranges::min(cut.ends, {}, [](const glm::vec4& end) { return end.y; }).y;
    const geometry::Bounds bounds = geometry::bounds_of(session.body().mesh(cut.mesh));
    CHECK(low == Approx(bounds.low.y + item->moved.offset.y));
  }
  const auto moved = std::ranges::find_if(scene.items, [](const drawing::DrawItem& i) { return i.mesh == 1; });
  const auto found = pick(session.state(), session.body(), {{-60.0F, 65.0F + moved->moved.offset.y, 2500.0F}, {0.0F, 0.0F, -1.0F}});
  REQUIRE(found);
  CHECK(found->structure == 1);
}

TEST_CASE("The cuts kept in the memo are those that would be made anew") {
  state::Session session(small_body());
  SceneMemo memo;
  const auto same_with_memo = [&] {
    const drawing::Scene kept = make_scene(session.state(), session.body(), scene_viewport, {}, &memo);
    const drawing::Scene fresh = make_scene(session.state(), session.body(), scene_viewport);
    REQUIRE(kept.section_cuts->size() == fresh.section_cuts->size());
    for (std::size_t i = 0; i < kept.section_cuts->size(); ++i) {
      CHECK((*kept.section_cuts)[i].mesh == (*fresh.section_cuts)[i].mesh);
      CHECK((*kept.section_cuts)[i].ends == (*fresh.section_cuts)[i].ends);
    }
    return kept.section_cuts;
  };
  for (const char* script : {"skin whole; depth 1; section transverse 1300", "depth 1.7", "depth 1.8", "explode 30", "section sagittal -40", "depth 2"}) {
    REQUIRE(session.run(script));
    const auto cuts = same_with_memo();
    CHECK(same_with_memo() == cuts);  // the very same memory
  }
}

TEST_CASE("Within the lens a cut face is open, too") {
  state::Session session(small_body());
  REQUIRE(session.run("section transverse 1300; camera 0 89 -60 50 1300 900; lens at -60 65 1300 20 2"));
  const auto from_above = [&session](float x, float y) {
    const auto found = pick(session.state(), session.body(), {{x, y, 2200.0F}, {0.0F, 0.0F, -1.0F}});
    return found ? static_cast<int>(found->structure) : -1;
  };
  CHECK(from_above(-60, 65) != 1);
  CHECK(from_above(-110, 65) == 1);
}

TEST_CASE("Under x-ray the selection stays solid and what covers it lets light and pointer through") {
  state::Session session(small_body());
  REQUIRE(session.run("depth 1; skin whole; select rhomboid-major.R; xray on"));
  const drawing::Scene scene = make_scene(session.state(), session.body(), scene_viewport);
  CHECK(drawn(scene, 1) > 0.0F);
  CHECK(drawn(scene, 1) < 0.5F);
  CHECK(drawn(scene, 3) == 1.0F);
  CHECK(drawn(scene, 5) == 1.0F);
  CHECK(met(session, -60, 1250) == 3);
}

TEST_CASE("What leaves is lifted and translucent, and scrubbing back gives the same scene") {
  state::Session session(small_body());
  REQUIRE(session.run("skin whole; depth 1.75"));
  const drawing::Scene leaving = make_scene(session.state(), session.body(), scene_viewport);
  const auto item = std::find_if(leaving.items.begin(), leaving.items.end(), [](const drawing::DrawItem& i) { return i.mesh == 1; });
  REQUIRE(item != leaving.items.end());
  CHECK(item->opacity > 0.0F);
  CHECK(item->opacity < 1.0F);
  CHECK(item->moved.lift > 0.0F);
  REQUIRE(session.run("depth 3; depth 1.75"));
  const drawing::Scene again = make_scene(session.state(), session.body(), scene_viewport);
  CHECK(again.items.size() == leaving.items.size());
  CHECK(drawn(again, 1) == drawn(leaving, 1));
}

TEST_CASE("A memo changes nothing but the work") {
  state::Session session(small_body());
  SceneMemo memo;
  const drawing::Scene first = make_scene(session.state(), session.body(), scene_viewport, {}, &memo);
  const drawing::Scene second = make_scene(session.state(), session.body(), scene_viewport, {}, &memo);
  CHECK(first.skin_scalars == second.skin_scalars);  // the very same memory
  const drawing::Scene without = make_scene(session.state(), session.body(), scene_viewport);
  CHECK(*without.skin_scalars == *first.skin_scalars);
  CHECK(without.skin_scalars_version == first.skin_scalars_version);
  REQUIRE(session.run("zones off"));
  CHECK(make_scene(session.state(), session.body(), scene_viewport, {}, &memo).skin_scalars_version != first.skin_scalars_version);
}

TEST_CASE("Answers that come with the state make the same scene as those that it finds itself") {
  state::Session session(small_body());
  const drawing::Viewport small{.width = 100, .height = 100};
  REQUIRE(session.run("pain at 0 100 900 60; candidates 1; probe at 0 100 900"));
  const auto stance = state::stance_of(session.state(), session.body());
  const drawing::Scene given = make_scene(session.state(), *stance, answers::answer(session.state(), *stance), small);
  const drawing::Scene found = make_scene(session.state(), session.body(), small);
  CHECK(found.skin_patches);
  CHECK(*given.skin_scalars == *found.skin_scalars);
  CHECK(given.strokes.size() == found.strokes.size());
  CHECK(given.labels.size() == found.labels.size());
  REQUIRE(session.run("pain clear"));
  CHECK_FALSE(make_scene(session.state(), session.body(), small).skin_patches);
}

}  // namespace dorsum::picture
