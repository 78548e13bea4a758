// Unit and axes: from the file, then from the body, then from the user.

#include <zip.h>

#include <catch2/catch.hpp>

#include "anatomy.h"
#include "made_files.h"

using namespace dorsum;
using namespace dorsum::imports;
using namespace dorsum::imports::test;

namespace {

const To gltf_frame{{1, 0, 0}, {0, 0, -1}, {0, 1, 0}, 0.001F};
const To y_up_cm{{1, 0, 0}, {0, 0, -1}, {0, 1, 0}, 0.1F};
const To ras{{-1, 0, 0}, {0, -1, 0}, {0, 0, 1}, 1.0F};

void check_body(const Result<Imported>& imported) {
  if (!imported) FAIL(imported.error().message());
  for (const Part& part : body_parts()) {
    CAPTURE(part.id);
    const geometry::Bounds bounds = bounds_of(*imported, part.id);
    for (glm::length_t c = 0; c < 3; ++c) {
      CHECK(bounds.low[c] == Approx(part.low[c]).margin(0.01));
      CHECK(bounds.high[c] == Approx(part.high[c]).margin(0.01));
    }
    CHECK(geometry::signed_volume_of(imported->meshes[*imported->atlas.index_of(part.id)]) > 0.0);
  }
}

StatedFrame said(const char* unit, const char* up, const char* front, bool mirror = false) {
  StatedFrame frame;
  if (unit != nullptr) frame.mm = millimetres_in(unit);
  if (up != nullptr) frame.up = axis_named(up);
  if (front != nullptr) frame.front = axis_named(front);
  frame.mirrored = mirror;
  return frame;
}

}  // namespace

TEST_CASE("what a file says of its unit and axes is heeded") {
  SECTION("FBX: centimetres, +Y up") { check_body(Try("a.fbx", fbx_body(y_up_cm, 1, 2, 1, 0, 1, "1.0")).import(identity_map())); }
  SECTION("FBX: metres, +Z up, as Blender") { check_body(Try("a.fbx", fbx_body({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, 0.001F}, 2, 1, -1, 0, 1, "100.0")).import(identity_map())); }
  SECTION("Collada: +Z up, metres") { check_body(Try("a.dae", collada_body({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, 0.001F}, "Z_UP", "1")).import(identity_map())); }
  SECTION("Collada: +Z up, millimetres") { check_body(Try("a.dae", collada_body({}, "Z_UP", "0.001")).import(identity_map())); }
  SECTION("Collada: +Y up, metres") { check_body(Try("a.dae", collada_body(gltf_frame, "Y_UP", "1")).import(identity_map())); }
  SECTION("Collada: +Y up, centimetres") { check_body(Try("a.dae", collada_body(y_up_cm, "Y_UP", "0.01")).import(identity_map())); }
  SECTION("OBJ: a unit in its comments") { check_body(Try("a.obj", obj_body({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, 0.001F}, "# exported\n# Units: meters\n")).import(identity_map())); }
  SECTION("OBJ: right, anterior, superior, as Slicer") { check_body(Try("a.obj", obj_body(ras, "# 3D Slicer output. SPACE=RAS\n")).import(identity_map())); }
  SECTION("OBJ: left, posterior, superior, as Slicer") { check_body(Try("a.obj", obj_body({}, "# SPACE=LPS\n")).import(identity_map())); }
  SECTION("STL: right, anterior, superior") {
    const auto imported = Try("a.stl", stl_of(mesh_of(body_parts()[2], ras), "3D Slicer output. SPACE=RAS")).import(R"({"a": "scapula.R"})");
    if (!imported) FAIL(imported.error().message());
    CHECK(bounds_of(*imported, "scapula.R").high.x == Approx(-47));
    CHECK(bounds_of(*imported, "scapula.R").low.y == Approx(85));
  }
}

TEST_CASE("where nobody says it, the body contradicts, and the way out is named") {
  const auto told = [](const To& to) { return Try("a.obj", obj_body(to)).refusal(identity_map()); };
  CHECK(told({}).empty());
  const std::string metres = told({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, 0.001F});
  CAPTURE(metres);
  CHECK(metres.find("add --unit m") != std::string::npos);
  CHECK(metres.find("1.74 mm") != std::string::npos);
  CHECK(told({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, 0.1F}).find("add --unit cm") != std::string::npos);
  CHECK(told({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, 1.0F / 25.4F}).find("add --unit in") != std::string::npos);
  CHECK(told(ras).find("add --front +Y") != std::string::npos);
  CHECK(told({{1, 0, 0}, {0, 0, -1}, {0, 1, 0}, 1.0F}).find("add --up +Y") != std::string::npos);
  CHECK(told({{-1, 0, 0}, {0, 1, 0}, {0, 0, 1}, 1.0F}).find("add --mirror") != std::string::npos);
  CHECK(told({{0, 1, 0}, {-1, 0, 0}, {0, 0, 1}, 1.0F}).find("add --front +X") != std::string::npos);
}

TEST_CASE("every frame that is proposed mends the file") {
  const auto axes = std::vector<glm::vec3>{{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
  std::vector<atlas::Structure> table = body_table();
  for (const glm::vec3& left : axes) {
    for (const glm::vec3& posterior : axes) {
      for (const glm::vec3& up : axes) {
        if (std::abs(glm::dot(left, posterior)) + std::abs(glm::dot(left, up)) + std::abs(glm::dot(posterior, up)) > 0.0F) continue;
        const To to{left, posterior, up, 0.001F};
        std::vector<Placed> parts;
        for (std::size_t i = 0; i < table.size(); ++i) parts.push_back(placed(table[i], mesh_of(body_parts()[i], to)));
        CHECK_FALSE(contradictions_of(parts).empty());
        const std::vector<Frame> ways = frames_that_mend(parts, Frame{});
        REQUIRE_FALSE(ways.empty());
        CHECK(ways.front().mm == 1000.0F);
        const glm::mat3 mended = matrix_of(ways.front());
        for (const Part& part : body_parts()) CHECK(glm::distance(mended * to(part.low), part.low) < 0.05F);
      }
    }
  }
}

TEST_CASE("the user goes before the file, and may keep what the body contradicts") {
  const Try metres("a.obj", obj_body({{1, 0, 0}, {0, 0, -1}, {0, 1, 0}, 0.001F}));
  check_body(metres.import(identity_map(), said("m", "+Y", "+Z")));
  check_body(metres.import(identity_map(), said("m", "+Y", nullptr)));  // with +Y up goes +Z in front
  check_body(Try("a.obj", obj_body({{-1, 0, 0}, {0, 1, 0}, {0, 0, 1}, 1.0F})).import(identity_map(), said(nullptr, nullptr, nullptr, true)));
  check_body(Try("a.obj", obj_body({}, "# units: m\n")).import(identity_map(), said("mm", nullptr, nullptr)));
  const auto kept = Try("a.obj", obj_body(ras)).import(identity_map(), said("mm", "+Z", nullptr));
  REQUIRE(kept);
  CHECK(bounds_of(*kept, "scapula.R").low.x > 0.0F);
  CHECK(has_note(kept->notes, {"scapula.R", "scapula.L"}));
}

TEST_CASE("one structure alone is not asked what it can't tell") {
  const std::string scapula = obj_object("o scapula.R\n", mesh_of(body_parts()[2]));
  CHECK(Try("a.obj", scapula).import(R"({"scapula.R": "scapula.R"})"));
  CHECK(Try("a.obj", scapula).refusal(R"({"scapula.R": "scapula.L"})").find("scapula.L lies at x < 0") != std::string::npos);
}

TEST_CASE("an odd size that no unit mends is told and imported") {
  const std::string odd = obj_object("o scapula.R\n", mesh_of(body_parts()[2])) + obj_object("o sacrum\n", mesh_of({"sacrum", {-10, 40, 1000}, {10, 60, 1010}}), 9);
  const auto imported = Try("a.obj", odd).import(R"({"scapula.R": "scapula.R", "sacrum": "sacrum"})");
  if (!imported) FAIL(imported.error().message());
  CHECK(has_note(imported->notes, {"sacrum measures 20 mm"}));
}

TEST_CASE("a model in metres keeps every triangle") {
  // Places that lie a tenth of a millimetre apart: in metres they are nearer than what is welded in millimetres.
  std::string text = "# unit: m\no vertebra-T6\n";
  constexpr int rows = 40;
  for (int i = 0; i <= rows; ++i) {
    for (int k = 0; k <= rows; ++k) text += fmt::format("v {:.7f} {:.7f} {:.7f}\n", 0.001 * i, 0.032 + 0.0001 * k, 1.236 + 0.0005 * ((i * 7 + k * 3) % 60));
  }
  for (int i = 0; i < rows; ++i) {
    for (int k = 0; k < rows; ++k) {
      const int a = i * (rows + 1) + k + 1, b = a + rows + 1;
      text += fmt::format("f {} {} {}\nf {} {} {}\n", a, b, a + 1, a + 1, b, b + 1);
    }
  }
  const auto imported = Try("a.obj", text).import(R"({"vertebra-T6": "vertebra-T6"})", said("m", "+Z", nullptr));
  if (!imported) FAIL(imported.error().message());
  CHECK(imported->meshes.front().triangles.size() == 2U * rows * rows);
}

TEST_CASE("3MF says its unit") {
  std::string vertices, triangles;
  const geometry::TriangleMesh mesh = mesh_of(body_parts()[1], {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, 0.1F});
  for (const glm::vec3& p : mesh.positions) vertices += fmt::format(R"(<vertex x="{}" y="{}" z="{}"/>)", p.x, p.y, p.z);
  for (const geometry::Triangle& t : mesh.triangles) triangles += fmt::format(R"(<triangle v1="{}" v2="{}" v3="{}"/>)", t[0], t[1], t[2]);
  const std::string model = fmt::format(
      R"(<?xml version="1.0" encoding="UTF-8"?><model unit="centimeter" xml:lang="en-US" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02"><resources><object id="1" type="model" name="vertebra-T6"><mesh><vertices>{}</vertices><triangles>{}</triangles></mesh></object></resources><build><item objectid="1"/></build></model>)",
      vertices, triangles);
  const std::string types =
      R"(<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>)";
  const std::string relations =
      R"(<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Target="/3D/3dmodel.model" Id="rel0" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>)";
  const Try one("bone.3mf", "to be made");
  int problem = 0;
  zip_t* const package = zip_open(one.file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &problem);
  REQUIRE(package != nullptr);
  for (const auto& [name, text] : {std::pair("[Content_Types].xml", &types), std::pair("_rels/.rels", &relations), std::pair("3D/3dmodel.model", &model)}) {
    REQUIRE(zip_file_add(package, name, zip_source_buffer(package, text->data(), text->size(), 0), 0) >= 0);
  }
  REQUIRE(zip_close(package) == 0);
  const auto imported = one.import(R"({"bone": "vertebra-T6"})");
  if (!imported) FAIL(imported.error().message());
  CHECK(bounds_of(*imported, "vertebra-T6").low.z == Approx(1236));
  CHECK(bounds_of(*imported, "vertebra-T6").high.y == Approx(108));
}

TEST_CASE("words of a unit and of axes") {
  CHECK(stated_in("# Unit: centimeters").mm == 10.0F);
  CHECK(stated_in("comment units=inch").mm == 25.4F);
  CHECK(stated_in("# all units are in mm").mm == 1.0F);
  CHECK(stated_in("# Bounds(mm): 1").mm == 1.0F);
  CHECK_FALSE(stated_in("# a community of unit tests").mm);
  CHECK_FALSE(stated_in("# 12 polygons").mm);
  CHECK(stated_in("# Y up").up == Axis{1, 1});
  CHECK_FALSE(stated_in("# grown-up").up);
  CHECK(stated_in("SPACE=RAS").front == Axis{1, 1});
  CHECK(axis_named("-z") == Axis{2, -1});
  CHECK_FALSE(axis_named("up"));
}

TEST_CASE("what an import asks is told in parts, too, and each way that it offers mends it") {
  const Try metres("a.obj", obj_body({{1, 0, 0}, {0, 0, -1}, {0, 1, 0}, 0.001F}));
  std::optional<Question> asked;
  const std::filesystem::path map = metres.folder.path() / "map.json";
  write_text(map, identity_map());
  REQUIRE_FALSE(import_model(metres.file, {map, {}}, body_table(), {}, silent_progress(), &asked));
  REQUIRE(asked);
  CHECK_FALSE(asked->contradictions.empty());
  CHECK_FALSE(asked->said_by_file);
  REQUIRE_FALSE(asked->ways.empty());
  const StatedFrame change = change_between(asked->read, asked->ways.front());
  CHECK(options_of(change) == "--unit m --up +Y");
  check_body(import_model(metres.file, {map, change}, body_table(), {}, silent_progress()));
  asked.reset();
  REQUIRE(import_model(metres.file, {map, change}, body_table(), {}, silent_progress(), &asked));
  CHECK_FALSE(asked);
}
