// Files as they come when a download breaks off, a disk fills up, or someone means harm: one message, no crash.

#include <catch2/catch.hpp>

#include "dorsum/imports/import.h"
#include "small_pack.h"

using namespace dorsum;
using io::test::TemporaryFolder;
using io::test::write_text;

namespace {

std::vector<atlas::Structure> one_vertebra() {
  atlas::Structure bone;
  bone.id = bone.name = "vertebra-T6";
  bone.concepts = {"FMA9968"};
  return {bone};
}

const std::string tetrahedron = "# Concept ID : FMA9968\nv 0 0 0\nv 60 0 0\nv 0 60 0\nv 0 0 60\nf 1 3 2\nf 1 2 4\nf 2 3 4\nf 1 4 3\n";

/// The message with which a model file is refused; it must name the file.
std::string refusal_of_model(const std::string& name, const std::string& bytes) {
  const TemporaryFolder folder;
  write_text(folder.path() / name, bytes);
  write_text(folder.path() / "map.json", R"({"one": "vertebra-T6"})");
  const auto read = imports::import_model(folder.path() / name, {folder.path() / "map.json", {}}, one_vertebra(), {}, silent_progress());
  if (read) return {};
  CHECK(read.error().message().find(name) != std::string::npos);
  CHECK_FALSE(read.error().reason.empty());
  return read.error().message();
}

}  // namespace

TEST_CASE("an empty file, a text and rubbish in every format of meshes is refused with its name") {
  for (const char* name : {"a.obj", "a.glb", "a.gltf", "a.stl", "a.ply", "a.dae", "a.fbx", "a.3ds", "a.off", "a.x3d", "a.nothing"}) {
    CAPTURE(name);
    CHECK_FALSE(refusal_of_model(name, "").empty());
    CHECK_FALSE(refusal_of_model(name, "This is a letter to my aunt.\n").empty());
    CHECK_FALSE(refusal_of_model(name, std::string(4096, '\xff')).empty());
    CHECK_FALSE(refusal_of_model(name, std::string(4096, '\0')).empty());
  }
}

TEST_CASE("an OBJ file cut off anywhere is read as far as it holds together, or told") {
  const TemporaryFolder folder;
  for (std::size_t length = 0; length < tetrahedron.size(); ++length) {
    CAPTURE(length);
    write_text(folder.path() / "one.obj", tetrahedron.substr(0, length));
    const auto imported = imports::import_bodyparts3d(folder.path(), one_vertebra(), {}, silent_progress());
    if (!imported) CHECK_FALSE(imported.error().message().empty());
  }
}

TEST_CASE("numbers that no mesh has are refused with the line") {
  const TemporaryFolder folder;
  for (const char* line : {"v nan 0 0", "v inf 0 0", "v -inf 0 0", "v 1e999 0 0", "v 0x10 0 0", "f -5 1 2", "f 1 2 -99999999999", "f 1/2/3/4 2 3", "f 1//9 2 3",
                           "f 2147483648 1 2", "f 1 2", "f -9223372036854775808 1 2", "v 1 2"}) {
    CAPTURE(line);
    write_text(folder.path() / "one.obj", tetrahedron + line + "\n");
    const auto imported = imports::import_bodyparts3d(folder.path(), one_vertebra(), {}, silent_progress());
    // The one file that there was is damaged: nothing is left to import.
    const std::string told = imported ? (imported->notes.empty() ? "" : imported->notes.front().text) : imported.error().message();
    CHECK(told.find("line 10") != std::string::npos);
  }
}
