// The legend says what is on the picture, and nothing else.

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "../state/tiny_body.h"
#include "dorsum/picture/scene.h"
#include "dorsum/state/session.h"

using namespace dorsum;
using namespace dorsum::picture;

namespace {

constexpr drawing::Viewport legend_view{.width = 900, .height = 700};

drawing::Scene legend_scene(const std::string& script, SceneMemo* memo = nullptr) {
  state::Session session(state::test::tiny_body());
  if (const auto done = session.run(script); !done) FAIL(done.error().message());
  return make_scene(session.state(), session.body(), legend_view, {}, memo);
}

std::set<std::string> said(const std::string& script) {
  std::set<std::string> words;
  const drawing::Scene scene = legend_scene("legend on; " + script);
  if (!scene.legend) return words;
  for (const drawing::LegendLine& line : scene.legend->lines) CHECK(words.insert(line.words).second);
  return words;
}

using Words = std::set<std::string>;

}  // namespace

TEST_CASE("A picture without signs has no legend, and one without the command none either") {
  CHECK_FALSE(legend_scene("legend on; view posterior").legend);
  CHECK_FALSE(legend_scene("trigger trapezius-3.R on; section transverse T6").legend);
}

// Zones are told of the built-in atlas, whose skin is fine enough for them (tests/gl/pick/contrast_test.cpp).
TEST_CASE("Marks are told while they are on, and nothing of what the picture has not") {
  CHECK(said("view posterior; trigger trapezius-3.R on; arcs off; zones off") == Words{"One under what lies over it"});
  CHECK(said("view posterior; trigger trapezius-3.R on; arcs off; zones off; markers off").empty());
  // What lies on the far side, beyond the picture's edge or where a cut took it away isn't on the picture.
  CHECK(said("view anterior; trigger trapezius-3.R on; arcs off; markers off").empty());
  CHECK(said("trigger trapezius-3.R on; arcs off; markers off; camera 0 0 0 0 300 400").empty());
  CHECK(said("view posterior; trigger trapezius-3.R on; arcs off; markers off; section transverse 1000") == Words{"Cut across at 1000 mm"});
}

TEST_CASE("Rings are told where rings are") {
  CHECK(said("view posterior; depth 1; skin whole").count("Trigger point") == 0);
  CHECK(said("view posterior; depth 1; skin whole; markers on").count("Trigger point") == 1);
  CHECK(said("view anterior; depth 1; skin whole; markers on; section frontal 0").count("Trigger point") == 0);
}

TEST_CASE("Painted pain, its likeliest points and their patterns are told by their letters") {
  const Words words = said("view posterior; pain at -60 130 1300 30; candidates 1");
  CHECK(words.count("Painted: where it hurts") == 1);
  CHECK(words.count("Likeliest point for the pain") == 1);
  CHECK(words.count("Where B is often felt") == 0);
  CHECK(said("view posterior; pain at -60 130 1300 30; candidates 0") == Words{"Painted: where it hurts"});
}

TEST_CASE("Cuts are told by level, and tools by what they are") {
  CHECK(said("view posterior; section transverse T6").count("Cut across at T6, 1290 mm") == 1);
  CHECK(said("view posterior; section sagittal -20").count("Cut from front to back at -20 mm") == 1);
  CHECK(said("view posterior; section frontal 10").count("Cut from side to side at 10 mm") == 1);
  CHECK(said("view posterior; section facing").count("Free cut") == 1);
  CHECK(said("view posterior; probe at 60 130 1250") == Words{"Needle, and depth below the skin in mm"});
  CHECK(said("view posterior; lens at 60 130 1250 40 3") == Words{"Opened within the circle"});
  CHECK(said("view posterior; mark acromion-tip on") == Words{"Bony point; paler under what covers it"});
  CHECK(said("view posterior; left-right on") == Words{"The body's left and right"});
  CHECK(said("view left; left-right on").empty());  // "left side" says itself
}

TEST_CASE("The outline of what is selected is told whole where it is open and broken where it is covered") {
  CHECK(said("view posterior; depth 1; skin whole; select trapezius-ascending.R") == Words{"Selected"});
  CHECK(said("view posterior; depth 1; skin whole; select rhomboid-major.R").count("Selected, behind what lies over it") == 1);
  CHECK(said("view posterior; depth 1; skin whole; xray on; select rhomboid-major.R").count("Made translucent (x-ray)") == 1);
}

TEST_CASE("A legend stays the same one while it says the same") {
  SceneMemo memo;
  const auto first = legend_scene("legend on; view posterior; left-right on", &memo).legend;
  REQUIRE(first);
  CHECK(legend_scene("legend on; view oblique-left; left-right on", &memo).legend == first);
  const auto other = legend_scene("legend on; view posterior; left-right on; mark acromion-tip on", &memo).legend;
  REQUIRE(other);
  CHECK(other != first);
  CHECK(other->lines.size() == 2);
}
