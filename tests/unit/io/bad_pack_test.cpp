// Every kind of bad pack ends in one message with the file, the field and the reason.

#include <catch2/catch.hpp>

#include <cstring>
#include <limits>

#include "../as_nobody.h"
#include "dorsum/io/pack.h"
#include "small_pack.h"

using namespace dorsum;
using io::test::read_text;
using io::test::small_pack;
using io::test::TemporaryFolder;
using io::test::write_text;

namespace {

/// A good pack on disk, to be spoilt.
struct Spoilt {
  TemporaryFolder folder;
  std::filesystem::path pack = folder.path() / "pack";
  Spoilt() {
    const auto good = small_pack();
    REQUIRE(io::write_pack(pack, good.atlas, good.meshes));
  }
  void replace(const char* file, const std::string& from, const std::string& to) const {
    std::string text = read_text(pack / file);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    write_text(pack / file, text);
  }
  /// Replaces text in the JSON of meshes.glb by text of the same length.
  void replace_in_layout(const std::string& from, const std::string& to) const {
    REQUIRE(from.size() == to.size());
    replace("meshes.glb", from, to);
  }
  /// Where the binary chunk begins.
  [[nodiscard]] std::size_t binary_start() const { return read_text(pack / "meshes.glb").rfind(std::string("BIN\0", 4)) + 4; }
  template <class T>
  void poke(std::size_t offset, T value) const {
    std::string bytes = read_text(pack / "meshes.glb");
    REQUIRE(offset + sizeof value <= bytes.size());
    std::memcpy(bytes.data() + offset, &value, sizeof value);
    write_text(pack / "meshes.glb", bytes);
  }
  void check_message(std::initializer_list<const char*> parts) const {
    const auto read = io::read_pack(pack, silent_progress());
    REQUIRE_FALSE(read);
    const std::string message = read.error().message();
    CAPTURE(message);
    CHECK(read.error().trouble == Trouble::bad_input);
    for (const char* part : parts) {
      CAPTURE(part);
      CHECK(message.find(part) != std::string::npos);
    }
    CHECK_FALSE(io::problems_of_pack(pack).empty());
  }
};

}  // namespace

TEST_CASE("a pack folder that is missing, empty, a file, or half there") {
  const Spoilt spoilt;
  std::filesystem::remove_all(spoilt.pack);
  spoilt.check_message({"pack", "there is no such folder"});
  std::filesystem::create_directory(spoilt.pack);
  spoilt.check_message({"pack", "empty"});
  write_text(spoilt.pack / "atlas.json", "{}");
  spoilt.check_message({"meshes.glb", "there is no such file"});
  std::filesystem::remove_all(spoilt.pack);
  write_text(spoilt.pack, "a file");
  spoilt.check_message({"not a folder"});
}

TEST_CASE("a pack whose files are empty or unreadable") {
  const Spoilt spoilt;
  SECTION("empty facts") {
    write_text(spoilt.pack / "atlas.json", "");
    spoilt.check_message({"atlas.json", "empty"});
  }
  SECTION("empty meshes") {
    write_text(spoilt.pack / "meshes.glb", "");
    spoilt.check_message({"meshes.glb", "empty"});
  }
  SECTION("a folder in a file's place") {
    std::filesystem::remove(spoilt.pack / "meshes.glb");
    std::filesystem::create_directory(spoilt.pack / "meshes.glb");
    spoilt.check_message({"meshes.glb", "folder"});
  }
  SECTION("no permission") {
    std::filesystem::permissions(spoilt.folder.path(), std::filesystem::perms::all);
    std::filesystem::permissions(spoilt.pack / "meshes.glb", std::filesystem::perms::none);
    const test::AsNobody nobody;
    spoilt.check_message({"meshes.glb", "can't be read"});
  }
}

TEST_CASE("atlas.json with something wrong names the field") {
  const Spoilt spoilt;
  SECTION("unknown field") {
    spoilt.replace("atlas.json", "\"licence\"", "\"license\": 1, \"licence\"");
    spoilt.check_message({"atlas.json", "license"});
  }
  SECTION("wrong type") {
    spoilt.replace("atlas.json", "\"layer\": 2", "\"layer\": \"two\"");
    spoilt.check_message({"atlas.json", "structures[1].layer", "two"});
  }
  SECTION("duplicate id") {
    spoilt.replace("atlas.json", "\"id\": \"vertebra-T6\"", "\"id\": \"skin\"");
    spoilt.check_message({"atlas.json", "skin"});
  }
  SECTION("NaN") {
    spoilt.replace("atlas.json", "1195.0", "NaN");
    spoilt.check_message({"atlas.json", "not valid JSON"});
  }
  SECTION("a number that is too large to be finite") {
    spoilt.replace("atlas.json", "1195.0", "1e999");
    spoilt.check_message({"atlas.json"});
  }
  SECTION("unknown landmark") {
    spoilt.replace("atlas.json", "spinous-process:T6", "spinous-process:T66");
    spoilt.check_message({"atlas.json", "spinous-process:T66"});
  }
  SECTION("cut short") {
    write_text(spoilt.pack / "atlas.json", read_text(spoilt.pack / "atlas.json").substr(0, 300));
    spoilt.check_message({"atlas.json", "not valid JSON"});
  }
  SECTION("a structure without a node, and a node without a structure") {
    spoilt.replace("atlas.json", "\"id\": \"vertebra-T6\"", "\"id\": \"vertebra-T7\"");
    spoilt.check_message({"meshes.glb", "vertebra-T6"});
    const auto problems = io::problems_of_pack(spoilt.pack);
    REQUIRE(problems.size() == 2);
    CHECK(problems[1].message().find("vertebra-T7") != std::string::npos);
  }
}

TEST_CASE("meshes.glb with something wrong is refused before it is used") {
  const Spoilt spoilt;
  SECTION("not a GLB") {
    write_text(spoilt.pack / "meshes.glb", std::string(4000, 'x'));
    spoilt.check_message({"meshes.glb", "not a binary glTF"});
  }
  SECTION("cut short anywhere") {
    const std::string whole = read_text(spoilt.pack / "meshes.glb");
    for (std::size_t length = 1; length < whole.size(); length += 97) {
      write_text(spoilt.pack / "meshes.glb", whole.substr(0, length));
      CHECK_FALSE(io::read_pack(spoilt.pack, silent_progress()));
    }
    write_text(spoilt.pack / "meshes.glb", whole.substr(0, whole.size() - 1));
    spoilt.check_message({"meshes.glb", "cut short"});
  }
  SECTION("chunk length beyond the file") {
    spoilt.poke<std::uint32_t>(12, 0xFFFFFFF0U);
    spoilt.check_message({"meshes.glb", "chunk"});
  }
  SECTION("a huge count") {
    spoilt.replace_in_layout("\"count\":8,\"type\":\"VEC3\"", "\"count\":9,\"type\":\"VEC3\"");
    spoilt.check_message({"meshes.glb", "accessors[0]", "past the end"});
  }
  SECTION("an index out of range") {
    // The skin's indices follow its positions and normals, 8 x 12 bytes each.
    spoilt.poke<std::uint16_t>(spoilt.binary_start() + 192, 60000);
    spoilt.check_message({"meshes.glb", "index 60000 is out of range"});
  }
  SECTION("a vertex that is no number") {
    spoilt.poke(spoilt.binary_start(), std::numeric_limits<float>::quiet_NaN());
    spoilt.check_message({"meshes.glb", "skin", "vertex 0"});
  }
  SECTION("two nodes of one name") {
    // Same length, so that the chunk lengths still fit.
    const std::string text = read_text(spoilt.pack / "meshes.glb");
    const std::size_t nodes = text.find("\"nodes\":[{");
    const std::size_t at = text.find("\"vertebra-T6\"", nodes);
    REQUIRE(at != std::string::npos);
    std::string changed = text;
    changed.replace(at, 13, "\"skin\"       ");
    write_text(spoilt.pack / "meshes.glb", changed);
    spoilt.check_message({"meshes.glb", "two nodes are named \"skin\""});
  }
  SECTION("every byte of the layout, damaged one at a time, gives a pack or a message and no crash") {
    const std::string whole = read_text(spoilt.pack / "meshes.glb");
    for (std::size_t at = 0; at + 300 < whole.size() && at < spoilt.binary_start(); at += 3) {
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
      write_text(spoilt.pack / "meshes.glb", damaged);
      const auto read = io::read_pack(spoilt.pack, silent_progress());
      if (!read) CHECK_FALSE(read.error().message().empty());
    }
  }
}
