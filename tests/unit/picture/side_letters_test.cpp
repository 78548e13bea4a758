#include "dorsum/picture/scene.h"
#include "dorsum/state/session.h"
#include "small_body.h"

using namespace dorsum;
using namespace dorsum::picture;

namespace {

constexpr drawing::Viewport letters_view{.width = 800, .height = 600};

/// Where the picture has a text; nothing where it hasn't.
std::optional<glm::vec2> letter_place(const char* script, const std::string& text) {
  state::Session session(small_body());
  REQUIRE(session.run(script));
  for (const drawing::Label& label : make_scene(session.state(), session.body(), letters_view).labels)
    if (label.lines.front().text == text) return label.place;
  return std::nullopt;
}

}  // namespace

TEST_CASE("L and R stand at the sides where the body has them, from every side") {
  struct Case {
    const char* script;
    bool left_is_left;
  };
  for (const Case& one : {Case{"left-right on; view posterior", true}, Case{"left-right on; view anterior", false}, Case{"left-right on; view oblique-left", true},
                          Case{"left-right on; view superior", true}, Case{"left-right on; view anterior; labels on; depth 1", false}}) {
    CAPTURE(one.script);
    const auto left = letter_place(one.script, "L"), right = letter_place(one.script, "R");
    REQUIRE(left);
    REQUIRE(right);
    CHECK((left->x < right->x) == one.left_is_left);
    for (const glm::vec2& at : {*left, *right}) {
      CHECK(at.x > 8.0F);
      CHECK(at.x < 792.0F);
      CHECK(at.y > 8.0F);
    }
  }
  // Looked down on from the body's left, its left lies below its right.
  const auto left = letter_place("left-right on; camera 90 80 0 0 1000 2000", "L"), right = letter_place("left-right on; camera 90 80 0 0 1000 2000", "R");
  REQUIRE(left);
  REQUIRE(right);
  CHECK(left->y > right->y);
}

TEST_CASE("Where one side faces the eye the picture says which, and without the command nothing is written") {
  CHECK(letter_place("left-right on; view left", "left side"));
  CHECK(letter_place("left-right on; view right", "right side"));
  CHECK_FALSE(letter_place("left-right on; view left", "L"));
  CHECK_FALSE(letter_place("view posterior", "L"));
}

TEST_CASE("Names leave the letters their corners") {
  state::Session session(small_body());
  REQUIRE(session.run("left-right on; labels on; depth 1; skin whole; view posterior; zoom 3"));
  const drawing::Scene scene = make_scene(session.state(), session.body(), letters_view);
  const float lowest = 2.4F * scene.label_style.em;  // of the letters
  std::size_t names = 0;
  for (const drawing::Label& label : scene.labels) {
    if (label.side == drawing::Label::Side::spot) continue;
    ++names;
    CHECK(label.place.y - 0.5F * drawing::label_line_height * scene.label_style.em * static_cast<float>(label.lines.size()) >= lowest);
  }
  CHECK(names > 0);
}
