// How many figures the recipes take: few enough that a person reads and corrects them.

#include <catch2/catch.hpp>
#include <filesystem>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "dorsum/core/json_reader.h"

using namespace dorsum;
namespace fs = std::filesystem;

namespace {

const fs::path recipe_folder = fs::path(DORSUM_SOURCE_DIR) / "assets" / "sculpt";

/// How many figures of shape a recipe holds; how fine its mesh is to be is not one.
std::size_t figures_in(const Json& value) {
  static const std::set<std::string> of_the_mesh{"detail", "coarse_edge", "grading", "triangles", "bodies"};
  if (value.is_number()) return 1;
  std::size_t count = 0;
  if (value.is_array()) {
    for (const Json& entry : value) count += figures_in(entry);
  } else if (value.is_object()) {
    for (const auto& [key, entry] : value.items()) count += of_the_mesh.contains(key) ? 0 : figures_in(entry);
  }
  return count;
}

Json figures_of(const fs::path& file) {
  const auto recipe = load_json(file);
  REQUIRE(recipe);
  return recipe->at("figures");
}

}  // namespace

TEST_CASE("a recipe takes about a hundred figures, a bone of the hand about a dozen") {
  for (const char* folder : {"bones", "muscles", "organs"}) {
    for (const auto& entry : fs::directory_iterator(recipe_folder / folder)) {
      const Json figures = figures_of(entry.path());
      INFO(entry.path().filename() << ": " << figures_in(figures));
      if (!figures.contains("apart")) {
        CHECK(figures_in(figures) <= 110);
        continue;
      }
      for (const auto& [name, bone] : figures.at("parts").items()) {
        INFO(name);
        CHECK(figures_in(bone) <= 16);
      }
    }
  }
}

TEST_CASE("the skin takes 1,000 figures: 560 for trunk, back and arms, 310 for the head with its ears, 310 for the hands") {
  const Json figures = figures_of(recipe_folder / "skin" / "skin.json");
  const auto sum_of = [&](std::initializer_list<const char*> parts) {
    std::size_t sum = 0;
    for (const char* part : parts) sum += figures_in(figures.at(part));
    return sum;
  };
  CHECK(sum_of({"trunk", "back", "shoulder_girdle_and_neck", "arm", "thigh", "seams", "relief"}) <= 560);
  CHECK(sum_of({"head", "face", "face_relief", "ear"}) <= 310);
  CHECK(sum_of({"hand"}) <= 310);
  CHECK(figures_in(figures) <= 1000);
}
