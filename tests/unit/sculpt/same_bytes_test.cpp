// The built-in atlas's recipes give the same bytes each time. What must hold of the atlas as built: tests/packs.

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "dorsum/core/progress.h"
#include "dorsum/sculpt/sculptor.h"

using namespace dorsum;
namespace fs = std::filesystem;

namespace {

const fs::path source = DORSUM_SOURCE_DIR;

}  // namespace

TEST_CASE("recipes of every form give the same bytes each time") {
  // Muscles that rest on nothing else here: what they rest on is left out alike both times.
  const fs::path some = fs::temp_directory_path() / "dorsum-some-recipes";
  fs::remove_all(some);
  for (const std::string name : {"bones/rib-6", "bones/scapula", "bones/vertebra-T5", "muscles/latissimus-dorsi",
                                 "muscles/serratus-posterior-inferior", "muscles/teres-minor"}) {
    fs::create_directories((some / name).parent_path());
    fs::copy_file(source / "assets" / "sculpt" / (name + ".json"), some / (name + ".json"));
  }
  fs::copy_file(source / "assets" / "sculpt" / "room.json", some / "room.json");
  const auto once = sculpt::sculpt_atlas(some, silent_progress());
  const auto twice = sculpt::sculpt_atlas(some, silent_progress());
  fs::remove_all(some);
  REQUIRE(once);
  REQUIRE(twice);
  REQUIRE(once->size() == twice->size());
  for (std::size_t i = 0; i < once->size(); ++i) {
    const auto& a = (*once)[i];
    const auto& b = (*twice)[i];
    INFO(a.id);
    CHECK(a.id == b.id);
    CHECK(a.mesh.positions == b.mesh.positions);
    CHECK(a.mesh.triangles == b.mesh.triangles);
    CHECK(a.mesh.normals == b.mesh.normals);
    CHECK(a.mesh.fibre == b.mesh.fibre);
    CHECK(a.mesh.tendon == b.mesh.tendon);
  }
}

TEST_CASE("the skin has the same bytes each time") {
  const fs::path only = fs::temp_directory_path() / "dorsum-skin-recipe";
  fs::remove_all(only);
  fs::create_directories(only / "skin");
  fs::copy_file(source / "assets" / "sculpt" / "skin" / "skin.json", only / "skin" / "skin.json");
  fs::copy_file(source / "assets" / "sculpt" / "room.json", only / "room.json");
  const auto once = sculpt::sculpt_atlas(only, silent_progress());
  const auto twice = sculpt::sculpt_atlas(only, silent_progress());
  fs::remove_all(only);
  REQUIRE(once);
  REQUIRE(twice);
  CHECK(once->front().mesh.positions == twice->front().mesh.positions);
  CHECK(once->front().mesh.triangles == twice->front().mesh.triangles);
}
