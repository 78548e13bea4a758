#include "dorsum/body/landmark_rules.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "../geometry/shapes.h"

using namespace dorsum;
using namespace dorsum::body;

namespace {

/// Structures of balls and boxes put together one by one.
struct Skeleton {
  std::vector<atlas::Structure> structures;
  std::vector<geometry::TriangleMesh> meshes;

  void add(const std::string& id, geometry::TriangleMesh mesh) {
    atlas::Structure s;
    s.id = id;
    structures.push_back(s);
    meshes.push_back(std::move(mesh));
  }
  [[nodiscard]] MeasuredLandmarks measure() const { return measure_landmarks(structures, meshes); }
};

geometry::TriangleMesh box(glm::vec3 low, glm::vec3 high) {
  geometry::TriangleMesh mesh = geometry::shapes::cube();
  for (glm::vec3& p : mesh.positions) p = low + 0.5F * (p + 1.0F) * (high - low);
  return mesh;
}

/// A body with a spinous process to the rear and transverse ones to the sides.
geometry::TriangleMesh vertebra(float z) {
  geometry::TriangleMesh mesh = box({-20, -60, z - 10}, {20, -30, z + 10});
  geometry::append(mesh, box({-3, -30, z - 20}, {3, 2, z - 14}));
  geometry::append(mesh, box({-38, -35, z - 3}, {38, -30, z + 3}));
  return mesh;
}

/// 27 bones hanging below (x, z = 0): eight small ones, then five rays.
geometry::TriangleMesh hand(float x, float lateral) {
  geometry::TriangleMesh mesh;
  for (int i = 0; i < 8; ++i) {
    geometry::append(mesh, geometry::shapes::sphere(5.0F, 1,
                                                    {x + static_cast<float>(i % 4) * 11.0F - 16.0F, 0.0F,
                                                     -6.0F - static_cast<float>(i / 4) * 11.0F}));
  }
  const auto rod = [&](float across, float top, float length) {
    geometry::TriangleMesh ball = geometry::shapes::sphere(1.0F, 2);
    for (glm::vec3& p : ball.positions) {
      p = glm::vec3(x + lateral * across, 0.0F, top - 0.5F * length) + p * glm::vec3(4.0F, 4.0F, 0.5F * length);
    }
    geometry::append(mesh, ball);
    return top - length - 1.0F;
  };
  const float across[] = {18.0F, 6.0F, -6.0F, -18.0F};  // index to little finger, outermost first
  const float lengths[] = {74.0F, 71.0F, 65.0F, 61.0F};
  for (int finger = 0; finger < 4; ++finger) {
    float top = rod(across[finger], -24.0F, lengths[finger]);
    for (const float length : {42.0F, 26.0F, 18.0F}) top = rod(across[finger], top, length);
  }
  float top = rod(36.0F, -20.0F, 48.0F);
  for (const float length : {33.0F, 25.0F}) top = rod(36.0F, top, length);
  return mesh;
}

}  // namespace

TEST_CASE("a vertebra's processes are its rearmost and most lateral points") {
  Skeleton skeleton;
  skeleton.add("vertebra-T6", vertebra(1300.0F));
  const auto measured = skeleton.measure();
  const auto& spine = measured.landmarks.at("spinous-process:T6");
  CHECK(spine.position.y == Approx(2.0F));
  CHECK(spine.position.x == Approx(0.0F).margin(0.01));
  CHECK(spine.position.z == Approx(1283.0F));
  CHECK(spine.how == "measured: rearmost point of vertebra-T6");
  CHECK(measured.landmarks.at("transverse-process:T6:R").position.x == Approx(-38.0F));
  CHECK(measured.landmarks.at("transverse-process:T6:L").position.x == Approx(38.0F));
}

TEST_CASE("what the pack lacks is named, each landmark once") {
  Skeleton skeleton;
  skeleton.add("vertebra-T6", vertebra(1300.0F));
  const auto measured = skeleton.measure();
  CHECK(measured.landmarks.size() + measured.missing.size() == atlas::landmark_vocabulary().size());
  const auto names = [&](const std::string& text) {
    return std::count_if(measured.missing.begin(), measured.missing.end(),
                         [&](const std::string& line) { return line.find(text) != std::string::npos; });
  };
  CHECK(names("rib-tip:12:L: the pack has no rib-12.L") == 1);
  CHECK(names("coracoid:R: the pack has no scapula.R") == 1);
  CHECK(names("umbilicus-level: ") == 1);
  CHECK(measure_landmarks({}, {}).landmarks.empty());
}

TEST_CASE("every measured name is in the vocabulary") {
  Skeleton skeleton;
  skeleton.add("vertebra-C7", vertebra(1480.0F));
  skeleton.add("hand.R", hand(-280.0F, -1.0F));
  for (const auto& [id, landmark] : skeleton.measure().landmarks) CHECK(atlas::is_landmark(id));
}

TEST_CASE("a hand of 27 bones is told apart into rays, thumb outermost, on both sides") {
  Skeleton skeleton;
  skeleton.add("vertebra-T6", vertebra(1300.0F));
  skeleton.add("hand.R", hand(-280.0F, -1.0F));
  skeleton.add("hand.L", hand(280.0F, 1.0F));
  const auto measured = skeleton.measure();
  for (const Side side : {Side::right, Side::left}) {
    const float out = sign_of(side);
    const auto at = [&](const char* name) {
      return measured.landmarks.at(std::string(name) + (side == Side::left ? ":L" : ":R")).position;
    };
    CHECK(at("tip-of-thumb").x == Approx(out * 316.0F).margin(1.0));
    CHECK(at("tip-of-thumb").z == Approx(-20.0F - 48.0F - 33.0F - 25.0F - 2.0F).margin(1.0));
    CHECK(at("tip-of-ring-finger").x == Approx(out * 274.0F).margin(1.0));
    CHECK(at("tip-of-little-finger").x == Approx(out * 262.0F).margin(1.0));
    CHECK(at("tip-of-little-finger").z == Approx(-24.0F - 61.0F - 42.0F - 26.0F - 18.0F - 3.0F).margin(1.0));
    CHECK(at("knuckle:2").x == Approx(out * 298.0F).margin(4.5));
    CHECK(at("knuckle:2").y > 1.0F);  // the back of the hand
    CHECK(at("knuckle:5").x == Approx(out * 262.0F).margin(4.5));
  }
}

TEST_CASE("a hand in one piece is no hand of 27 bones, and says so") {
  Skeleton skeleton;
  skeleton.add("hand.R", geometry::shapes::sphere(60.0F, 3, {-280.0F, 0.0F, 800.0F}));
  const auto measured = skeleton.measure();
  CHECK(measured.landmarks.count("tip-of-thumb:R") == 0);
  CHECK(std::any_of(measured.missing.begin(), measured.missing.end(),
                    [](const std::string& line) { return line.starts_with("tip-of-thumb:R: its rule finds"); }));
}

TEST_CASE("without a coccyx its tip comes from the formula") {
  Skeleton skeleton;
  skeleton.add("vertebra-C7", vertebra(1480.0F));
  geometry::TriangleMesh sacrum = geometry::shapes::sphere(1.0F, 5, {0, 0, 0});
  for (glm::vec3& p : sacrum.positions) p = glm::vec3(0.0F, -20.0F, 940.0F) + p * glm::vec3(50.0F, 25.0F, 52.0F);
  skeleton.add("sacrum", sacrum);
  const auto measured = skeleton.measure();
  REQUIRE(measured.landmarks.count("coccyx-tip") == 1);
  CHECK(measured.landmarks.at("coccyx-tip").how.starts_with("fallback: off(spinous-process:S4"));
  const float s1 = measured.landmarks.at("spinous-process:S1").position.z;
  const float s4 = measured.landmarks.at("spinous-process:S4").position.z;
  CHECK(s1 > s4 + 30.0F);
}

TEST_CASE("a femur that ends in the thigh gives the knee by formula, a whole one by its own end") {
  const auto femur = [](float length) {
    geometry::TriangleMesh mesh = box({-160, -100, 860.0F - length}, {-130, -70, 860.0F});
    geometry::append(mesh, box({-165, -100, 840}, {-130, -70, 850}));
    return mesh;
  };
  Skeleton cut;
  cut.add("femur.R", femur(200.0F));
  const auto guessed = cut.measure().landmarks.at("lateral-femoral-epicondyle:R");
  CHECK(guessed.how.starts_with("fallback: off(greater-trochanter:R"));
  CHECK(guessed.position.z == Approx(845.0F - 395.0F).margin(6.0));
  CHECK(guessed.position.x == Approx(-165.0F + 38.0F));
  Skeleton whole;
  whole.add("femur.R", femur(470.0F));
  CHECK(whole.measure().landmarks.at("lateral-femoral-epicondyle:R").how.starts_with("measured"));
}
