// The forms that bones are made of: the vertebra, plates that meet in a suture, teeth.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "dorsum/core/json_reader.h"
#include "implicit.h"
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
  INFO(error.reason);
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
  CHECK(error.where.find("pedicle") != std::string::npos);
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
