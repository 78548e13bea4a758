// What files and folders are that people hand over.

#include "dorsum/opening/handed.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "own_folder.h"

using namespace dorsum;
using namespace dorsum::opening;
using dorsum::opening::test::OwnFolder;
namespace fs = std::filesystem;

namespace {
void put(const fs::path& file, const std::string& text = "x") {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}
}  // namespace

TEST_CASE("what is handed over is told by what lies there and what it is called") {
  const OwnFolder folder("handed");
  const fs::path& in = folder.path();
  put(in / "pack" / "atlas.json");
  put(in / "meshes" / "FJ1.obj");
  for (const char* name : {"archive.ZIP", "bone.obj", "bone.GLB", "bone.unheard-of", "show.txt", "show.dorsum", "show"}) put(in / name);
  CHECK(kind_of(in / "pack") == Handed::pack);
  CHECK(kind_of(in / "pack" / "atlas.json") == Handed::pack);
  CHECK(kind_of(in / "meshes") == Handed::archive);
  CHECK(kind_of(in / "archive.ZIP") == Handed::archive);
  CHECK(kind_of(in / "bone.obj") == Handed::model);
  CHECK(kind_of(in / "bone.unheard-of") == Handed::model);  // whoever reads models says what this is
  CHECK(kind_of(in / "show.txt") == Handed::script);
  CHECK(kind_of(in / "show") == Handed::script);
  CHECK(kind_of(in / "nowhere") == Handed::nothing);
}

TEST_CASE("a file of commands is its lines, without those for people") {
  const OwnFolder folder("script");
  const fs::path file = folder.path() / "a.txt";
  put(file, "# The second layer\r\ndepth 2\r\n\n  view left; labels on \n\t# end\n");
  const auto script = read_script(file);
  REQUIRE(script);
  CHECK(*script == "depth 2;   view left; labels on");
  put(file, std::string("depth 2\0", 8));
  CHECK_FALSE(read_script(file));
  put(file, "\xFF\xFE");
  REQUIRE_FALSE(read_script(file));
  CHECK_THAT(read_script(file).error().message(), Catch::Contains("a.txt") && Catch::Contains("no text"));
  put(file, std::string((1U << 20U) + 1U, 'x'));
  CHECK_FALSE(read_script(file));
}

TEST_CASE("a folder lists packs, folders and what can be opened, and says how much it left out") {
  const OwnFolder folder("listing");
  const fs::path& in = folder.path();
  put(in / "Zebra" / "x");
  put(in / "a-pack" / "atlas.json");
  for (const char* name : {"b.obj", "A.glb", "notes.pdf", ".hidden.obj", "show.txt", "archive.zip"}) put(in / name);
  const auto listing = list_folder(in);
  REQUIRE(listing);
  std::vector<std::string> names;
  for (const Listing::Entry& entry : listing->entries) names.push_back(entry.name + (entry.folder ? "/" : ""));
  CHECK(names == std::vector<std::string>{"a-pack", "Zebra/", "A.glb", "archive.zip", "b.obj", "show.txt"});
  CHECK(listing->models == 2);
  CHECK(listing->left_out == 0);
  REQUIRE_FALSE(list_folder(in / "nowhere"));
  CHECK_THAT(list_folder(in / "nowhere").error().message(), Catch::Contains("nowhere"));
  for (int i = 0; i < 2100; ++i) put(in / "many" / (std::to_string(i) + ".obj"));
  const auto many = list_folder(in / "many");
  REQUIRE(many);
  CHECK(many->entries.size() == 2000);
  CHECK(many->left_out == 100);
}
