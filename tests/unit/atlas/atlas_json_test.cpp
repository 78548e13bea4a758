#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "dorsum/atlas/atlas.h"
#include "synthetic_landmarks.h"

using namespace dorsum;
using namespace dorsum::atlas;

namespace {

Atlas small_atlas() {
  Atlas atlas;
  atlas.name = "Small";
  atlas.provenance = "made by a test";
  atlas.licence = "CC0-1.0";
  atlas.structures.resize(2);
  Structure& muscle = atlas.structures[0];
  muscle.id = "trapezius-ascending.R";
  muscle.kind = Kind::muscle;
  muscle.layer = 1;
  muscle.leaves_at = 2.0F;
  muscle.name = "Trapezius, ascending part";
  muscle.muscle = "trapezius";
  muscle.part = "ascending";
  muscle.concepts = {"FMA33581"};
  Structure& bone = atlas.structures[1];
  bone.id = "vertebra-T6";
  bone.name = "T6";
  atlas.landmarks = test::synthetic_landmarks();
  atlas.lacking = {"skin"};
  return atlas;
}

Error error_after(void (*change)(Json&)) {
  Json document = to_json(small_atlas());
  change(document);
  const Result<Atlas> atlas = parse_atlas(document, "atlas.json");
  return atlas ? Error{} : atlas.error();
}

}  // namespace

TEST_CASE("an atlas survives its file form") {
  const Atlas before = small_atlas();
  const Result<Atlas> after = parse_atlas(to_json(before), "atlas.json");
  REQUIRE(after);
  CHECK(to_json(*after) == to_json(before));
  CHECK(after->structures[0].leaves_at == 2.0F);
  CHECK(after->structures[1].leaves_at == never_leaves);
  CHECK(after->landmarks.size() == before.landmarks.size());
}

TEST_CASE("a bad atlas.json is refused with the field") {
  CHECK(error_after([](Json& j) { j["colour"] = 1; }).reason == "unknown field \"colour\"");
  CHECK(error_after([](Json& j) { j["structures"][0]["layr"] = 1; }).where == "atlas.json: structures[0]");
  CHECK(error_after([](Json& j) { j["structures"][0]["layer"] = "one"; }).where == "atlas.json: structures[0].layer");
  CHECK(error_after([](Json& j) { j["structures"][0]["layer"] = 6; }).where == "atlas.json: structures[0].layer");
  CHECK(error_after([](Json& j) { j["structures"][0]["kind"] = "muscel"; }).remedy == "did you mean \"muscle\"?");
  CHECK(error_after([](Json& j) { j["structures"][0]["id"] = "../etc/passwd"; }).where ==
        "atlas.json: structures[0].id");
  CHECK(error_after([](Json& j) { j["structures"][0]["id"] = "a--b"; }).where == "atlas.json: structures[0].id");
  CHECK(error_after([](Json& j) { j["structures"][1]["id"] = j["structures"][0]["id"]; }).where ==
        "atlas.json: structures[1]");
  CHECK(error_after([](Json& j) { j["landmarks"]["vertx"] = j["landmarks"]["vertex"]; }).remedy ==
        "did you mean \"vertex\"?");
  CHECK(error_after([](Json& j) {
          j["landmarks"]["vertex"]["position"] = {0, 1};
        }).where == "atlas.json: landmarks.vertex.position");
  CHECK(error_after([](Json& j) {
          j["landmarks"]["vertex"]["position"] = {0, 1, 1e30};
        }).where == "atlas.json: landmarks.vertex.position");
  CHECK(error_after([](Json& j) {
          j["landmarks"]["vertex"]["position"] = {0, nullptr, 1};
        }).where == "atlas.json: landmarks.vertex.position[1]");
  CHECK(error_after([](Json& j) { j["landmarks"] = Json::array(); }).where == "atlas.json: landmarks");
  CHECK(error_after([](Json& j) { j["lacking"] = {"vertebra-T6"}; }).where == "atlas.json: lacking[0]");
  CHECK(error_after([](Json& j) { j["format_version"] = 2; }).remedy == "use a newer version of the program");
  CHECK(error_after([](Json& j) { j.erase("licence"); }).reason == "the field \"licence\" is missing");
  CHECK(error_after([](Json& j) { j = 3; }).reason.english().find("expected an object") != std::string::npos);
}

TEST_CASE("a number that no JSON reader may let pass is refused") {
  CHECK_FALSE(parse_json(R"({"position": [NaN, 0, 0]})", "atlas.json"));
  CHECK_FALSE(parse_json(R"({"position": [1e999, 0, 0]})", "atlas.json"));
}
