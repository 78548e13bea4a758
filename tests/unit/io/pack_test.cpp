// Packs come back as they were written, and nothing is left behind when writing is refused.

#include <catch2/catch.hpp>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "dorsum/io/pack.h"
#include "small_pack.h"

using namespace dorsum;
using io::test::small_pack;
using io::test::TemporaryFolder;

namespace {

void check_near(glm::vec3 a, glm::vec3 b, float tolerance) {
  CHECK(std::abs(a.x - b.x) <= tolerance);
  CHECK(std::abs(a.y - b.y) <= tolerance);
  CHECK(std::abs(a.z - b.z) <= tolerance);
}

std::size_t entries_of(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("a pack read back is the pack written") {
  const TemporaryFolder folder;
  const auto pack = small_pack();
  REQUIRE(io::write_pack(folder.path() / "pack", pack.atlas, pack.meshes));
  const auto read = io::read_pack(folder.path() / "pack", silent_progress());
  REQUIRE(read);
  CHECK(read->atlas.name == "Three boxes");
  CHECK(read->atlas.lacking == pack.atlas.lacking);
  REQUIRE(read->atlas.structures.size() == 3);
  REQUIRE(read->meshes.size() == 3);
  check_near(read->atlas.landmarks.at("spinous-process:T6").position, {1.5F, 60.0F, 1195.0F}, 1e-4F);
  CHECK(read->content_hash.size() == 16);

  for (std::size_t i = 0; i < 3; ++i) {
    CAPTURE(read->atlas.structures[i].id);
    CHECK(read->atlas.structures[i].id == pack.atlas.structures[i].id);
    const auto &before = pack.meshes[i], &after = read->meshes[i];
    REQUIRE(after.positions.size() == before.positions.size());
    CHECK(after.triangles == before.triangles);
    REQUIRE(after.normals.size() == before.normals.size());
    for (std::size_t v = 0; v < before.positions.size(); ++v) {
      check_near(after.positions[v], before.positions[v], 1e-3F);  // metres in float: a thousandth of a millimetre
      check_near(after.normals[v], before.normals[v], 1e-5F);
    }
  }
  const auto &before = pack.meshes[1], &after = read->meshes[1];
  REQUIRE(after.fibre.size() == before.fibre.size());
  REQUIRE(after.tendon.size() == before.tendon.size());
  for (std::size_t v = 0; v < before.fibre.size(); ++v) {
    CHECK(after.fibre[v].x == Approx(before.fibre[v].x).margin(1e-4));
    CHECK(after.fibre[v].y == Approx(before.fibre[v].y).margin(1e-4));
    CHECK(after.tendon[v] == Approx(before.tendon[v]).margin(0.5 / 255));
  }
  CHECK(read->meshes[0].fibre.empty());
  CHECK(io::problems_of_pack(folder.path() / "pack").empty());
}

TEST_CASE("in the file the front faces +Z, up is +Y and the body's left is +X, in metres") {
  const TemporaryFolder folder;
  auto pack = small_pack();
  pack.atlas.structures.resize(1);
  pack.meshes.resize(1);
  pack.meshes[0] = io::test::box({10, 20, 30}, {11, 22, 33});
  geometry::compute_normals(pack.meshes[0], 180.0F);
  REQUIRE(io::write_pack(folder.path() / "pack", pack.atlas, pack.meshes));
  const std::string glb = io::test::read_text(folder.path() / "pack" / "meshes.glb");
  const std::size_t layout = glb.find("{"), length = glb.rfind("BIN") - 4 - layout;
  const Json document = Json::parse(glb.substr(layout, length));
  const Json& position = document.at("accessors").at(0);
  CHECK(position.at("min").at(0).get<double>() == Approx(0.010));
  CHECK(position.at("min").at(1).get<double>() == Approx(0.030));
  CHECK(position.at("min").at(2).get<double>() == Approx(-0.022));
  CHECK(position.at("max").at(2).get<double>() == Approx(-0.020));
}

TEST_CASE("the same pack gives the same bytes, another pack another hash") {
  const TemporaryFolder folder;
  auto pack = small_pack();
  REQUIRE(io::write_pack(folder.path() / "a", pack.atlas, pack.meshes));
  REQUIRE(io::write_pack(folder.path() / "b", pack.atlas, pack.meshes));
  pack.meshes[2].positions[0].x += 1.0F;
  REQUIRE(io::write_pack(folder.path() / "c", pack.atlas, pack.meshes));
  const auto bytes = [&](const char* name) { return io::test::read_text(folder.path() / name / "meshes.glb"); };
  CHECK(bytes("a") == bytes("b"));
  CHECK(io::read_pack(folder.path() / "a", silent_progress())->content_hash ==
        io::read_pack(folder.path() / "b", silent_progress())->content_hash);
  CHECK(io::read_pack(folder.path() / "a", silent_progress())->content_hash !=
        io::read_pack(folder.path() / "c", silent_progress())->content_hash);
}

TEST_CASE("a pack replaces a pack, and nothing else") {
  const TemporaryFolder folder;
  auto pack = small_pack();
  const auto place = folder.path() / "pack";
  REQUIRE(io::write_pack(place, pack.atlas, pack.meshes));
  pack.atlas.name = "Second";
  REQUIRE(io::write_pack(place / "", pack.atlas, pack.meshes));  // with a slash at its end
  CHECK(io::read_pack(place, silent_progress())->atlas.name == "Second");
  CHECK(entries_of(folder.path()) == 1);

  io::test::write_text(place / "thesis.txt", "years of work");
  const auto refused = io::write_pack(place, pack.atlas, pack.meshes);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message().find("thesis.txt") != std::string::npos);
  CHECK(io::test::read_text(place / "thesis.txt") == "years of work");

  io::test::write_text(folder.path() / "file", "x");
  CHECK_FALSE(io::write_pack(folder.path() / "file", pack.atlas, pack.meshes));
  CHECK(io::test::read_text(folder.path() / "file") == "x");
  CHECK(entries_of(folder.path()) == 2);
}

TEST_CASE("what a killed writer left is swept up; a living one's is left alone") {
  const TemporaryFolder folder;
  const auto pack = small_pack();
  const auto dead = folder.path() / ".pack.partial-2147483646";
  const auto living = folder.path() / (".pack.partial-" + std::to_string(::getppid()));
  std::filesystem::create_directory(dead);
  io::test::write_text(dead / "meshes.glb", "half");
  std::filesystem::create_directory(living);
  REQUIRE(io::write_pack(folder.path() / "pack", pack.atlas, pack.meshes));
  CHECK_FALSE(std::filesystem::exists(dead));
  CHECK(std::filesystem::exists(living));
}

TEST_CASE("a pack that can't be written is refused with its place") {
  const auto pack = small_pack();
  const auto refused = io::write_pack("/proc/no-such-place/pack", pack.atlas, pack.meshes);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message().find("/proc/no-such-place") != std::string::npos);
}

TEST_CASE("reading stops when the progress says so") {
  const TemporaryFolder folder;
  const auto pack = small_pack();
  REQUIRE(io::write_pack(folder.path() / "pack", pack.atlas, pack.meshes));
  const auto read = io::read_pack(folder.path() / "pack", [](std::string_view, float) { return false; });
  REQUIRE_FALSE(read);
  CHECK(read.error().reason == "stopped");
}
