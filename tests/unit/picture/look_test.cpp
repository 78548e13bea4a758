// Lens, exploded view, parallel sight, the probe and arcs, on a body of boxes.

#include <algorithm>
#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "dorsum/picture/pick.h"
#include "dorsum/picture/scene.h"
#include "dorsum/state/session.h"
#include "dorsum/state/standpoint.h"
#include "small_body.h"

namespace dorsum::picture {
namespace {

constexpr drawing::Viewport look_viewport{.width = 800, .height = 800};

struct Seen {
  state::State state;
  drawing::Scene scene;
};
Seen seen_after(const char* script) {
  state::Session session(small_body());
  REQUIRE(session.run(script));
  return {session.state(), make_scene(session.state(), session.body(), look_viewport)};
}

std::string picked_at(const Seen& seen, glm::vec3 point) {
  const glm::vec3 at = project(seen.scene.camera, look_viewport, point);
  const auto found = pick(seen.state, *small_body(), ray_under(seen.state.camera, look_viewport, glm::vec2(at)));
  return found ? small_body()->atlas().structures[found->structure].id : "";
}

const drawing::DrawItem* item_of(const drawing::Scene& scene, std::uint32_t mesh) {
  const auto found = std::ranges::find(scene.items, mesh, &drawing::DrawItem::mesh);
  return found == scene.items.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("Through the lens one sees and picks what lies deeper, beside it what lies outside") {
  const Seen seen = seen_after("view posterior; lens at -65 60 1275 30 3");
  REQUIRE(seen.scene.lens);
  CHECK(seen.scene.lens->holds({-65, 50, 1275}));
  CHECK_FALSE(seen.scene.lens->holds({-110, 50, 1275}));
  // Depth 3 within: skin, trapezius and rhomboid are gone there.
  CHECK(picked_at(seen, {-40, 45, 1275}) == "sacrum");
  CHECK(picked_at(seen, {-110, 60, 1275}) == "skin");
  for (const std::uint32_t opened : {0U, 1U, 2U, 3U, 4U}) CHECK(item_of(seen.scene, opened)->outside_lens);
  CHECK_FALSE(item_of(seen.scene, 5)->outside_lens);
  const Seen shallow = seen_after("view posterior; lens at -65 60 1275 30 2");
  CHECK(picked_at(shallow, {-65, 55, 1275}) == "rhomboid-major.R");
}

TEST_CASE("A lens's rim is a circle around its centre") {
  const Seen seen = seen_after("view posterior; lens at -65 60 1275 30 3");
  REQUIRE(seen.scene.strokes.size() == 1);
  const glm::vec2 centre(project(seen.scene.camera, look_viewport, {-65, 60, 1275}));
  const float radius = glm::distance(seen.scene.strokes[0].points.front().at, centre);
  CHECK(radius > 5.0F);
  for (const drawing::StrokePoint& point : seen.scene.strokes[0].points) CHECK(glm::distance(point.at, centre) == Approx(radius).epsilon(0.01));
}

TEST_CASE("Drawn apart, outer layers stand farther back, and are picked where they are drawn") {
  const Seen together = seen_after("skin whole; depth 1; view left");
  for (const drawing::DrawItem& item : together.scene.items) CHECK(item.moved.offset == glm::vec3(0.0F));
  const Seen apart = seen_after("skin whole; depth 1; explode 50; view left");
  CHECK(item_of(apart.scene, 5)->moved.offset.y == 0.0F);
  const float deep = item_of(apart.scene, 4)->moved.offset.y, outer = item_of(apart.scene, 2)->moved.offset.y;
  CHECK(deep > 0.0F);
  CHECK(outer == Approx(deep + 50.0F));
  CHECK(picked_at(apart, glm::vec3(120, 65, 1250) + item_of(apart.scene, 2)->moved.offset) == "trapezius-ascending.L");
  CHECK(picked_at(apart, glm::vec3(100, 50, 1250) + item_of(apart.scene, 4)->moved.offset) == "rhomboid-major.L");
  CHECK(picked_at(apart, {120, 65, 1250}).empty());
}

TEST_CASE("Parallel sight shows near and far to one scale; what is at the target keeps its size") {
  const auto spread = [](const Seen& seen, float y) {
    const float z = seen.state.camera.target.z;
    return glm::distance(glm::vec2(project(seen.scene.camera, look_viewport, {-100, y, z})), glm::vec2(project(seen.scene.camera, look_viewport, {100, y, z})));
  };
  const Seen parallel = seen_after("view posterior; projection orthographic; camera 0 0 0 0 1200 2000");
  CHECK(spread(parallel, 100) == Approx(spread(parallel, -100)).epsilon(0.005));
  const Seen perspective = seen_after("view posterior; camera 0 0 0 0 1200 2000");
  CHECK(spread(perspective, 100) > 1.05F * spread(perspective, -100));
  CHECK(spread(parallel, 0) == Approx(spread(perspective, 0)).epsilon(0.001));
  CHECK(picked_at(seen_after("view posterior; depth 1; skin whole; projection orthographic"), {-60, 70, 1250}) == "trapezius-ascending.R");
}

TEST_CASE("The probe stands in the picture as a needle and a ruler with names in order of depth") {
  const Seen seen = seen_after("view posterior; probe at -40 100 1275");
  REQUIRE(seen.scene.labels.size() == 4);
  std::vector<const drawing::Label*> labels;
  for (const drawing::Label& label : seen.scene.labels) labels.push_back(&label);
  std::ranges::sort(labels, {}, [](const drawing::Label* label) { return label->place.y; });
  const std::vector<std::string> starts{"0 mm  skin", "30 mm  trapezius", "45 mm  rhomboid", ""};
  for (std::size_t i = 0; i < 3; ++i) CHECK(labels[i]->lines.front().text.starts_with(starts[i]));
  using Of = drawing::Stroke::Of;
  const auto count = [&](Of of) { return std::count_if(seen.scene.strokes.begin(), seen.scene.strokes.end(), [of](const drawing::Stroke& s) { return s.of == of; }); };
  CHECK(count(Of::needle) == 1);
  CHECK(count(Of::ruler) >= 3);  // the line to it, itself, its ticks
  CHECK(seen_after("view posterior; probe at -40 100 1275; probe off").scene.strokes.empty());
}

TEST_CASE("A name in the picture can be clicked") {
  const Seen seen = seen_after("view posterior; probe at -40 100 1275");
  for (const drawing::Label& label : seen.scene.labels) {
    const float into = (label.side == drawing::Label::Side::right ? 1.0F : -1.0F) * seen.scene.label_style.em;
    const auto found = pick_label(seen.scene, label.place + glm::vec2(into, 0.0F));
    REQUIRE(found);
    CHECK(*found == label.structure);
  }
  CHECK_FALSE(pick_label(seen.scene, {2.0F, 2.0F}));
}

}  // namespace dorsum::picture
