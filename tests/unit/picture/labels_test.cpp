#include "labels.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "dorsum/state/session.h"
#include "label_layout.h"
#include "small_body.h"

namespace dorsum::picture {
namespace {

constexpr LabelColumn column{.edge = 150.0F, .top = 10.0F, .bottom = 590.0F, .gap = 4.0F};

std::vector<LabelWish> scattered(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  const auto between = [&random](unsigned low, unsigned high) { return static_cast<float>(low + random() % (high - low)); };
  std::vector<LabelWish> wishes;
  for (std::size_t i = 0; i < count; ++i) {
    const float x = between(200, 500), y = between(10, 590);
    wishes.push_back({{x, y}, random() % 2 == 0 ? 16.0F : 32.0F, between(1, 1000)});
  }
  return wishes;
}

drawing::Scene scene_after(const char* script, drawing::Viewport viewport = {.width = 900, .height = 900}) {
  state::Session session(small_body());
  REQUIRE(session.run(script));
  return make_scene(session.state(), session.body(), viewport);
}

std::multiset<std::string> names_in(const drawing::Scene& scene, drawing::Label::Side side) {
  std::multiset<std::string> names;
  for (const drawing::Label& label : scene.labels)
    if (label.side == side) names.insert(small_body()->atlas().structures[label.structure].id);
  return names;
}

}  // namespace

TEST_CASE("Names in a column neither overlap nor leave it, and no leaders cross") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const auto wishes = scattered(seed, 3 + seed % 18);
    const auto places = lay_out(wishes, column);
    CAPTURE(seed);
    CHECK(!places.empty());
    CHECK(places.size() <= column.most);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const float half = wishes[places[i].wish].height * 0.5F;
      CHECK(places[i].middle - half >= column.top - 0.01F);
      CHECK(places[i].middle + half <= column.bottom + 0.01F);
      if (i > 0) {
        const float above = places[i - 1].middle + wishes[places[i - 1].wish].height * 0.5F;
        CHECK(places[i].middle - half >= above + column.gap - 0.01F);
      }
      for (std::size_t j = i + 1; j < places.size(); ++j) {
        CHECK_FALSE(leaders_cross({column.edge, places[i].middle}, wishes[places[i].wish].anchor, {column.edge, places[j].middle},
                                  wishes[places[j].wish].anchor));
      }
    }
  }
}

TEST_CASE("Where all have room, each name stands level with its spot and none is dropped") {
  const std::vector<LabelWish> wishes{{{300, 400}, 16, 1}, {{250, 100}, 16, 1}, {{400, 250}, 32, 1}};
  const auto places = lay_out(wishes, column);
  REQUIRE(places.size() == 3);
  CHECK(places[0].wish == 1);
  CHECK(places[0].middle == Approx(100));
  CHECK(places[1].middle == Approx(250));
  CHECK(places[2].middle == Approx(400));
}

TEST_CASE("The lightest names go where room lacks") {
  std::vector<LabelWish> wishes;
  for (int i = 0; i < 20; ++i) wishes.push_back({{300.0F, 20.0F + 25.0F * static_cast<float>(i)}, 16.0F, static_cast<float>(i)});
  const auto places = lay_out(wishes, column);
  REQUIRE(places.size() == column.most);
  for (const LabelPlace& place : places) CHECK(place.wish >= 8);
  LabelColumn low = column;
  low.bottom = 60.0F;  // two names of 16 with a gap of 4
  CHECK(lay_out(wishes, low).size() == 2);
  CHECK(lay_out({}, column).empty());
}

TEST_CASE("The order in which names are asked for changes nothing") {
  for (unsigned seed = 0; seed < 30; ++seed) {
    auto wishes = scattered(seed, 10);
    std::vector<glm::vec2> first, second;
    for (const LabelPlace& place : lay_out(wishes, column)) first.emplace_back(wishes[place.wish].anchor.y, place.middle);
    std::reverse(wishes.begin(), wishes.end());
    for (const LabelPlace& place : lay_out(wishes, column)) second.emplace_back(wishes[place.wish].anchor.y, place.middle);
    CHECK(first == second);
  }
}

TEST_CASE("Leaders that meet in a cross are told from those that do not") {
  CHECK(leaders_cross({0, 0}, {10, 10}, {0, 10}, {10, 0}));
  CHECK_FALSE(leaders_cross({0, 0}, {10, 0}, {0, 10}, {10, 10}));
  CHECK_FALSE(leaders_cross({0, 0}, {4, 4}, {0, 10}, {10, 0}));  // ends before the other
}

TEST_CASE("Long names take two lines, broken at a space near the middle") {
  CHECK(in_lines("Teres major") == std::vector<std::string>{"Teres major"});
  CHECK(in_lines("Serratus posterior superior") == std::vector<std::string>{"Serratus", "posterior superior"});
  CHECK(in_lines("Unbreakablelongnameofonepiece") == std::vector<std::string>{"Unbreakablelongnameofonepiece"});
  // Letters count, not bytes: 22 of them in 44 bytes stand in one line.
  CHECK(in_lines("\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9 \u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9").size() == 1);
}

TEST_CASE("What is seen is named, on the side where it is seen") {
  CHECK(scene_after("depth 1; skin whole; view posterior").labels.empty());
  const drawing::Scene outer = scene_after("labels on; depth 1; skin whole; view posterior");
  // From behind the body's left is on the picture's left; what trapezius covers has no name.
  // A pair is named once, and pairs take turns.
  CHECK(names_in(outer, drawing::Label::Side::left) == std::multiset<std::string>{"trapezius-ascending.L"});
  CHECK(names_in(outer, drawing::Label::Side::right).empty());
  const drawing::Scene chosen = scene_after("labels on; depth 1; skin whole; view posterior; select trapezius-ascending.R");
  CHECK(names_in(chosen, drawing::Label::Side::left).empty());
  CHECK(names_in(chosen, drawing::Label::Side::right) == std::multiset<std::string>{"trapezius-ascending.R"});
  const drawing::Scene deeper = scene_after("labels on; depth 2; skin whole; view posterior");
  CHECK(names_in(deeper, drawing::Label::Side::right) == std::multiset<std::string>{"rhomboid-major.R"});
  CHECK(deeper.labels.size() == 1);
  const drawing::Scene halves = scene_after("labels on; depth left 2; depth right 1; skin whole; view posterior");
  CHECK(names_in(halves, drawing::Label::Side::left) == std::multiset<std::string>{"rhomboid-major.L"});
  CHECK(names_in(halves, drawing::Label::Side::right) == std::multiset<std::string>{"trapezius-ascending.R"});
  CHECK(scene_after("labels on; view posterior").labels.empty());  // closed skin
  const drawing::Scene bones = scene_after("labels on; depth 5; skin whole; view posterior");
  REQUIRE(bones.labels.size() == 1);
  CHECK(bones.labels[0].structure == 5);
}

TEST_CASE("Cut faces are named on themselves, bones among them") {
  const drawing::Scene scene = scene_after("labels on; section transverse 1300; camera 0 80 0 0 1300 1200");
  std::set<std::string> named;
  for (const drawing::Label& label : scene.labels) named.insert(without_side(small_body()->atlas().structures[label.structure].id));
  CHECK(named == std::set<std::string>{"trapezius-ascending", "rhomboid-major", "sacrum"});
}

TEST_CASE("While the camera turns a name changes its side once at most") {
  state::Session session(small_body());
  REQUIRE(session.run("labels on; depth 5; skin whole; view posterior; select trapezius-ascending.R; show trapezius-ascending.R"));
  std::map<std::size_t, std::vector<drawing::Label::Side>> sides;
  for (int step = 0; step < 60; ++step) {
    const drawing::Scene scene = make_scene(session.state(), session.body(), {.width = 900, .height = 900});
    for (const drawing::Label& label : scene.labels)
      if (sides[label.structure].empty() || sides[label.structure].back() != label.side) sides[label.structure].push_back(label.side);
    REQUIRE(session.run("orbit 1 0"));
  }
  REQUIRE_FALSE(sides.empty());
  for (const auto& [structure, changes] : sides) {
    INFO(structure);
    CHECK(changes.size() <= 2);
  }
  // What lies in the midline does not change at all while the back is looked at.
  CHECK(sides[5].size() == 1);
}

TEST_CASE("Where the picture is too narrow for columns nothing is named; text follows the text scale") {
  CHECK(scene_after("labels on; depth 1; skin whole; view posterior", {.width = 200, .height = 800}).labels.empty());
  const float once = scene_after("labels on").label_style.em, twice = scene_after("labels on; text-scale 1.5").label_style.em;
  CHECK(twice == Approx(1.5F * once));
}

}  // namespace dorsum::picture
