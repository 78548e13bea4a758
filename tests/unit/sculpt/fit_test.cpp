// Recipes carried to another body by the landmarks that both have.

#include "dorsum/sculpt/fit.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "../geometry/shapes.h"
#include "dorsum/core/side.h"
#include "moved_figures.h"

using namespace dorsum;
namespace fs = std::filesystem;

namespace {

/// Landmarks of a body whose midline is x = 0, spread enough to fit to.
atlas::Landmarks landmarks(float scale, glm::vec3 shift) {
  atlas::Landmarks all;
  const auto add = [&](const std::string& id, glm::vec3 p) { all[id] = {scale * p + shift, "measured: by hand"}; };
  add("spinous-process:C7", {0, -20, 1490});
  add("spinous-process:T6", {0, 0, 1320});
  add("spinous-process:L5", {0, -40, 1010});
  for (const auto& [side, sign] : {std::pair{'R', -1.0F}, std::pair{'L', 1.0F}}) {
    add(std::string("acromion-tip:") + side, {sign * 190, -70, 1450});
    add(std::string("inferior-angle-scapula:") + side, {sign * 100, 5, 1290});
    add(std::string("coracoid:") + side, {sign * 150, -120, 1440});
  }
  return all;
}

geometry::TriangleMesh cushion(glm::vec3 low, glm::vec3 high) {
  auto mesh = geometry::shapes::cube();
  for (glm::vec3& p : mesh.positions) p = 0.5F * (low + high) + 0.5F * (high - low) * p;
  return mesh;
}

struct Folder {
  fs::path root = fs::temp_directory_path() / ("dorsum-fit-" + std::to_string(::getpid()));
  Folder() { fs::create_directories(root / "muscles"); }
  ~Folder() { fs::remove_all(root); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

constexpr auto strap = R"({"id": "strap", "mirror_x": 0, "form": "sheet", "measured_on": "a test",
  "figures": {"middle_surface": [[[-60, 20, 1300], [-90, 20, 1300]], [[-60, 20, 1400], [-90, 20, 1400]]], "thickness": [[6]]}})";

}  // namespace

TEST_CASE("what is lacking is sculpted where the other body's landmarks say, on either side", "[sculpt]") {
  const Folder folder;
  std::ofstream(folder.root / "muscles" / "strap.json") << strap;
  const glm::vec3 shift(7.0F, 30.0F, -40.0F);
  atlas::Atlas atlas;
  atlas.landmarks = landmarks(1.1F, shift);
  const auto made = sculpt::sculpt_lacking(folder.root, {"strap.R", "strap.L", "unknown.R"}, atlas, {}, landmarks(1.0F, glm::vec3(0.0F)), silent_progress());
  REQUIRE(made);
  REQUIRE(made->sculpted.size() == 2);
  for (const auto& one : made->sculpted) {
    CAPTURE(one.id);
    const geometry::Bounds box = geometry::bounds_of(one.mesh);
    const glm::vec3 middle = 0.5F * (box.low + box.high);
    CHECK(middle.x == Approx(1.1F * 75.0F * sign_of(side_of(one.id)) + 7.0F).margin(1.0));
    CHECK(middle.y == Approx(1.1F * 20.0F + 30.0F).margin(1.0));
    CHECK(middle.z == Approx(1.1F * 1350.0F - 40.0F).margin(1.0));
    CHECK(box.high.z - box.low.z == Approx(110.0F).margin(2.0));  // its length goes with the body
    CHECK(geometry::signed_volume_of(one.mesh) > 0.0);
  }
}

TEST_CASE("only what fits other bodies is sculpted onto one, and what finds no hold there is noted", "[sculpt]") {
  const Folder folder;
  const auto write = [&](const std::string& id, const std::string& text) {
    std::string recipe = text;
    recipe.replace(recipe.find("strap"), 5, id);
    std::ofstream(folder.root / "muscles" / (id + ".json")) << recipe;
  };
  std::string own = strap, stray = strap;
  own.replace(own.find("\"form\""), 6, "\"fits\": false, \"form\"");
  stray.replace(stray.find("\"thickness\""), 11, "\"rests_on\": 7, \"thickness\"");
  write("strap", strap);
  write("strap-of-its-own", own);
  write("strap-gone-astray", stray);
  atlas::Atlas atlas;
  atlas.landmarks = landmarks(1.0F, glm::vec3(0.0F));
  const auto made = sculpt::sculpt_lacking(folder.root, {"strap.R", "strap-of-its-own.R", "strap-gone-astray.R"}, atlas, {}, atlas.landmarks, silent_progress());
  REQUIRE(made);
  REQUIRE(made->sculpted.size() == 1);
  CHECK(made->sculpted[0].id == "strap.R");
  REQUIRE(made->notes.size() == 1);
  CHECK(made->notes[0].starts_with("strap-gone-astray.R is not sculpted: "));
}

TEST_CASE("what hangs under the deep fascia at home lies on what is deeper on another body, whose skin may float", "[sculpt]") {
  const Folder folder;
  std::string hung = strap;
  hung.replace(hung.find("\"thickness\""), 11, R"("under": ["deep-fascia", "cover.R"], "rests_on": ["cushion.R"], "thickness")");
  std::ofstream(folder.root / "muscles" / "strap.json") << hung;
  atlas::Atlas atlas;
  atlas.landmarks = landmarks(1.0F, glm::vec3(0.0F));
  atlas.structures.resize(2);
  atlas.structures[0].id = "cushion.R";
  atlas.structures[1].id = "cover.R";
  const auto made = sculpt::sculpt_lacking(folder.root, {"strap.R"}, atlas, {cushion({-100, 0, 1290}, {-50, 26, 1410}), cushion({-100, 50, 1290}, {-50, 60, 1410})},
                                           atlas.landmarks, silent_progress());
  REQUIRE(made);
  REQUIRE(made->sculpted.size() == 1);
  const geometry::Bounds bounds = geometry::bounds_of(made->sculpted[0].mesh);
  CHECK(bounds.low.y == Approx(26.2F).margin(0.3));  // the strap would lie from 17 to 23: in the cushion
  CHECK(bounds.high.y == Approx(32.5F).margin(0.6));
}

TEST_CASE("bodies that share too few landmarks are told", "[sculpt]") {
  const Folder folder;
  std::ofstream(folder.root / "muscles" / "strap.json") << strap;
  const auto made = sculpt::sculpt_lacking(folder.root, {"strap.R"}, atlas::Atlas{}, {}, landmarks(1.0F, glm::vec3(0.0F)), silent_progress());
  REQUIRE_FALSE(made);
  CHECK(made.error().message().find("fewer than four points") != std::string::npos);
}

TEST_CASE("points of figures are moved; sizes, thicknesses and directions are not", "[sculpt]") {
  std::vector<glm::vec3> from, to;
  for (const auto& [id, landmark] : landmarks(1.0F, glm::vec3(0.0F))) {
    from.push_back(landmark.position);
    to.push_back(landmark.position + glm::vec3(10.0F, 0.0F, 0.0F));
  }
  const auto warp = geometry::SpaceWarp::through(from, to, 0.0F);
  REQUIRE(warp);
  const Json figures = Json::parse(R"({
    "belly": [[-10, 0, 1300, 5, 2.5], [-10, 0, 1400, 5, 2.5]], "width_along": [1, 0, 0], "thickness": [[1, 2, 3]],
    "slips": {"vertebra-L3": [-20, 0, 1350, 4, 30]},
    "fascicles": [{"half_width": 7, "pairs": [[[-12, 6, 1310], "vertebra-L5"]]}]})");
  const Json moved = sculpt::moved_figures(figures, *warp);
  CHECK(moved["belly"][0][0].get<double>() == Approx(0.0).margin(0.01));
  CHECK(moved["belly"][1][2].get<double>() == Approx(1400.0).margin(0.01));
  CHECK(moved["belly"][0][3] == 5);
  CHECK(moved["slips"]["vertebra-L3"][0].get<double>() == Approx(-10.0).margin(0.01));
  CHECK(moved["slips"]["vertebra-L3"][4] == 30);
  CHECK(moved["fascicles"][0]["pairs"][0][0][0].get<double>() == Approx(-2.0).margin(0.01));
  CHECK(moved["fascicles"][0]["pairs"][0][1] == "vertebra-L5");
  CHECK(moved["width_along"] == figures["width_along"]);
  CHECK(moved["thickness"] == figures["thickness"]);

  const Json spindles = Json::parse(R"({"slips": [{"from": {"point": [-5, 0, 1300]}, "half_widths": [2, 3, 2], "pairs": [["vertebra-T1", "rib-2"]]}]})");
  const Json moved_spindles = sculpt::moved_figures(spindles, *warp);
  CHECK(moved_spindles["slips"][0]["half_widths"] == spindles["slips"][0]["half_widths"]);
  CHECK(moved_spindles["slips"][0]["from"]["point"][0].get<double>() == Approx(5.0).margin(0.01));
}
