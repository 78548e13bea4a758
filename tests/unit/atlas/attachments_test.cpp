// The facts of attachments, and what a pack says of its own.

#include "dorsum/atlas/attachments.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "dorsum/atlas/atlas.h"

using namespace dorsum;

namespace {

Result<atlas::AttachmentFacts> parse(const std::string& muscle) {
  return atlas::parse_attachment_facts(Json::parse(R"({"attachments": {"teres-major": )" + muscle + "}}"), "test.json");
}

}  // namespace

TEST_CASE("the project's own attachment facts name structures that there are") {
  const std::string assets = std::string(DORSUM_SOURCE_DIR) + "/assets/";
  const auto facts = atlas::load_attachment_facts(assets + "attachments.json");
  REQUIRE(facts);
  const auto table = atlas::load_structure_table(assets + "structures.json");
  REQUIRE(table);
  std::set<std::string> known, muscles;
  for (const atlas::Structure& structure : *table) {
    known.insert(without_side(structure.id));
    if (structure.kind == atlas::Kind::muscle) muscles.insert(without_side(structure.id));
  }
  for (const auto& [id, muscle] : *facts) {
    INFO(id);
    CHECK(known.contains(id));
    muscles.erase(id);
    for (const atlas::AttachmentBones& entry : muscle.bones) {
      for (const std::string& bone : entry.bones) {
        INFO(bone);
        CHECK(known.contains(bone));
      }
    }
  }
  CAPTURE(muscles);
  CHECK(muscles.empty());  // every muscle has its facts
}

TEST_CASE("runs of bones are spelled out") {
  const auto facts = parse(R"({"origin": [{"bones": ["vertebra-C6..T2", "rib-11..12"]}], "insertion": [{"bones": ["humerus"]}]})");
  REQUIRE(facts);
  const atlas::MuscleAttachments& muscle = facts->at("teres-major");
  REQUIRE(muscle.bones.size() == 2);
  CHECK(muscle.bones[0].bones == std::vector<std::string>{"vertebra-C6", "vertebra-C7", "vertebra-T1", "vertebra-T2", "rib-11", "rib-12"});
  CHECK(muscle.bones[1].end == atlas::MuscleEnd::insertion);
  CHECK(muscle.bones[0].facing == 0);
  const auto border = parse(R"({"origin": [{"bones": ["rib-7"], "facing": "down"}], "insertion": [{"bones": ["rib-8"], "facing": "up"}]})");
  REQUIRE(border);
  CHECK(border->at("teres-major").bones[0].facing == -1);
  CHECK(border->at("teres-major").bones[1].facing == 1);
  CHECK(atlas::formula_for_bone("transverse-process:*:R", "vertebra-T6") == "transverse-process:T6:R");
  CHECK(atlas::formula_for_bone("rib-angle:*:R", "rib-12") == "rib-angle:12:R");
}

TEST_CASE("wrong attachment facts are told with the field") {
  const auto message = [](const std::string& muscle) {
    const auto facts = parse(muscle);
    return facts ? std::string("good") : facts.error().message();
  };
  const std::string insertion = R"(, "insertion": [{"bones": ["humerus"]}]})";
  CHECK(message(R"({"origin": [{"bones": ["rib-9..7"]}])" + insertion).find("attachments.teres-major.origin[0].bones[0]") != std::string::npos);
  CHECK(message(R"({"origin": [{"bones": ["scapula.R"]}])" + insertion).find("without its side") != std::string::npos);
  CHECK(message(R"({"origin": [{"bones": []}])" + insertion).find("no bone is named") != std::string::npos);
  CHECK(message(R"({"origin": [{"bones": ["vertebra-C1"], "near": ["spinous-process:*"], "within_mm": 9}])" + insertion).find("near") != std::string::npos);
  CHECK(message(R"({"origin": [{"bones": ["scapula"], "near": ["acromion-tip:R"]}])" + insertion).find("within_mm or beyond_mm") != std::string::npos);
  CHECK(message(R"({"origin": [{"bones": ["rib-7"], "facing": "left"}])" + insertion).find("say up or down") != std::string::npos);
  CHECK(message(R"({"origin": [{"bone": ["scapula"]}])" + insertion).find("bone") != std::string::npos);
}

TEST_CASE("a pack's attachments survive being written and read") {
  atlas::Atlas atlas;
  atlas.name = "two";
  atlas.provenance = "a test";
  atlas.licence = "MIT";
  for (const char* id : {"teres-major.R", "scapula.R"}) {
    atlas::Structure structure;
    structure.id = structure.name = id;
    atlas.structures.push_back(structure);
  }
  atlas.attachments = {{"teres-major.R", atlas::MuscleEnd::insertion, "scapula.R", 6}};
  const Json json = atlas::to_json(atlas);
  CHECK(json["attachments"][0]["colour_set"] == 2);
  CHECK(json["attachments"][0]["channel"] == "blue");
  const auto read = atlas::parse_atlas(json, "test");
  REQUIRE(read);
  REQUIRE(read->attachments.size() == 1);
  CHECK(read->attachments[0].bone == "scapula.R");
  CHECK(read->attachments[0].end == atlas::MuscleEnd::insertion);
  CHECK(read->attachments[0].mask == 6);

  const auto refused = [&](const char* key, const Json& value) {
    Json broken = json;
    broken["attachments"][0][key] = value;
    const auto result = atlas::parse_atlas(broken, "test");
    return !result && result.error().where.english().find("attachments[0]") != std::string::npos;
  };
  CHECK(refused("bone", "scapula.L"));
  CHECK(refused("end", "middle"));
  CHECK(refused("channel", "violet"));
  CHECK(refused("colour_set", 16));
  CHECK(refused("colour_set", 0));
}
