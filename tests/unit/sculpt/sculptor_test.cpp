#include "dorsum/sculpt/sculptor.h"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "dorsum/geometry/mesh_repair.h"

using namespace dorsum;
namespace fs = std::filesystem;

namespace {

/// A folder of recipes that goes when the test ends.
struct Recipes {
  fs::path root = fs::temp_directory_path() / ("dorsum-recipes-" + std::to_string(::getpid()));
  Recipes() {
    fs::create_directories(root);
    write("room.json", R"({"measured_on": "a test", "fat_by_level": {}, "filled_by_level": {}, "canal_behind": {}})");
  }
  ~Recipes() { fs::remove_all(root); }
  Recipes(const Recipes&) = delete;
  Recipes& operator=(const Recipes&) = delete;

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((root / name).parent_path());
    std::ofstream(root / name) << text;
  }
  [[nodiscard]] Result<std::vector<sculpt::Sculpted>> sculpted() const { return sculpt::sculpt_atlas(root, silent_progress()); }
  [[nodiscard]] std::string complaint() const {
    const auto result = sculpted();
    return result ? std::string("none") : result.error().message();
  }
};

std::string ball(const std::string& id, const std::string& more = "", const std::string& parts = "") {
  return R"({"id": ")" + id + R"(", )" + more + R"("form": "solids", "measured_on": "a test", "figures": {"detail": 1, "triangles": 500,
    "parts": {"1-body": {"ellipsoid": {"centre": [-20, 0, 0], "half_axes": [6, 5, 4]}})" + parts + "}}}";
}

}  // namespace

TEST_CASE("a paired recipe gives the right side and its mirror image", "[sculpt]") {
  const Recipes recipes;
  recipes.write("bones/egg.json", ball("egg", R"("mirror_x": -1, )"));
  const auto result = recipes.sculpted();
  REQUIRE(result);
  REQUIRE(result->size() == 2);
  const auto& left = (*result)[0];
  const auto& right = (*result)[1];
  CHECK(left.id == "egg.L");
  CHECK(right.id == "egg.R");
  CHECK(right.measured_on == "a test");
  CHECK(geometry::bounds_of(right.mesh).low.x == Approx(-26.0).margin(0.1));
  CHECK(geometry::bounds_of(left.mesh).high.x == Approx(24.0).margin(0.1));
  for (const auto& one : *result) {
    CHECK(geometry::topology_of(one.mesh).closed());
    CHECK(geometry::signed_volume_of(one.mesh) > 0.0);
    CHECK(one.mesh.normals.size() == one.mesh.positions.size());
  }
}

TEST_CASE("the same recipes give the same mesh", "[sculpt]") {
  const Recipes recipes;
  recipes.write("bones/egg.json", ball("egg", "", R"(, "2-nose": {"tube": [[-26, 0, 0, 2], [-34, 0, 0, 1]]})"));
  const auto once = recipes.sculpted();
  const auto twice = recipes.sculpted();
  REQUIRE(once);
  REQUIRE(twice);
  CHECK(once->front().mesh.positions == twice->front().mesh.positions);
  CHECK(once->front().mesh.triangles == twice->front().mesh.triangles);
}

TEST_CASE("bones come before muscles, and smaller orders first", "[sculpt]") {
  const Recipes recipes;
  recipes.write("muscles/a.json", ball("a"));
  recipes.write("bones/deep/z.json", ball("z", R"("order": 1, )"));
  recipes.write("bones/y.json", ball("y", R"("order": 2, )"));
  const auto result = recipes.sculpted();
  REQUIRE(result);
  REQUIRE(result->size() == 3);
  CHECK((*result)[0].id == "z");
  CHECK((*result)[1].id == "y");
  CHECK((*result)[2].id == "a");
}

TEST_CASE("a bad recipe is named with its field", "[sculpt]") {
  using Catch::Matchers::Contains;
  const Recipes recipes;
  CHECK_THAT(recipes.complaint(), Contains("no recipes"));

  recipes.write("bones/egg.json", ball("egg.R"));
  CHECK_THAT(recipes.complaint(), Contains("egg.json") && Contains("id") && Contains("side"));

  recipes.write("bones/egg.json", ball("egg", R"("colour": 3, )"));
  CHECK_THAT(recipes.complaint(), Contains("colour"));

  recipes.write("bones/egg.json", ball("egg", "", R"(, "2-nose": {"tube": [[-26, 0, 0, 2]]})"));
  CHECK_THAT(recipes.complaint(), Contains("2-nose") && Contains("two stations"));

  recipes.write("bones/egg.json", ball("egg", "", R"(, "2-nose": {"tube": [[0, 0, 0, 2], [0, 0, 9, 2]]})"));
  CHECK_THAT(recipes.complaint(), Contains("reference"));

  recipes.write("bones/egg.json", ball("egg", "", R"(, "2-nose": {"cube": 3})"));
  CHECK_THAT(recipes.complaint(), Contains("2-nose"));

  recipes.write("bones/egg.json", ball("egg", "", R"(, "2-nose": {"ellipsoid": {"centre": [0, 0, 0], "half_axes": [1, -1, 1]}})"));
  CHECK_THAT(recipes.complaint(), Contains("half_axes"));

  recipes.write("bones/egg.json", R"({"id": "egg", "form": "clay", "measured_on": "x", "figures": {}})");
  CHECK_THAT(recipes.complaint(), Contains("clay") && Contains("solids"));

  recipes.write("bones/egg.json", ball("egg"));
  recipes.write("bones/again.json", ball("egg"));
  CHECK_THAT(recipes.complaint(), Contains("egg"));
  fs::remove(recipes.root / "bones/again.json");

  recipes.write("hats/hat.json", ball("hat"));
  CHECK_THAT(recipes.complaint(), Contains("hat.json"));
}

TEST_CASE("figures of the room that are lacking or wrong are named", "[sculpt]") {
  using Catch::Matchers::Contains;
  const Recipes recipes;
  recipes.write("bones/egg.json", ball("egg"));
  recipes.write("room.json", R"({"fat_by_level": {"T13": 4}, "filled_by_level": {}, "canal_behind": {}})");
  CHECK_THAT(recipes.complaint(), Contains("room.json") && Contains("T13"));
  fs::remove(recipes.root / "room.json");
  CHECK_THAT(recipes.complaint(), Contains("room.json"));
  const auto problems = sculpt::problems_of_recipes(recipes.root, {"egg"}, silent_progress());
  REQUIRE(problems.size() == 1);
  CHECK_THAT(problems.front().message(), Contains("room.json"));
}

TEST_CASE("bones and skin that are given are kept, and flesh is sculpted among them", "[sculpt]") {
  const Recipes recipes;
  recipes.write("bones/egg.json", ball("egg", R"("mirror_x": -1, )"));
  recipes.write("muscles/yolk.json", ball("yolk"));
  const auto own = recipes.sculpted();
  REQUIRE(own);
  geometry::TriangleMesh moved = own->at(1).mesh;
  for (glm::vec3& p : moved.positions) p.z += 5.0F;
  const geometry::TriangleMesh none;
  const auto flesh = sculpt::sculpt_flesh(recipes.root, {{"egg.R", moved}, {"egg.L", moved}, {"yolk", none}, {"no-such-bone", none}}, silent_progress());
  REQUIRE(flesh);
  REQUIRE(flesh->size() == 3);
  for (const auto& one : *flesh) {
    INFO(one.id);
    if (one.id != "yolk") CHECK(one.mesh.positions == moved.positions);
    else {
      CHECK_FALSE(one.mesh.positions.empty());  // what was given of it doesn't count
      CHECK(one.mesh.positions != own->back().mesh.positions);  // it gives way to another bone
    }
  }
}

TEST_CASE("one recipe is sculpted alone, as a pair where it makes one", "[sculpt]") {
  const Recipes recipes;
  recipes.write("bones/egg.json", ball("egg", R"("mirror_x": -1, )"));
  recipes.write("bones/stone.json", ball("stone"));
  const auto egg = sculpt::sculpt_only(recipes.root, "egg.R", {});
  REQUIRE(egg);
  CHECK(egg->size() == 2);
  CHECK(sculpt::sculpt_only(recipes.root, "stone", {})->size() == 1);
  const auto typo = sculpt::sculpt_only(recipes.root, "stome", {});
  REQUIRE_FALSE(typo);
  CHECK_THAT(typo.error().message(), Catch::Matchers::Contains("did you mean \"stone\"?"));
}

TEST_CASE("all problems of the recipes are found, each with its file", "[sculpt]") {
  const Recipes recipes;
  recipes.write("bones/egg.json", ball("egg", R"("mirror_x": -1, )"));
  recipes.write("bones/broken.json", "{");
  recipes.write("bones/cube.json", ball("cube", "", R"(, "2-nose": {"cube": 3})"));
  recipes.write("bones/stranger.json", ball("stranger"));
  const auto problems = sculpt::problems_of_recipes(recipes.root, {"egg.L", "egg.R", "cube", "broken"}, silent_progress());
  const auto told = [&](const std::string& place, const std::string& words) {
    return std::any_of(problems.begin(), problems.end(), [&](const Error& problem) {
      const std::string message = problem.message();
      return message.find(place) != std::string::npos && message.find(words) != std::string::npos;
    });
  };
  CHECK(told("broken.json", ""));
  CHECK(told("cube.json: figures.parts.2-nose", ""));
  CHECK(told("stranger.json: id", "no structure of the table"));
  CHECK(told("", "no recipe makes the structure \"broken\""));
  CHECK_FALSE(told("egg.json", ""));
  CHECK(problems.size() == 4);
  // What would grow fails once, as a seed.
  recipes.write("muscles/sprout.json", R"({"id": "broken", "form": "cord", "measured_on": "x", "fills": {"times": 2}, "figures": {}})");
  fs::remove(recipes.root / "bones/broken.json");
  CHECK(sculpt::problems_of_recipes(recipes.root, {"egg.L", "egg.R", "cube", "broken"}, silent_progress()).size() == 3);
  // Nothing grows, and yet what it would grow by is read.
  recipes.write("muscles/sprout.json", R"({"id": "broken", "form": "sheet", "measured_on": "x", "fills": {"times": 200},
    "figures": {"middle_surface": [[[0, 0, 0], [0, 30, 0]], [[50, 0, 0], [50, 30, 0]]], "thickness": [[4]]}})");
  const auto growing = sculpt::problems_of_recipes(recipes.root, {"egg.L", "egg.R", "cube", "broken"}, silent_progress());
  REQUIRE(growing.size() == 3);
  CHECK_THAT(growing.back().message(), Catch::Matchers::Contains("sprout.json: fills.times"));
}
