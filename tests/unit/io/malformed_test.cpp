// Files as they come when a download breaks off, a disk fills up, or someone means harm: one message, no crash, and no
// more memory than a few hundred megabytes.

#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <cstring>

#include "dorsum/io/pack.h"
#include "small_pack.h"

using namespace dorsum;
using io::test::read_text;
using io::test::TemporaryFolder;
using io::test::write_text;

namespace {

constexpr std::size_t parts = 16;

double peak_mb() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a pack's files cut off at every sixteenth are refused, even where the header's length was made to fit") {
  const TemporaryFolder folder;
  const auto pack = folder.path() / "pack";
  const auto good = io::test::small_pack();
  REQUIRE(io::write_pack(pack, good.atlas, good.meshes));
  for (const char* file : {"atlas.json", "meshes.glb"}) {
    const std::string whole = read_text(pack / file);
    for (std::size_t part = 0; part < parts; ++part) {
      CAPTURE(file, part);
      std::string cut = whole.substr(0, whole.size() * part / parts);
      write_text(pack / file, cut);
      const auto read = io::read_pack(pack, silent_progress());
      REQUIRE_FALSE(read);
      CHECK(read.error().message().find(file) != std::string::npos);
      if (cut.size() < 12 || std::string_view(file) != "meshes.glb") continue;
      const auto length = static_cast<std::uint32_t>(cut.size());
      std::memcpy(cut.data() + 8, &length, sizeof length);
      write_text(pack / file, cut);
      CHECK_FALSE(io::read_pack(pack, silent_progress()));
    }
    write_text(pack / file, whole);
  }
  CHECK(io::read_pack(pack, silent_progress()));
}

TEST_CASE("a bomb of text costs no more memory than its kind deserves") {
  const TemporaryFolder folder;
  const auto pack = folder.path() / "pack";
  const auto good = io::test::small_pack();
  REQUIRE(io::write_pack(pack, good.atlas, good.meshes));
  constexpr std::size_t many = 8'000'000;
  const double before = peak_mb();
  for (const std::string_view text : {"[],", "{},", "0,", "\"\",", "[", "{\"a\":", "[[[[[[[["}) {
    CAPTURE(text);
    std::string bomb("[");
    bomb += repeated(text, many / text.size());
    write_text(pack / "atlas.json", bomb);
    const auto read = io::read_pack(pack, silent_progress());
    REQUIRE_FALSE(read);
    CHECK(read.error().message().find("atlas.json") != std::string::npos);
  }
  CHECK(peak_mb() - before < 300.0);
}
