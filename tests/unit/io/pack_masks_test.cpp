// Attachment masks on bones: colour sets of the file, four masks to a set.

#include <catch2/catch.hpp>

#include "dorsum/io/pack.h"
#include "small_pack.h"

using namespace dorsum;
using io::test::small_pack;
using io::test::TemporaryFolder;

namespace {

constexpr std::size_t bone = 2;  // of the small pack

/// The small pack with so many masks on its vertebra, each with a known figure at each vertex.
io::test::SmallPack pack_with_masks(std::size_t count) {
  auto pack = small_pack();
  for (std::size_t m = 0; m < count; ++m) {
    std::vector<float>& mask = pack.meshes[bone].masks.emplace_back();
    for (std::size_t v = 0; v < pack.meshes[bone].positions.size(); ++v) {
      mask.push_back(static_cast<float>((m * 37 + v * 11) % 256) / 255.0F);
    }
    const atlas::MuscleEnd end = m % 2 == 0 ? atlas::MuscleEnd::origin : atlas::MuscleEnd::insertion;
    pack.atlas.attachments.push_back({"teres-major.R", end, "vertebra-T6", m});
  }
  return pack;
}

}  // namespace

TEST_CASE("as many masks as a mesh can have come back as they were written") {
  const std::size_t count = GENERATE(std::size_t{1}, std::size_t{4}, std::size_t{6}, atlas::most_masks);
  CAPTURE(count);
  const TemporaryFolder folder;
  const auto pack = pack_with_masks(count);
  REQUIRE(io::write_pack(folder.path() / "pack", pack.atlas, pack.meshes));
  const auto read = io::read_pack(folder.path() / "pack", silent_progress());
  REQUIRE(read);
  CHECK(read->meshes[bone].tendon.empty());  // a bone has none, though its set stands in the file
  CHECK(read->meshes[1].tendon.size() == pack.meshes[1].tendon.size());
  REQUIRE(read->meshes[bone].masks.size() == count);
  for (std::size_t m = 0; m < count; ++m) {
    CAPTURE(m);
    const auto &before = pack.meshes[bone].masks[m], &after = read->meshes[bone].masks[m];
    REQUIRE(after.size() == before.size());
    for (std::size_t v = 0; v < after.size(); ++v) CHECK(after[v] == Approx(before[v]).margin(1e-4));
    CHECK(read->atlas.attachments[m].mask == m);
    CHECK(read->atlas.attachments[m].end == pack.atlas.attachments[m].end);
  }
  CHECK(io::problems_of_pack(folder.path() / "pack").empty());
}

TEST_CASE("more masks than that are refused") {
  const TemporaryFolder folder;
  const auto pack = pack_with_masks(atlas::most_masks + 1);
  const auto written = io::write_pack(folder.path() / "pack", pack.atlas, pack.meshes);
  REQUIRE_FALSE(written);
  CHECK(written.error().message().find("vertebra-T6") != std::string::npos);
}

TEST_CASE("attachments that the meshes don't have are refused") {
  const TemporaryFolder folder;
  auto pack = pack_with_masks(4);
  pack.atlas.attachments.push_back({"teres-major.R", atlas::MuscleEnd::origin, "vertebra-T6", 5});
  REQUIRE(io::write_pack(folder.path() / "pack", pack.atlas, pack.meshes));
  const auto read = io::read_pack(folder.path() / "pack", silent_progress());
  REQUIRE_FALSE(read);
  CHECK(read.error().message().find("vertebra-T6") != std::string::npos);
}

TEST_CASE("a colour set without the one before it is refused") {
  const TemporaryFolder folder;
  const auto pack = pack_with_masks(4);
  const auto place = folder.path() / "pack";
  REQUIRE(io::write_pack(place, pack.atlas, pack.meshes));
  std::string glb = io::test::read_text(place / "meshes.glb");
  const std::size_t at = glb.find("COLOR_1");
  REQUIRE(at != std::string::npos);
  glb.replace(at, 7, "COLOR_2");
  io::test::write_text(place / "meshes.glb", glb);
  const auto read = io::read_pack(place, silent_progress());
  REQUIRE_FALSE(read);
  CHECK(read.error().message().find("COLOR_2 without COLOR_1") != std::string::npos);
}
