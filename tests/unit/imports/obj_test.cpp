// OBJ files as people have them.

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "made_files.h"
#include "obj_reader.h"

using namespace dorsum;
using namespace dorsum::imports;
using namespace dorsum::imports::test;

namespace {

const std::string vertebra = obj_object("o vertebra-T6\n", mesh_of(body_parts()[1]));
const std::string map = R"({"vertebra-T6": "vertebra-T6"})";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

void check_vertebra(const std::string& text) {
  const auto imported = Try("a.obj", text).import(map);
  if (!imported) FAIL(imported.error().message());
  const geometry::Bounds bounds = bounds_of(*imported, "vertebra-T6");
  CHECK(bounds.low.x == Approx(-18));
  CHECK(bounds.high.y == Approx(108));
  CHECK(bounds.low.z == Approx(1236));
  CHECK(bounds.high.z == Approx(1264));
  CHECK(imported->meshes.front().triangles.size() == 12);
}

double area_of_faces(const std::string& text) {
  const auto found = read_obj(text, "a.obj");
  REQUIRE(found);
  return geometry::area_of(found->nodes.front().mesh);
}

}  // namespace

TEST_CASE("an OBJ is read whatever its lines look like") {
  SECTION("as it is") { check_vertebra(vertebra); }
  SECTION("wrapped by backslashes, with blanks after them") { check_vertebra(replaced(replaced(vertebra, " 32.", " \\\n 32."), "f 1 ", "f \\ \n 1 \\\r\n")); }
  SECTION("comments that end in a backslash") { check_vertebra("# C:\\models\\\n" + replaced(vertebra, "f 1 ", "# and \\\nf 1 ")); }
  SECTION("CR and LF") { check_vertebra(replaced(vertebra, "\n", " \t\r\n")); }
  SECTION("CR alone") { check_vertebra(replaced(vertebra, "\n", "\r")); }
  SECTION("a byte order mark") { check_vertebra("\xEF\xBB\xBF" + vertebra); }
  SECTION("white space at the lines' start") { check_vertebra(replaced("\n" + vertebra, "\n", "\n \t ")); }
  SECTION("comments after what is said") { check_vertebra(replaced(vertebra, "f 1 3 2\n", "f 1 3 2 # the first\n")); }
  SECTION("numbers with a plus") { check_vertebra(replaced(vertebra, " 32.", " +32.")); }
  SECTION("colours on some vertices") { check_vertebra(replaced(vertebra, "18.000000 108.000000 1264.000000\n", "18.000000 108.000000 1264.000000 0.1 0.2 nan\n")); }
  SECTION("a fourth number") { check_vertebra(replaced(vertebra, "18.000000 108.000000 1264.000000\n", "36 216 2528 2\n")); }
  SECTION("normals that are no numbers") { check_vertebra("vn nan nan nan\nvt inf 0\n" + vertebra); }
  SECTION("lines and points") { check_vertebra(vertebra + "l 1 2\np 3\nl 1\n"); }
  SECTION("backward numbers") { check_vertebra(replaced(vertebra, "f 1 3 2\n", "f -8 -6 -7\n")); }
  SECTION("a missing material library") { check_vertebra("mtllib not there.mtl\nusemtl a b\n" + vertebra + "usemtl c\n"); }
  SECTION("faces before their places") {
    const std::size_t faces = vertebra.find("f ");
    check_vertebra("o vertebra-T6\n" + vertebra.substr(faces) + vertebra.substr(vertebra.find("v "), faces - vertebra.find("v ")));
  }
}

TEST_CASE("what is needed must hold together, and is told with its line") {
  const auto told = [](const std::string& more) { return Try("a.obj", vertebra + more + "\n").refusal(map); };
  CHECK(told("v 1 nan 2").find("line 22") != std::string::npos);
  CHECK(told("v 1 2 3 0").find("fourth number") != std::string::npos);
  CHECK(told("f 1 2 9").find("face index 9 is out of range: there are 8") != std::string::npos);
  CHECK(told("f 1 2 x").find("\"x\" is no face index") != std::string::npos);
  const auto passed_over = Try("a.obj", vertebra + "f 1 2\n").import(map);
  REQUIRE(passed_over);
  CHECK(has_note(passed_over->notes, {"line 22", "2 corners"}));
  const auto not_needed = Try("a.obj", vertebra + "f 1//9 2//9 3//9\n").import(map);
  REQUIRE(not_needed);
  CHECK(has_note(not_needed->notes, {"line 22", "normal 9", "not needed"}));
}

TEST_CASE("polygons are cut so that nothing lies over a notch") {
  const std::string square = "v 0 0 0\nv 10 0 0\nv 10 10 0\nv 0 10 0\n";
  CHECK(area_of_faces(square + "f 1 2 3 4\n") == Approx(100));
  // A square with a notch down to its middle: a fan from the first corner would cover it.
  CHECK(area_of_faces(square + "v 5 1 0\nf 1 2 3 5 4\n") == Approx(100 - 45));
  CHECK(area_of_faces(square + "v 5 1 0\nf 3 5 4 1 2\n") == Approx(100 - 45));
  CHECK(area_of_faces(square + "f 1 1 1 1\n") == Approx(0));
  CHECK(area_of_faces("f 1 2 3 4\n" + square) == Approx(100));  // its corners come later
}

TEST_CASE("a name with the file's own letters is the same in every Unicode form, and older bytes are read, too") {
  const std::string composed = "Schlu\xCC\x88sselbein";  // u and a combining diaeresis
  const std::string text = obj_object("o " + composed + "\n", mesh_of(body_parts()[1]));
  CHECK(Try("a.obj", text).import("{\"Schl\xC3\xBCsselbein\": \"vertebra-T6\"}"));
  CHECK(Try("a.obj", obj_object("o Schl\xFCsselbein\n", mesh_of(body_parts()[1]))).import("{\"Schl\xC3\xBCsselbein\": \"vertebra-T6\"}"));
}

TEST_CASE("the header of an archive's file is read") {
  const ObjHeader header = header_of_obj("# BodyParts3D\r\n# Build-up logic : FMA 3.0 part_of\r\n# Representation ID : BP1\r\n# Concept ID : FMA9945\r\n"
                                         "# Bounds(mm) : (-18.5,32,-1236.25)-(18,108,1264)\r\nv 1 2 3\n");
  CHECK(header.concept_id == "FMA9945");
  CHECK(header.representation == "BP1");
  CHECK(header.part_of);
  REQUIRE(header.has_bounds);
  CHECK(header.low == glm::vec3(-18.5F, 32.0F, -1236.25F));
  CHECK(header.high == glm::vec3(18.0F, 108.0F, 1264.0F));
  CHECK_FALSE(header_of_obj("# Build-up logic : FMA 3.0 is_a\n").part_of);
}
