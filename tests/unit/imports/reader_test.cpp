// The process that reads: whatever it does, here it is a message. And what it may not do.

#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>

#include "findings.h"
#include "made_files.h"
#include "reader_process.h"

using namespace dorsum;
using namespace dorsum::imports;
using namespace dorsum::imports::test;

namespace {

/// Makes readers misbehave while it lives.
struct Misbehaving {
  explicit Misbehaving(const char* how) { ::setenv("DORSUM_TEST_READER", how, 1); }
  ~Misbehaving() { ::unsetenv("DORSUM_TEST_READER"); }
  Misbehaving(const Misbehaving&) = delete;
  Misbehaving& operator=(const Misbehaving&) = delete;
};

ReaderSetup impatient() {
  ReaderSetup setup;
  setup.limits.seconds_without_progress = 3.0;
  return setup;
}

}  // namespace

TEST_CASE("a reader that crashes, hangs, floods, lies or leaves is a message that names the file") {
  const auto [how, told] = GENERATE(table<const char*, const char*>({{"crash", "crash"},
                                                                     {"abort", "crash"},
                                                                     {"leave", "status 7"},
                                                                     {"hang", "came no further"},
                                                                     {"stall", "came no further"},
                                                                     {"flood", "does not hold together"},
                                                                     {"ask", "came no further"},
                                                                     {"rubbish", "does not hold together"},
                                                                     {"lie", "does not hold together"},
                                                                     {"cut", "ended early"}}));
  CAPTURE(how);
  const Misbehaving misbehaving(how);
  const Try one("a.obj", obj_body());
  const auto start = std::chrono::steady_clock::now();
  const auto imported = one.import(identity_map(), {}, impatient());
  REQUIRE_FALSE(imported);
  CAPTURE(imported.error().message());
  CHECK(imported.error().trouble == Trouble::bad_input);
  CHECK(imported.error().message().find("a.obj") != std::string::npos);
  CHECK(imported.error().message().find(told) != std::string::npos);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60));
}

TEST_CASE("a reader may not take more memory than it was given") {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  WARN("the checks' own memory is larger than any limit: not tested");
#else
  ReaderSetup setup;
  setup.limits.memory_bytes = 128U * 1024U * 1024U;
  // Each instance is one of a mesh of twelve triangles: a small file that asks for a large model.
  Gltf gltf;
  const std::size_t mesh = gltf.mesh(mesh_of(body_parts()[1], to_gltf()));
  const std::size_t count = 400'000;
  const std::size_t places = gltf.accessor(gltf.view(std::vector<glm::vec3>(1)), 5126, count, "VEC3");
  gltf.document["accessors"][places].erase("bufferView");
  gltf.document["accessors"][places]["sparse"] = {{"count", 1}, {"indices", {{"bufferView", gltf.view(std::vector<std::uint32_t>{0})}, {"componentType", 5125}}}, {"values", {{"bufferView", gltf.view(std::vector<glm::vec3>(1))}}}};
  gltf.node({{"name", "vertebra-T6"}, {"mesh", mesh}, {"extensions", {{"EXT_mesh_gpu_instancing", {{"attributes", {{"TRANSLATION", places}}}}}}}});
  const std::string told = Try("a.glb", gltf.glb()).refusal(R"({"vertebra-T6": "vertebra-T6"})", setup);
  CAPTURE(told);
  CHECK(told.find("memory") != std::string::npos);
#endif
}

TEST_CASE("an import stops when the progress says so, also while the reader hangs") {
  const Misbehaving misbehaving("hang");
  const Try one("a.obj", obj_body());
  write_text(one.folder.path() / "map.json", identity_map());
  int calls = 0;
  const auto imported = import_model(one.file, {one.folder.path() / "map.json", {}}, body_table(), {}, [&calls](std::string_view, float) { return ++calls < 3; });
  REQUIRE_FALSE(imported);
  CHECK(imported.error().reason == "stopped");
}

TEST_CASE("findings come back as they were, and no damaged byte of them is believed") {
  Findings findings;
  findings.stated = {10.0F, Axis{1, 1}, Axis{2, -1}, true};
  findings.notes = {"a note"};
  FoundNode file, part;
  part.name = "Schulterblatt \xC3\xBC";
  part.aliases = {"mesh"};
  part.groups = {"bones", "left"};
  part.ids = {"FMA13395"};
  part.parent = 0;
  part.mesh = mesh_of(body_parts()[1]);
  findings.nodes = {file, part};
  const std::string bytes = bytes_of(findings);
  const auto back = findings_of(bytes, "a.obj");
  REQUIRE(back);
  CHECK(back->stated.mm == 10.0F);
  CHECK(back->stated.up == Axis{1, 1});
  CHECK(back->stated.front == Axis{2, -1});
  CHECK(back->stated.mirrored);
  REQUIRE(back->nodes.size() == 2);
  CHECK(back->nodes[1].name == part.name);
  CHECK(back->nodes[1].groups == part.groups);
  CHECK(back->nodes[1].mesh.triangles == part.mesh.triangles);
  for (std::size_t length = 0; length < bytes.size(); ++length) CHECK_FALSE(findings_of(bytes.substr(0, length), "a.obj"));
  CHECK_FALSE(findings_of(bytes + "x", "a.obj"));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const char flip : {'\x01', '\x40', '\x80'}) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ flip);
      const auto read = findings_of(damaged, "a.obj");
      if (!read) continue;
      for (const FoundNode& node : read->nodes) {
        for (const auto& triangle : node.mesh.triangles) {
          for (const std::uint32_t corner : triangle) REQUIRE(corner < node.mesh.positions.size());
        }
      }
    }
  }
}

TEST_CASE("names are shown without what would change a terminal") {
  CHECK(showable("a\x1b[31mb") == "a [31mb");
  CHECK(showable("\xff") == "\xEF\xBF\xBD");
  CHECK(showable(std::string(500, 'x')).size() == 203);
}
