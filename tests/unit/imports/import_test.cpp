// A folder in the archive's own form, written from boxes, and everything that can be wrong with one.

#include "dorsum/imports/import.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "dorsum/body/landmark_rules.h"
#include "dorsum/io/pack.h"
#include "licence.h"
#include "small_pack.h"

using namespace dorsum;
using io::test::box;
using io::test::TemporaryFolder;
using io::test::write_text;

namespace {

std::string obj_of(const std::string& concept_id, const geometry::TriangleMesh& mesh) {
  std::ostringstream out;
  out << "# BodyParts3D 4.0\r\n# File ID : FJ1\r\n# Concept ID : " << concept_id << "\r\n# English name : something\r\n";
  for (const glm::vec3& p : mesh.positions) out << fmt::format("v {:.3f} {:.3f} {:.3f}\n", p.x, p.y, p.z);
  for (const geometry::Triangle& t : mesh.triangles) out << fmt::format("f {} {} {}\n", t[0] + 1, t[1] + 1, t[2] + 1);
  return out.str();
}

atlas::Structure structure(const char* id, atlas::Kind kind, std::vector<std::string> concepts) {
  atlas::Structure made;
  made.id = id;
  made.kind = kind;
  made.name = id;
  made.concepts = std::move(concepts);
  return made;
}

std::vector<atlas::Structure> table() {
  return {structure("skin", atlas::Kind::skin, {"FMA7163"}), structure("hand.R", atlas::Kind::bone, {"FMA1", "FMA2"}),
          structure("vertebra-T6", atlas::Kind::bone, {"FMA9"}), structure("multifidus.R", atlas::Kind::muscle, {})};
}

/// A skin with two walls, a hand of two bones, a vertebra, and a file that nobody wants.
struct Archive {
  TemporaryFolder folder;
  Archive() {
    geometry::TriangleMesh skin = box({-200, -150, 0}, {200, 120, 1700});
    geometry::append(skin, box({-195, -145, 5}, {195, 115, 1695}));
    put("FJ1.obj", obj_of("FMA7163", skin));
    put("FJ2.obj", obj_of("FMA1", box({-300, 0, 700}, {-290, 10, 720})));
    put("FJ3.obj", obj_of("FMA2", box({-285, 0, 700}, {-280, 10, 720})));
    put("FJ4.obj", obj_of("FMA9", box({-8, -10, 1180}, {8, 60, 1210})));
    put("FJ5.obj", obj_of("FMA999", box({0, 0, 0}, {1, 1, 1})));
    put("readme.txt", "not a mesh");
  }
  void put(const char* name, const std::string& text) const { write_text(folder.path() / name, text); }
  [[nodiscard]] Result<imports::Imported> import() const { return imports::import_bodyparts3d(folder.path(), table(), {}, silent_progress()); }
};

bool any_note(const imports::Imported& imported, std::initializer_list<const char*> parts) {
  return std::any_of(imported.notes.begin(), imported.notes.end(), [&](const imports::Note& note) {
    return std::all_of(parts.begin(), parts.end(), [&](const char* part) { return note.text.find(part) != std::string::npos; });
  });
}

}  // namespace

TEST_CASE("files are found by the concept in their header, merged, cleaned and counted") {
  const Archive archive;
  const auto imported = archive.import();
  REQUIRE(imported);
  CHECK(imported->files_seen == 5);
  CHECK(imported->files_read == 4);
  REQUIRE(imported->atlas.structures.size() == 3);
  CHECK(imported->atlas.lacking == std::vector<std::string>{"multifidus.R"});
  CHECK(imported->atlas.structures[1].id == "hand.R");
  CHECK(imported->atlas.structures[1].source == "BodyParts3D FJ2, FJ3");
  CHECK(imported->atlas.provenance.find("Database Center for Life Science") != std::string::npos);
  CHECK(imported->atlas.licence == "CC-BY-SA-2.1-JP");
  CHECK(imported->meshes[0].triangles.size() == 12);  // the outer wall only
  CHECK(geometry::bounds_of(imported->meshes[0]).high.z == Approx(1700));
  CHECK(imported->meshes[1].triangles.size() == 24);
  for (const auto& mesh : imported->meshes) {
    CHECK(geometry::signed_volume_of(mesh) > 0.0);
    CHECK(mesh.normals.size() == mesh.positions.size());
  }
  // A box's corners are sharp: three normals each on a bone, one on the skin.
  CHECK(imported->meshes[2].positions.size() == 24);
  CHECK(imported->meshes[0].positions.size() == 8);
  CHECK(imported->atlas.landmarks.empty());  // whoever makes a pack of it measures them (workshop/derive.h)
  CHECK(body::measure_landmarks(imported->atlas.structures, imported->meshes).landmarks.contains("spinous-process:T6"));

  const TemporaryFolder out;
  REQUIRE(io::write_pack(out.path() / "pack", imported->atlas, imported->meshes));
  CHECK(io::problems_of_pack(out.path() / "pack").empty());
}

TEST_CASE("a licence is read as people write it, in full and in short, as text and as a page") {
  CHECK(imports::licence_stated_in("(c) The Database Center for Life Science, CC BY-SA 2.1 Japan") == "CC-BY-SA-2.1-JP");
  CHECK(imports::licence_stated_in("licensed under CC Attribution-Share Alike 2.1 Japan") == "CC-BY-SA-2.1-JP");
  CHECK(imports::licence_stated_in("Creative Commons\r\nAttribution-ShareAlike 2.1 Japan") == "CC-BY-SA-2.1-JP");
  CHECK(imports::licence_stated_in("<p>under the <a href=\"https://creativecommons.org/\">Creative Commons Attribution 4.0 International</a></p>") == "CC-BY-4.0");
  CHECK(imports::licence_stated_in("CC-BY-SA-4.0") == "CC-BY-SA-4.0");
  CHECK(imports::licence_stated_in("all rights reserved, in 4.0 copies").empty());
}

TEST_CASE("the licence is the one of the files' headers, unless the archive's own page names another") {
  const Archive archive;
  CHECK(archive.import()->atlas.provenance.find("Neither a page nor a header") != std::string::npos);
  archive.put("FJ5.obj", "# (c) The Database Center for Life Science, CC BY-SA 3.0\n" + obj_of("FMA999", box({0, 0, 0}, {1, 1, 1})));
  CHECK(archive.import()->atlas.licence == "CC-BY-SA-3.0");
  archive.put("README_e.html", "<h2>License</h2> Creative Commons Attribution 4.0 International");
  const auto imported = archive.import();
  REQUIRE(imported);
  CHECK(imported->atlas.licence == "CC-BY-4.0");
  CHECK(imported->atlas.provenance.find("licensed under CC-BY-4.0") != std::string::npos);
  CHECK(any_note(*imported, {"CC-BY-4.0", "CC-BY-SA-3.0", "the page holds"}));
}

TEST_CASE("damaged and missing files are named and the import goes on") {
  const Archive archive;
  const std::string good = obj_of("FMA2", box({-285, 0, 700}, {-280, 10, 720}));
  const char* expected = "";
  SECTION("no faces") {
    archive.put("FJ3.obj", good.substr(0, good.find("f 1")));
    expected = "no faces";
  }
  SECTION("index out of range") {
    archive.put("FJ3.obj", good + "f 1 2 9\n");
    expected = "face index 9 is out of range: there are 8";
  }
  SECTION("index zero") {
    archive.put("FJ3.obj", good + "f 0 1 2\n");
    expected = "face index 0";
  }
  SECTION("a huge index") {
    archive.put("FJ3.obj", good + "f 1 2 99999999999999999999999\n");
    expected = "no face index";
  }
  SECTION("a vertex that is no number") {
    archive.put("FJ3.obj", good + "v 1 nan 2\n");
    expected = "\"nan\" is not a finite number";
  }
  SECTION("a vertex cut short") {
    archive.put("FJ3.obj", good + "v 1 2");
    expected = "three numbers";
  }
  SECTION("a line of two million characters") {
    archive.put("FJ3.obj", good + "f " + std::string(2'000'000, '1') + "\n");
    expected = "the line has 2000002 characters";
  }
  SECTION("binary rubbish after the header") {
    archive.put("FJ3.obj", "# Concept ID : FMA2\n" + std::string(5000, '\x01'));
    expected = "no vertices";
  }
  const auto imported = archive.import();
  REQUIRE(imported);
  CAPTURE(imports::by_weight(imported->notes));
  CHECK(any_note(*imported, {"hand.R", "FJ3.obj", expected}));
  CHECK(imported->files_read == 3);
  REQUIRE(imported->atlas.structures.size() == 3);
  CHECK(imported->meshes[1].triangles.size() == 12);  // the other bone
}

TEST_CASE("a structure whose every file is damaged or missing is lacking") {
  const Archive archive;
  archive.put("FJ2.obj", "# Concept ID : FMA1\n");
  std::filesystem::remove(archive.folder.path() / "FJ3.obj");
  archive.put("FJ9.obj", "");
  archive.put("FJ8.obj", "v 1 2 3\n");
  const auto imported = archive.import();
  REQUIRE(imported);
  CAPTURE(imports::by_weight(imported->notes));
  CHECK(imported->atlas.lacking == std::vector<std::string>{"hand.R", "multifidus.R"});
  CHECK(any_note(*imported, {"hand.R", "FMA2"}));
  CHECK(any_note(*imported, {"hand.R", "FJ2.obj"}));
  CHECK(any_note(*imported, {"FJ8.obj", "names a concept"}));
  CHECK(any_note(*imported, {"FJ9.obj"}));
}

TEST_CASE("a folder that can't be imported gives one message") {
  const TemporaryFolder folder;
  const auto message = [&](const std::filesystem::path& place) {
    const auto imported = imports::import_bodyparts3d(place, table(), {}, silent_progress());
    REQUIRE_FALSE(imported);
    return imported.error().message();
  };
  CHECK(message(folder.path() / "none").find("there is no such folder") != std::string::npos);
  CHECK(message(folder.path()).find("the folder is empty") != std::string::npos);
  write_text(folder.path() / "a.txt", "x");
  CHECK(message(folder.path()).find("no .obj file") != std::string::npos);
  CHECK(message(folder.path() / "a.txt").find("zip archive") != std::string::npos);
  write_text(folder.path() / "a.obj", obj_of("FMA12345", box({0, 0, 0}, {1, 1, 1})));
  CHECK(message(folder.path()).find("none of its 1 OBJ files") != std::string::npos);
  write_text(folder.path() / "a.obj", "# Concept ID : FMA9\nv 1 2 3\n");
  CHECK(message(folder.path()).find("damaged") != std::string::npos);
}

TEST_CASE("an import stops when the progress says so") {
  const Archive archive;
  const auto imported = imports::import_bodyparts3d(archive.folder.path(), table(), {}, [](std::string_view, float done) { return done < 0.3F; });
  REQUIRE_FALSE(imported);
  CHECK(imported.error().reason == "stopped");
}
