// The forms that bones are made of: the vertebra, the scapula, plates that meet in a suture, teeth, the bones of
// fingers.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "dorsum/core/json_reader.h"
#include "finger_bone.h"
#include "implicit.h"
#include "scapula.h"
#include "solids_reader.h"
#include "teeth.h"
#include "vertebra.h"

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

const std::filesystem::path recipes = std::filesystem::path(DORSUM_SOURCE_DIR) / "assets" / "sculpt";

Part part_of(const char* text) {
  const Json figures = Json::parse(R"({"midline_x": 0, "parts": {}})"), part = Json::parse(text);
  Error error;
  const Part read = read_part({part, "part: ", error}, {figures, "figures: ", error});
  INFO(error.reason.english());
  REQUIRE(error.reason.empty());
  return read;
}

}  // namespace

TEST_CASE("a vertebra is its own mirror image, with an open canal behind a solid body") {
  const auto recipe = load_json(recipes / "bones" / "vertebra-T6.json");
  REQUIRE(recipe);
  Error error;
  const JsonReader figures(recipe->at("figures"), "T6: ", error);
  const Solid bone = joined(vertebra_parts(figures));
  REQUIRE(figures.ok());
  const auto midline = static_cast<float>(figures.field("midline_x").number());
  const glm::vec2 upper = figures.field("canal").field("upper").vec2(),
                  lower = figures.field("canal").field("lower").vec2();
  const glm::vec2 plate = figures.field("body").field("upper_plate").field("centre").vec2();
  CHECK(bone.distance({midline, 0.5F * (upper.x + lower.x), 0.5F * (upper.y + lower.y)}) > 3.0F);
  CHECK(bone.distance({midline, plate.x, plate.y - 6.0F}) < -3.0F);
  for (const float lateral : {3.0F, 9.0F, 16.0F, 30.0F}) {
    const float right = bone.distance({midline - lateral, -25.0F, 1355.0F});
    CHECK(bone.distance({midline + lateral, -25.0F, 1355.0F}) == Approx(right).margin(0.1));
  }
}

TEST_CASE("a vertebra's wrong figures are named") {
  auto recipe = load_json(recipes / "bones" / "vertebra-L3.json");
  REQUIRE(recipe);
  (*recipe)["figures"]["pedicle"]["half_height"] = {4, 5, 6};
  Error error;
  const JsonReader figures(recipe->at("figures"), "L3: figures", error);
  CHECK(vertebra_parts(figures).size() < 20);
  CHECK_FALSE(figures.ok());
  CHECK(error.where.english().find("pedicle") != std::string::npos);
}

TEST_CASE("a plate with a square rim ends at its points, one with a round rim half its thickness beyond") {
  const std::vector<std::vector<PlatePoint>> rows{{{{0, 0, 0}, 4}, {{20, 0, 0}, 4}},
                                                  {{{0, 0, 20}, 4}, {{20, 0, 20}, 4}}};
  const Solid square = plate(rows, Rim::square), round = plate(rows);
  CHECK(square.distance({21, 0, 10}) == Approx(1.0).margin(0.01));
  CHECK(round.distance({21, 0, 10}) == Approx(-1.0).margin(0.01));
  CHECK(square.distance({19, 0, 10}) < 0.0F);
  CHECK(square.distance({21, 3, 10}) == Approx(std::sqrt(2.0)).margin(0.01));
  CHECK(square.distance({10, 5, 10}) == Approx(3.0).margin(0.01));
}

TEST_CASE("a plate and a tube that begin on the midline run across it without a seam") {
  const Part bent = part_of(R"({"plate": [[[0, 0, 0], [-20, 0, 0]], [[0, 0, 20], [-20, 0, 20]]], "thickness": 4,
                                "on_both_sides": true, "blend": 4})");
  CHECK(bent.solid.distance({0, 2, 10}) == Approx(0.0).margin(0.01));  // no swelling where the halves meet
  CHECK(bent.solid.distance({15, 2, 10}) == Approx(0.0).margin(0.01));
  const Part arch = part_of(R"({"tube": [[0, 0, 0, 3], [-20, 0, 0, 3]], "on_both_sides": true, "blend": 4})");
  CHECK(arch.solid.distance({0, 3, 0}) == Approx(0.0).margin(0.01));
  CHECK(arch.solid.distance({19, 0, 3}) == Approx(0.0).margin(0.01));
}

TEST_CASE("teeth stand in a row with furrows between them and crowns on one side") {
  const Solid row = teeth({{{0, 0, 0}, {-24, 0, 0}}, 4, 8.0F, 6.0F});
  CHECK(row.distance({-3, 0, 4}) < -1.0F);
  CHECK(row.distance({-3, 0, 9}) > 0.5F);
  CHECK(row.distance({-6, -2.9F, 4}) > row.distance({-3, -2.9F, 4}));
  const Solid upper = teeth({{{0, 0, 0}, {-24, 0, 0}}, 4, -8.0F, 6.0F});
  CHECK(upper.distance({-3, 0, -4}) < -1.0F);
  CHECK(upper.distance({-3, 0, 4}) > 0.5F);
}

namespace {

/// How far the bone reaches both ways from a point inside it, along a direction.
float thickness_through(const Solid& bone, glm::vec3 inside, glm::vec3 way) {
  const auto reach = [&](glm::vec3 direction) {
    float far = 0.0F;
    while (far < 60.0F && bone.distance(inside + far * direction) < 0.0F) far += 0.1F;
    return far;
  };
  const glm::vec3 direction = glm::normalize(way);
  return reach(direction) + reach(-direction);
}

}  // namespace

TEST_CASE("a scapula has the socket, borders and notch of its figures") {
  const auto recipe = load_json(recipes / "bones" / "scapula.json");
  REQUIRE(recipe);
  Error error;
  const JsonReader figures(recipe->at("figures"), "scapula: ", error);
  const Solid bone = joined(scapula_parts(figures));
  REQUIRE(figures.ok());
  const JsonReader socket = figures.field("glenoid");
  const glm::vec3 out = glm::normalize(socket.field("facing").vec3());
  const glm::vec3 up = glm::normalize(glm::vec3(0, 0, 1) - out * out.z), across = glm::cross(out, up);
  const glm::vec3 centre = socket.field("centre").vec3();
  CHECK(bone.distance(centre - 1.5F * out) > 0.0F);  // hollowed
  const glm::vec3 inside = centre - 5.0F * out;
  CHECK(thickness_through(bone, inside - 4.0F * up, across) == Approx(29.0F).margin(4.0F));
  CHECK(thickness_through(bone, inside + 9.0F * up, across) <
        thickness_through(bone, inside - 4.0F * up, across) - 3.0F);  // a pear
  const glm::vec3 angle = figures.field("acromion").field("angle").vec3(),
                  tip = figures.field("acromion").field("tip").vec3();
  CHECK(glm::distance(angle, tip) + 9.0F == Approx(48.0F).margin(5.0F));
  // Thin in the middle of the blade, thick at its lateral border.
  const JsonReader rows = figures.field("blade").field("middle_surface");
  const glm::vec3 between_ridges = 0.35F * rows.at(1).at(1).vec3() + 0.65F * rows.at(2).at(1).vec3();
  const glm::vec3 border = rows.at(2).at(2).vec3();
  CHECK(thickness_through(bone, between_ridges, {-0.5F, 0.8F, 0.25F}) < 3.5F);
  CHECK(thickness_through(bone, border, {0, 1, 0}) > 8.0F);
}

TEST_CASE("a scapula's wrong figures are named") {
  auto recipe = load_json(recipes / "bones" / "scapula.json");
  REQUIRE(recipe);
  (*recipe)["figures"]["glenoid"]["facing"] = {0, 0, 0};
  Error error;
  const JsonReader figures(recipe->at("figures"), "scapula: figures", error);
  static_cast<void>(scapula_parts(figures));
  CHECK_FALSE(figures.ok());
  CHECK(error.where.english().find("glenoid") != std::string::npos);
}

TEST_CASE("a phalanx has a hollow base, a waist and a roller; the last has a flat tuft") {
  FingerBone figures{{{{0, 0, 0}, {0, 0, 15}, {0, 0, 30}}}, {6.0F, 3.5F, 4.5F}};
  const Solid bone = finger_bone(figures);
  CHECK(bone.distance({0, 0, -4}) > 0.0F);
  CHECK(bone.distance({4.6F, 0, -4}) < 0.0F);
  CHECK(bone.distance({4.5F, 0, 15}) > 0.5F);
  CHECK(bone.distance({2.5F, 0, 33}) < bone.distance({0, 0, 33}));  // two condyles
  figures.kind = FingerBoneKind::last_phalanx;
  const Solid last = finger_bone(figures);
  CHECK(last.distance({5.0F, 0, 31}) < 0.0F);
  CHECK(last.distance({0, 4.0F, 31}) > 0.5F);
}
