// What a map's names find, what is told of those that find nothing, and the list of what there is.

#include <catch2/catch.hpp>

#include "made_files.h"

using namespace dorsum;
using namespace dorsum::imports;
using namespace dorsum::imports::test;

namespace {

const geometry::TriangleMesh spine = mesh_of(body_parts()[1]), right = mesh_of(body_parts()[2]), left = mesh_of(body_parts()[3]);

std::size_t triangles(const Result<Imported>& imported, const char* id) {
  if (!imported) FAIL(imported.error().message());
  const auto index = imported->atlas.index_of(id);
  return index ? imported->meshes[*index].triangles.size() : 0;
}

std::string two_objects(const std::string& first, const std::string& second) { return obj_object(first, spine) + obj_object(second, right, 9); }

/// A glTF of three nodes, two of them called alike.
std::string twins() {
  Gltf gltf;
  gltf.node({{"name", "Scapula"}, {"mesh", gltf.mesh(mesh_of(body_parts()[2], to_gltf()), "Scapula")}});
  gltf.node({{"name", "Scapula"}, {"mesh", gltf.mesh(mesh_of(body_parts()[3], to_gltf()), "Scapula")}});
  gltf.node({{"name", "vertebra-T6"}, {"mesh", gltf.mesh(mesh_of(body_parts()[1], to_gltf()))}});
  return gltf.glb();
}

}  // namespace

TEST_CASE("objects and groups of an OBJ are found by the names that the file shows") {
  const auto both = [](const std::string& text, const std::string& map) {
    const auto imported = Try("a.obj", text).import(map);
    CHECK(triangles(imported, "vertebra-T6") == 12);
    CHECK(triangles(imported, "scapula.R") == 12);
  };
  both(two_objects("o Sixth thoracic vertebra\n", "o Scapula.r \n"), R"({"Sixth thoracic vertebra": "vertebra-T6", "Scapula.r": "scapula.R"})");
  both(two_objects("g Sixth thoracic vertebra\n", "g bones Scapula.r\n"), R"({"Sixth thoracic vertebra": "vertebra-T6", "bones Scapula.r": "scapula.R"})");
  both(two_objects("g bones T6\n", "g bones Scapula.r\n"), R"({"T6": "vertebra-T6", "Scapula.r": "scapula.R"})");
  // Cut by materials and groups, an object is still whole.
  const std::string cut = obj_object("o T6\nusemtl a\ng one\n", spine).insert(obj_object("o T6\nusemtl a\ng one\n", spine).find("f "), "usemtl b\ng two\n");
  both(cut + obj_object("o SC\n", right, 9), R"({"T6": "vertebra-T6", "SC": "scapula.R"})");
  // The beginning of a name is not the name.
  const std::string rights = two_objects("o Right humerus\n", "o Right scapula\n");
  const std::string told = Try("a.obj", rights).refusal(R"({"Right": "scapula.R"})");
  CHECK(told.find("\"Right humerus\", \"Right scapula\"") != std::string::npos);
  CHECK(triangles(Try("a.obj", rights).import(R"({"Right scapula": "scapula.R"})"), "scapula.R") == 12);
}

TEST_CASE("a file without names goes by its own") {
  const std::string text = obj_object("", spine);
  const std::string told = Try("bone.obj", text).refusal(R"({"whatever": "vertebra-T6"})");
  CHECK(told.find(R"({"bone": "structure id"})") != std::string::npos);
  CHECK(Try("bone.obj", text).import(R"({"bone": "vertebra-T6"})"));
  CHECK(Try("bone.obj", text).import(R"({"bone.obj": "vertebra-T6"})"));
  CHECK(Try("bone.stl", stl_of(spine, "something")).import(R"({"bone": "vertebra-T6"})"));
  const std::string ply = "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\nelement face 1\nproperty list uchar int vertex_indices\nend_header\n0 0 1200\n30 0 1200\n0 30 1230\n3 0 1 2\n";
  CHECK(Try("bone.ply", ply).import(R"({"bone": "vertebra-T6"})"));
}

TEST_CASE("two things of one name are told, and each is reached by its path") {
  const Try one("a.glb", twins());
  const std::string told = one.refusal(R"({"Scapula": "scapula.R", "vertebra-T6": "vertebra-T6"})");
  CHECK(told.find("2 things in the file are called \"Scapula\"") != std::string::npos);
  CHECK(told.find("\"Scapula#2\"") != std::string::npos);
  const auto by_path = one.import(R"({"Scapula#1": "scapula.R", "Scapula#2": "scapula.L"})");
  if (!by_path) FAIL(by_path.error().message());
  CHECK(bounds_of(*by_path, "scapula.R").high.x < 0.0F);
  CHECK(bounds_of(*by_path, "scapula.L").low.x > 0.0F);
}

TEST_CASE("a name may stand on the node, its parent or its mesh") {
  Gltf gltf;
  const std::size_t child = gltf.node({{"name", "Cube.012"}, {"mesh", gltf.mesh(mesh_of(body_parts()[1], to_gltf()), "Cube.012")}}, false);
  gltf.node({{"name", "vertebra-T6"}, {"children", {child}}});
  gltf.node({{"name", "Object_7"}, {"mesh", gltf.mesh(mesh_of(body_parts()[2], to_gltf()), "scapula.R")}});
  const Try one("a.glb", gltf.glb());
  const auto imported = one.import(R"({"vertebra-T6": "vertebra-T6", "scapula.R": "scapula.R"})");
  CHECK(triangles(imported, "vertebra-T6") == 12);
  CHECK(triangles(imported, "scapula.R") == 12);
  const auto by_node = one.import(R"({"Cube.012": "vertebra-T6"})");
  CHECK(triangles(by_node, "vertebra-T6") == 12);
  CHECK(has_note(by_node->notes, {"1 of 2 objects", "Object_7"}));
}

TEST_CASE("what was not mapped is counted and named, and a near miss is suggested") {
  const Try one("a.obj", obj_body());
  const auto imported = one.import(R"({"skin": "skin", "vertebra T6": "vertebra-T6"})");
  if (!imported) FAIL(imported.error().message());
  CHECK(has_note(imported->notes, {"5 of 6 objects", "\"scapula.R\""}));
  CHECK(has_note(imported->notes, {"\"vertebra T6\"", "did you mean \"vertebra-T6\""}));
  CHECK(one.refusal(R"({"skin": "skinn"})").find("did you mean \"skin\"") != std::string::npos);
}

TEST_CASE("with ontology ids, or names that are ids, no map is needed") {
  Gltf gltf;
  gltf.node({{"name", "a"}, {"extras", {{"fma_id", 9945}}}, {"mesh", gltf.mesh(mesh_of(body_parts()[1], to_gltf()))}});
  gltf.node({{"name", "b"}, {"extras", {{"about", "right scapula (FMA:13395, UBERON_0006849)"}}}, {"mesh", gltf.mesh(mesh_of(body_parts()[2], to_gltf()))}});
  const Try one("a.glb", gltf.glb());
  const auto imported = one.import("");
  CHECK(triangles(imported, "vertebra-T6") == 12);
  CHECK(triangles(imported, "scapula.R") == 12);
  CHECK(triangles(Try("a.obj", obj_body()).import(""), "sternum-body") == 12);
  CHECK(triangles(Try("a.obj", "# Concept ID : FMA9945\n" + obj_object("", spine)).import(""), "vertebra-T6") == 12);
  CHECK(Try("a.obj", obj_object("o Cube\n", spine)).refusal("").find("--map") != std::string::npos);
  const auto listed = list_model(one.file, {}, body_table(), {}, silent_progress());
  REQUIRE(listed);
  REQUIRE(listed->objects.size() == 2);
  CHECK(listed->objects[1].ids == std::vector<std::string>{"FMA13395", "UBERON:0006849"});
  CHECK(listed->objects[1].structure == "scapula.R");
}

TEST_CASE("UBERON's ids have no side: names say it, else the place does, and that is told") {
  const auto with = [](const char* right, const char* left) {
    Gltf gltf;
    const nlohmann::json extras{{"uberon_id", 6849}};
    gltf.node({{"name", right}, {"extras", extras}, {"mesh", gltf.mesh(mesh_of(body_parts()[2], to_gltf()))}});
    gltf.node({{"name", left}, {"extras", extras}, {"mesh", gltf.mesh(mesh_of(body_parts()[3], to_gltf()))}});
    return gltf.glb();
  };
  const auto named = Try("a.glb", with("VH_M_scapula_R", "VH_M_scapula_L")).import("");
  CHECK(triangles(named, "scapula.R") == 12);
  CHECK(triangles(named, "scapula.L") == 12);
  CHECK_FALSE(has_note(named->notes, {"by where they lie"}));
  const auto nameless = Try("a.glb", with("blade", "other blade")).import("");
  REQUIRE(nameless);
  CHECK(bounds_of(*nameless, "scapula.R").high.x < 0.0F);
  CHECK(bounds_of(*nameless, "scapula.L").low.x > 0.0F);
  CHECK(has_note(nameless->notes, {"by where they lie", "scapula.R", "scapula.L"}));

  Gltf unknown;
  unknown.node({{"name", "leg"}, {"extras", {{"about", "UBERON:0000979"}}}, {"mesh", unknown.mesh(mesh_of(body_parts()[1], to_gltf()))}});
  CHECK(Try("a.glb", unknown.glb()).refusal("").find("none of its ontology ids: \"UBERON:0000979\"") != std::string::npos);
  unknown.node({{"name", "vertebra-T6"}, {"mesh", unknown.mesh(mesh_of(body_parts()[1], to_gltf()))}});
  CHECK(has_note(Try("a.glb", unknown.glb()).import("")->notes, {"1 of 2", "leg (UBERON:0000979)"}));
}

TEST_CASE("a list has every object with its path, size and place") {
  const Try one("a.glb", twins());
  const auto listed = list_model(one.file, {}, body_table(), {}, silent_progress());
  REQUIRE(listed);
  REQUIRE(listed->objects.size() == 3);
  CHECK(listed->objects[0].path == "Scapula#1");
  CHECK(listed->objects[1].path == "Scapula#2");
  CHECK(listed->objects[2].triangles == 12);
  CHECK(listed->objects[2].bounds.high.z == Approx(1264).margin(0.01));
  CHECK(listed->objects[2].structure == "vertebra-T6");
  CHECK(listed->frame_is_stated);
  CHECK(listed->frame.mm == 1000.0F);
  atlas::Structure scapula;
  scapula.id = "scapula.L";
  scapula.name = "Shoulder blade";
  scapula.latin = "scapula";
  const Try left_blade("b.obj", obj_object("o Left Shoulder_Blade\n", left));
  const auto found = list_model(left_blade.file, {}, {scapula}, {}, silent_progress());
  REQUIRE(found);
  CHECK(found->objects.front().structure == "scapula.L");
}

TEST_CASE("a path from the top is never another's name, and null leaves out what hangs on something that is mapped") {
  Gltf gltf;
  const std::size_t child = gltf.node({{"name", "Scapula"}, {"mesh", gltf.mesh(mesh_of(body_parts()[2], to_gltf()))}}, false);
  gltf.node({{"name", "vertebra-T6"}, {"children", {child}}, {"mesh", gltf.mesh(mesh_of(body_parts()[1], to_gltf()))}});
  gltf.node({{"name", "Scapula"}, {"mesh", gltf.mesh(mesh_of(body_parts()[3], to_gltf()))}});
  const Try one("a.glb", gltf.glb());
  CHECK(one.refusal(R"({"Scapula": "scapula.L"})").find("\"/Scapula\"") != std::string::npos);
  const auto by_path = one.import(R"({"/Scapula": "scapula.L", "/vertebra-T6": "vertebra-T6", "/vertebra-T6/Scapula": "scapula.R"})");
  CHECK(triangles(by_path, "scapula.L") == 12);
  CHECK(triangles(by_path, "scapula.R") == 12);
  const auto without = one.import(R"({"vertebra-T6": "vertebra-T6", "vertebra-T6/Scapula": null})");
  CHECK(triangles(without, "vertebra-T6") == 12);
  CHECK(triangles(one.import(R"({"vertebra-T6": "vertebra-T6"})"), "vertebra-T6") == 24);
}

TEST_CASE("a slip of the pen is guessed, another number is not") {
  std::vector<atlas::Structure> table(3);
  table[0].id = "vertebra-T6", table[0].name = "Sixth thoracic vertebra";
  table[1].id = "infraspinatus.R", table[1].name = "Infraspinatus", table[1].latin = "musculus infraspinatus";
  table[2].id = "infraspinatus.L", table[2].name = "Infraspinatus";
  const auto guess = [&](const std::string& name) {
    const Try one("b.obj", obj_object("o " + name + "\n", left));
    const auto listed = list_model(one.file, {}, table, {}, silent_progress());
    if (!listed) FAIL(listed.error().message());
    return std::pair(listed->objects.front().structure, listed->objects.front().guessed);
  };
  CHECK(guess("infraspinatus_L") == std::pair(std::string("infraspinatus.L"), false));
  CHECK(guess("Infraspinatis.R") == std::pair(std::string("infraspinatus.R"), true));
  CHECK(guess("Infraspinatis") == std::pair(std::string(), false));  // of which side?
  CHECK(guess("vertebra-T7") == std::pair(std::string(), false));
  CHECK(guess("vertebre-T6") == std::pair(std::string("vertebra-T6"), true));
}
