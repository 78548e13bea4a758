// The BodyParts3D archive as people have it, and files that are no models.

#include <zip.h>

#include <catch2/catch.hpp>

#include "made_files.h"

using namespace dorsum;
using namespace dorsum::imports;
using namespace dorsum::imports::test;

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> concepts{"FMA7163", "FMA9945", "FMA13395", "FMA13396", "FMA7487", "FMA16202"};

std::string element(std::size_t part, const std::string& logic = "is_a", const std::string& more = {}) {
  return obj_object(fmt::format("# BodyParts3D\n# Build-up logic : FMA 3.0 {}\n# Concept ID : {}\n{}", logic, concepts[part], more), mesh_of(body_parts()[part]));
}

void put(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  write_text(file, text);
}

Result<Imported> import(const fs::path& place) { return import_bodyparts3d(place, body_table(), {}, silent_progress()); }

void check_all(const Result<Imported>& imported, std::size_t files = 6) {
  if (!imported) FAIL(imported.error().message());
  CAPTURE(by_weight(imported->notes));
  CHECK(imported->meshes.size() == 6);
  CHECK(imported->files_read == files);
  for (const auto& mesh : imported->meshes) CHECK(mesh.triangles.size() == 12);
  CHECK(bounds_of(*imported, "vertebra-T6").high.z == Approx(1264));
}

void write_zip(const fs::path& file, const std::string& folder) {
  int problem = 0;
  zip_t* const archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &problem);
  REQUIRE(archive != nullptr);
  static std::vector<std::string> kept;  // libzip reads them when it closes
  kept.clear();
  for (std::size_t i = 0; i < concepts.size(); ++i) kept.push_back(element(i));
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    zip_source_t* const source = zip_source_buffer(archive, kept[i].data(), kept[i].size(), 0);
    REQUIRE(zip_file_add(archive, fmt::format("{}/FJ{}.obj", folder, i).c_str(), source, 0) >= 0);
  }
  REQUIRE(zip_close(archive) == 0);
}

}  // namespace

TEST_CASE("the archive is read in every form that people have of it") {
  const TemporaryFolder folder;
  SECTION("a folder above, .Obj and .OBJ") {
    for (std::size_t i = 0; i < concepts.size(); ++i) put(folder.path() / "isa" / fmt::format("FJ{}.{}", i, i % 2 == 0 ? "Obj" : "OBJ"), element(i));
    put(folder.path() / "__MACOSX" / "isa" / "._FJ1.obj", "rubbish");
    check_all(import(folder.path()));
  }
  SECTION("a folder a structure") {
    for (std::size_t i = 0; i < concepts.size(); ++i) put(folder.path() / concepts[i] / "mesh.obj", obj_object("", mesh_of(body_parts()[i])));
    check_all(import(folder.path()));
  }
  SECTION("release 3.0, by the files' names") {
    for (std::size_t i = 0; i < concepts.size(); ++i) put(folder.path() / (concepts[i] + ".obj"), obj_object("# Wavefront OBJ file of BodyParts3D\n", mesh_of(body_parts()[i])));
    check_all(import(folder.path()));
  }
  SECTION("the STL copy") {
    for (std::size_t i = 0; i < concepts.size(); ++i) put(folder.path() / (concepts[i] + ".stl"), stl_of(mesh_of(body_parts()[i]), "BodyParts3D " + concepts[i]));
    check_all(import(folder.path()));
  }
  SECTION("the zip itself, and its folder") {
    write_zip(folder.path() / "isa_BP3D.zip", "isa_BP3D");
    check_all(import(folder.path() / "isa_BP3D.zip"));
    check_all(import(folder.path()));
  }
  SECTION("each element twice: as is_a and as part_of, and again without a word of it") {
    for (std::size_t i = 0; i < concepts.size(); ++i) {
      put(folder.path() / "isa" / fmt::format("FJ{}.obj", i), element(i));
      put(folder.path() / "partof" / fmt::format("FJ{}.obj", i), element(i, "part_of"));
      put(folder.path() / "isa" / fmt::format("FJ{}M.obj", i), element(i));
    }
    check_all(import(folder.path()));
  }
}

TEST_CASE("a wrong element is told and left out") {
  const TemporaryFolder folder;
  for (std::size_t i = 0; i < concepts.size(); ++i) put(folder.path() / fmt::format("FJ{}.obj", i), element(i));
  put(folder.path() / "FJ9.obj", obj_object("# Concept ID : FMA9945\n", mesh_of(body_parts()[0])));
  const auto imported = import(folder.path());
  check_all(imported);
  CHECK(has_note(imported->notes, {"vertebra-T6", "FJ9.obj", "wrong element"}));
  put(folder.path() / "FJ1.obj", element(1, "is_a", "# Bounds(mm) : (0,0,0)-(10,10,10)\n"));
  CHECK(has_note(import(folder.path())->notes, {"FJ1.obj", "otherwise than its header says"}));
}

TEST_CASE("an archive that is none says what to name") {
  const TemporaryFolder folder;
  const auto told = [](const fs::path& place) {
    const auto imported = import(place);
    REQUIRE_FALSE(imported);
    return imported.error().message();
  };
  put(folder.path() / "a.zip", "PK\3\4 and no more");
  CHECK(told(folder.path() / "a.zip").find("zip archive") != std::string::npos);
  put(folder.path() / "b" / "c.txt", "x");
  CHECK(told(folder.path() / "b").find("isa_BP3D_4.0_obj_99.zip") != std::string::npos);
  put(folder.path() / "FJ1.obj", element(1));
  CHECK(told(folder.path() / "FJ1.obj").find("import model") != std::string::npos);
}

TEST_CASE("formats of the field are refused with how to convert them") {
  for (const auto& [name, bytes, remedy] : {std::tuple("a.vtk", "# vtk DataFile Version 3.0", "ParaView"), std::tuple("a.vtp", "<VTKFile>", "Slicer"), std::tuple("a.wrl", "#VRML V2.0 utf8", "Blender"),
                                            std::tuple("a.usdz", "PK\3\4", "Blender"), std::tuple("a.osim", "<OpenSimDocument>", "Geometry"), std::tuple("a.blend", "BLENDER-v300", "glTF"),
                                            std::tuple("a.zip", "PK\3\4", "bodyparts3d"), std::tuple("a.nii", "x", "Slicer"), std::tuple("a.xyzzy", "x", "are read")}) {
    CAPTURE(name);
    const std::string told = Try(name, bytes).refusal(R"({"a": "skin"})");
    CAPTURE(told);
    CHECK(told.find(name) != std::string::npos);
    CHECK(told.find(remedy) != std::string::npos);
  }
}
