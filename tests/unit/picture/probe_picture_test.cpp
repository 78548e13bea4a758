#include <catch2/catch.hpp>
#include <charconv>
#include <glm/geometric.hpp>
#include <map>

#include "../state/tiny_body.h"
#include "dorsum/answers/answers.h"
#include "dorsum/picture/scene.h"
#include "dorsum/state/session.h"

using namespace dorsum;
using namespace dorsum::picture;

namespace {

constexpr drawing::Viewport needle_view{.width = 1000, .height = 800};

struct Needle {
  drawing::Scene scene;
  body::Probe probe;
};

Needle needle_in(const char* script) {
  state::Session session(state::test::tiny_body());
  REQUIRE(session.run(script));
  const auto stance = state::stance_of(session.state(), session.body());
  const answers::Answers answers = answers::answer(session.state(), *stance);
  REQUIRE(answers.probe);
  return {make_scene(session.state(), session.body(), needle_view), answers.probe->probe};
}

}  // namespace

TEST_CASE("Seen from the side the ruler lies beside its needle, each depth where it is") {
  for (const char* script : {"probe at -60 130 1285; camera 90 0 0 0 1250 700", "probe at -60 130 1285; camera 60 10 -60 60 1285 500", "probe at -60 130 1285; camera -90 -20 -60 60 1285 600"}) {
    CAPTURE(script);
    const auto [scene, probe] = needle_in(script);
    REQUIRE(probe.layers.size() >= 2);
    const glm::vec3 skin = probe.skin.rest;
    std::vector<float> depths{0.0F};
    for (const body::ProbedLayer& layer : probe.layers) depths.push_back(layer.entry);
    std::size_t told = 0;
    glm::vec2 aside(0.0F);
    for (const float depth : depths) {
      const glm::vec2 on_needle(project(scene.camera, needle_view, skin + probe.inward * depth));
      // Its tick: the anchor nearest to there.
      const drawing::Label* nearest = nullptr;
      for (const drawing::Label& label : scene.labels)
        if (nearest == nullptr || glm::distance(label.anchor, on_needle + aside) < glm::distance(nearest->anchor, on_needle + aside)) nearest = &label;
      REQUIRE(nearest != nullptr);
      if (told++ == 0) aside = nearest->anchor - on_needle;
      CHECK(glm::distance(nearest->anchor, on_needle + aside) < 0.5F);
    }
    CHECK(glm::length(aside) > 0.5F * scene.label_style.em);
    CHECK(glm::length(aside) < 2.0F * scene.label_style.em);
  }
}

TEST_CASE("Seen along the needle the ruler stands upright near it, deeper lower") {
  const auto [scene, probe] = needle_in("probe at -60 130 1285; camera 0 0 0 0 1250 900");
  std::map<float, float> height_by_depth;
  for (const drawing::Label& label : scene.labels) {
    float mm = 0.0F;
    const std::string& text = label.lines.front().text;
    int whole = 0;
    REQUIRE(std::from_chars(text.data(), text.data() + text.size(), whole).ec == std::errc());
    mm = static_cast<float>(whole);
    height_by_depth[mm] = label.anchor.y;
  }
  REQUIRE(height_by_depth.size() >= 2);
  float above = -1.0F;
  for (const auto& [mm, y] : height_by_depth) {
    CHECK(y > above);
    above = y;
  }
}
