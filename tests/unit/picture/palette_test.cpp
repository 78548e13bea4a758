// Whether the picture's colours can be told apart by eyes that see two of three cones' colours.

#include "palette.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <iterator>
#include <sstream>

namespace dorsum::picture {
namespace {

/// How a colour is seen: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
/// Deficiency" (IEEE TVCG 2009), severity 1.0, on linear RGB. Rows as printed there.
struct Eye {
  const char* name;
  std::array<float, 9> rows;
};
constexpr std::array<Eye, 4> eyes{{{"all three cones", {1, 0, 0, 0, 1, 0, 0, 0, 1}},
                                   {"protanopia", {0.152286F, 1.052583F, -0.204868F, 0.114503F, 0.786281F, 0.099216F, -0.003882F, -0.048116F, 1.051998F}},
                                   {"deuteranopia", {0.367322F, 0.860646F, -0.227968F, 0.280085F, 0.672501F, 0.047413F, -0.011820F, 0.042940F, 0.968881F}},
                                   {"tritanopia", {1.255528F, -0.076749F, -0.178779F, -0.078411F, 0.930809F, 0.147602F, 0.004733F, 0.691367F, 0.303900F}}}};

glm::vec3 seen_by(const Eye& eye, glm::vec3 c) {
  const auto& m = eye.rows;
  return glm::clamp(glm::vec3(m[0] * c.r + m[1] * c.g + m[2] * c.b, m[3] * c.r + m[4] * c.g + m[5] * c.b, m[6] * c.r + m[7] * c.g + m[8] * c.b), 0.0F, 1.0F);
}

/// CIE L*a*b* of linear sRGB under D65.
glm::vec3 lab(glm::vec3 c) {
  const glm::vec3 xyz(0.4124F * c.r + 0.3576F * c.g + 0.1805F * c.b, 0.2126F * c.r + 0.7152F * c.g + 0.0722F * c.b,
                      0.0193F * c.r + 0.1192F * c.g + 0.9505F * c.b);
  const auto f = [](float t) { return t > 0.008856F ? std::cbrt(t) : 7.787F * t + 16.0F / 116.0F; };
  const float x = f(xyz.x / 0.9505F), y = f(xyz.y), z = f(xyz.z / 1.089F);
  return {116.0F * y - 16.0F, 500.0F * (x - y), 200.0F * (y - z)};
}

/// CIE 1976 difference; about 2.3 is just noticeable.
float difference(const Eye& eye, glm::vec3 a, glm::vec3 b) { return glm::distance(lab(seen_by(eye, a)), lab(seen_by(eye, b))); }

/// A colour written in the shader that paints it, so that what is checked is what is drawn.
glm::vec3 in_shader(const char* file, const std::string& name) {
  std::ifstream in(std::string(DORSUM_SOURCE_DIR) + "/shaders/" + file);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const auto at = text.find("const vec3 " + name + " = vec3(");
  REQUIRE(at != std::string::npos);
  std::istringstream numbers(text.substr(text.find("vec3(", at + 11) + 5));
  glm::vec3 colour(0.0F);
  char comma = 0;
  numbers >> colour.r >> comma >> colour.g >> comma >> colour.b;
  REQUIRE(numbers);
  return colour;
}

glm::vec3 skin() {
  atlas::Structure skin;
  skin.kind = atlas::Kind::skin;
  return colour_of(skin);
}

glm::vec3 of_kind(atlas::Kind kind) {
  atlas::Structure structure;
  structure.kind = kind;
  structure.layer = 5;
  return colour_of(structure);
}

}  // namespace

TEST_CASE("A zone stands out from the skin for every eye") {
  const glm::vec3 essential = in_shader("zones.glsl", "essential_colour"), painted = in_shader("zones.glsl", "painted_colour");
  for (const Eye& eye : eyes) {
    INFO(eye.name);
    CHECK(difference(eye, essential, skin()) > 25.0F);
    CHECK(difference(eye, painted, skin()) > 25.0F);
    CHECK(difference(eye, essential, painted) > 15.0F);
  }
}

TEST_CASE("Origin and insertion are told apart by every eye, from each other and from bone") {
  const glm::vec3 bone = of_kind(atlas::Kind::bone);
  for (const Eye& eye : eyes) {
    INFO(eye.name);
    CHECK(difference(eye, origin_colour(), insertion_colour()) > 30.0F);
    CHECK(difference(eye, origin_colour(), bone) > 25.0F);
    CHECK(difference(eye, insertion_colour(), bone) > 25.0F);
  }
}

TEST_CASE("Skin, flesh and bone are told apart by every eye; deeper flesh is darker") {
  for (const Eye& eye : eyes) {
    INFO(eye.name);
    float before = 101.0F;
    for (int layer = 1; layer <= 4; ++layer) {
      // The mean of many muscles: each one is a little lighter or darker than its layer.
      glm::vec3 sum(0.0F);
      constexpr int many = 60;
      for (int i = 0; i < many; ++i) {
        atlas::Structure muscle;
        muscle.kind = atlas::Kind::muscle;
        muscle.layer = layer;
        muscle.muscle = "muscle-" + std::to_string(i);
        muscle.id = muscle.muscle + ".R";
        sum += colour_of(muscle);
      }
      const glm::vec3 flesh = sum / static_cast<float>(many);
      CHECK(difference(eye, flesh, of_kind(atlas::Kind::bone)) > 25.0F);
      CHECK(difference(eye, flesh, skin()) > 15.0F);
      const float lightness = lab(seen_by(eye, flesh)).x;
      CHECK(lightness < before + 0.5F);
      before = lightness;
    }
  }
}

TEST_CASE("Arteries, veins and nerves are told apart by every eye") {
  const auto named = [](atlas::Kind kind, const char* id) {
    atlas::Structure structure;
    structure.kind = kind;
    structure.id = id;
    return colour_of(structure);
  };
  const glm::vec3 artery = named(atlas::Kind::vessel, "aorta"), vein = named(atlas::Kind::vessel, "inferior-vena-cava");
  const glm::vec3 nerve = named(atlas::Kind::nerve, "sciatic-nerve.R");
  for (const Eye& eye : eyes) {
    INFO(eye.name);
    CHECK(difference(eye, artery, vein) > 25.0F);
    CHECK(difference(eye, artery, nerve) > 25.0F);
    CHECK(difference(eye, vein, nerve) > 25.0F);
  }
}

TEST_CASE("Arcs stand out from skin and from the background, in both themes") {
  for (const Eye& eye : eyes) {
    INFO(eye.name);
    CHECK(difference(eye, arc_colour(state::Theme::light), skin()) > 35.0F);
    CHECK(difference(eye, arc_colour(state::Theme::light), backdrop_of(state::Theme::light).bottom) > 35.0F);
    CHECK(difference(eye, arc_colour(state::Theme::dark), backdrop_of(state::Theme::dark).top) > 35.0F);
  }
}

}  // namespace dorsum::picture
