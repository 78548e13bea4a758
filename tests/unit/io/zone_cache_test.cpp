#include <catch2/catch.hpp>

#include <cstdlib>

#include "dorsum/io/pack.h"
#include "small_pack.h"

using namespace dorsum;
using io::test::read_text;
using io::test::TemporaryFolder;
using io::test::write_text;

namespace {

constexpr std::size_t skin_vertices = 100;

body::Zones some_zones() {
  body::Zone a;
  a.trigger = "trapezius-3.R";
  a.area = 1;
  a.kind = atlas::ZoneKind::spillover;
  a.sensation = atlas::Sensation::gooseflesh;
  a.region = "suboccipital";
  a.vertices = {{3, 1.0F}, {99, 0.25F}};
  a.area_mm2 = 1234.5;
  a.centre = {{.triangle = 7, .barycentric = {0.5F, 0.25F, 0.25F}}, {1, 2, 3}};
  a.facing = {0, 0, 1};
  body::Zone b;
  b.trigger = "multifidus-1.L";
  return {a, b};
}

/// XDG_CACHE_HOME pointing into a folder of the test's own.
struct OwnCache {
  explicit OwnCache(const std::filesystem::path& folder) { ::setenv("XDG_CACHE_HOME", folder.c_str(), 1); }
  ~OwnCache() { ::unsetenv("XDG_CACHE_HOME"); }
};

}  // namespace

TEST_CASE("zones come back from the cache as they were kept, under their own hash only") {
  const TemporaryFolder folder;
  const OwnCache cache(folder.path() / "cache");
  std::filesystem::create_directory(folder.path() / "pack");
  const auto pack = folder.path() / "pack";
  CHECK_FALSE(io::read_cached_zones(pack, "abc", skin_vertices));
  io::write_cached_zones(pack, "abc", some_zones());
  const auto read = io::read_cached_zones(pack, "abc", skin_vertices);
  REQUIRE(read);
  REQUIRE(read->size() == 2);
  const body::Zone &a = read->front(), before = some_zones().front();
  CHECK(a.trigger == before.trigger);
  CHECK(a.area == 1);
  CHECK(a.kind == before.kind);
  CHECK(a.sensation == before.sensation);
  CHECK(a.region == before.region);
  CHECK(a.area_mm2 == before.area_mm2);
  CHECK(a.centre == before.centre);
  CHECK(a.facing == before.facing);
  REQUIRE(a.vertices.size() == 2);
  CHECK(a.vertices[1].vertex == 99);
  CHECK(a.vertices[1].weight == 0.25F);
  CHECK_FALSE(io::read_cached_zones(pack, "abd", skin_vertices));

  io::write_cached_zones(pack, "abd", some_zones());
  CHECK_FALSE(io::read_cached_zones(pack, "abc", skin_vertices));  // replaced
}

TEST_CASE("a damaged or foreign cache counts as none") {
  const TemporaryFolder folder;
  const OwnCache cache(folder.path() / "cache");
  io::write_cached_zones(folder.path(), "abc", some_zones());
  CHECK_FALSE(io::read_cached_zones(folder.path(), "abc", 99));  // a skin with fewer vertices
  const auto file = folder.path() / "derived-zones-abc.bin";
  const std::string whole = read_text(file);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    write_text(file, whole.substr(0, length));
    CHECK_FALSE(io::read_cached_zones(folder.path(), "abc", skin_vertices));
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    write_text(file, damaged);
    CHECK_FALSE(io::read_cached_zones(folder.path(), "abc", skin_vertices));
  }
}

TEST_CASE("where the pack can't be written, zones are kept in the user's cache") {
  const TemporaryFolder folder;
  const OwnCache cache(folder.path() / "cache");
  const auto missing = folder.path() / "no-such-pack";
  io::write_cached_zones(missing, "abc", some_zones());
  CHECK(std::filesystem::exists(folder.path() / "cache" / "dorsum" / "derived-zones-abc.bin"));
  CHECK(io::read_cached_zones(missing, "abc", skin_vertices));
}

TEST_CASE("the cache key follows the pack and the content") {
  const TemporaryFolder folder;
  write_text(folder.path() / "a.json", "{}");
  io::Pack pack;
  pack.content_hash = "one";
  const std::string key = io::zone_cache_key(pack, folder.path());
  CHECK(io::zone_cache_key(pack, folder.path()) == key);
  write_text(folder.path() / "a.json", "{ }");
  const std::string other_content = io::zone_cache_key(pack, folder.path());
  CHECK(other_content != key);
  pack.content_hash = "two";
  CHECK(io::zone_cache_key(pack, folder.path()) != other_content);
  // Nothing but content counts: not where it lies, nor when it was written, nor which program asks.
  const TemporaryFolder elsewhere;
  write_text(elsewhere.path() / "a.json", "{}");
  pack.content_hash = "one";
  CHECK(io::zone_cache_key(pack, elsewhere.path()) == key);
  CHECK(key == "73f2609b54894538");
  // From one file to the next is a change.
  write_text(folder.path() / "a.json", "{}{");
  write_text(folder.path() / "b.json", "}");
  const std::string parted = io::zone_cache_key(pack, folder.path());
  write_text(folder.path() / "a.json", "{}");
  write_text(folder.path() / "b.json", "{}");
  CHECK(io::zone_cache_key(pack, folder.path()) != parted);
}
