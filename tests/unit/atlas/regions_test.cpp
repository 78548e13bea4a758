#include "dorsum/atlas/regions.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "dorsum/atlas/atlas.h"

using namespace dorsum;
using namespace dorsum::atlas;

namespace {

const std::filesystem::path assets = std::filesystem::path(DORSUM_SOURCE_DIR) / "assets";
const std::map<std::string, std::string, std::less<>> two_names{{"elbow", "elbow"}, {"wrist", "wrist"}};

Json good() {
  return Json::parse(R"json({"regions": {
      "elbow": [{"face": "dorsal", "anchors": ["olecranon:R"], "reach_mm": 10}],
      "wrist": [{"face": "medial", "anchors": ["radial-styloid:R", "off(ulnar-styloid:R, up=5)"]}]},
    "elsewhere": [{"face": "top", "anchors": ["vertex"]}]})json");
}

void refused(const Json& document, const std::string& said) {
  const auto read = parse_region_definitions(document, "regions.json", two_names);
  REQUIRE_FALSE(read);
  INFO(read.error().message());
  CHECK(read.error().message().find(said) != std::string::npos);
  CHECK(read.error().message().find("regions.json") != std::string::npos);
}

}  // namespace

TEST_CASE("every region of the content has a place") {
  const auto content = load_content(assets / "content");
  REQUIRE(content);
  const auto definitions = load_region_definitions(assets / "regions.json", content->regions);
  if (!definitions) FAIL(definitions.error().message());
  CHECK(definitions->regions.size() == 56);
  for (const auto& [id, words] : content->regions) CHECK(definitions->regions.contains(id));
  CHECK_FALSE(definitions->elsewhere.empty());
}

TEST_CASE("seeds are read as they stand") {
  const auto read = parse_region_definitions(good(), "regions.json", two_names);
  REQUIRE(read);
  const RegionSeed& elbow = read->regions.at("elbow").at(0);
  CHECK(elbow.face == Face::dorsal);
  CHECK(elbow.anchors == std::vector<std::string>{"olecranon:R"});
  CHECK(elbow.reach_mm == 10.0F);
  CHECK(read->regions.at("wrist").at(0).anchors.size() == 2);
  CHECK(read->regions.at("wrist").at(0).reach_mm == 0.0F);
  CHECK(read->elsewhere.size() == 1);
}

TEST_CASE("bad region definitions are told with their place") {
  Json bad = good();
  bad["regions"].erase("wrist");
  refused(bad, "\"wrist\" has no seeds");
  bad = good();
  bad["regions"]["elbw"] = bad["regions"]["elbow"];
  refused(bad, "did you mean \"elbow\"");
  bad = good();
  bad["regions"]["elbow"] = Json::array();
  refused(bad, "regions.elbow");
  bad = good();
  bad["regions"]["elbow"][0]["anchors"] = Json::array({"olecranom:R"});
  refused(bad, "olecranom");
  bad = good();
  bad["regions"]["elbow"][0]["anchors"] = Json::array();
  refused(bad, "no place");
  bad = good();
  bad["regions"]["elbow"][0]["face"] = "dorsl";
  refused(bad, "dorsal");
  bad = good();
  bad["regions"]["elbow"][0]["reach_mm"] = -3;
  refused(bad, "reach_mm");
  bad = good();
  bad["regions"]["elbow"][0]["colour"] = "red";
  refused(bad, "colour");
  refused(Json(3), "");
}

TEST_CASE("a pack's regions come back from atlas.json, and wrong ones are refused") {
  Atlas atlas;
  atlas.name = "small";
  atlas.regions = {{"elbow.L", 1234.0, {1.0F, 2.0F, 3.0F}}, {"elbow.R", 1200.0, {-1.0F, 2.0F, 3.0F}}};
  const Json document = to_json(atlas);
  const auto read = parse_atlas(document, "atlas.json");
  if (!read) FAIL(read.error().message());
  REQUIRE(read->regions.size() == 2);
  CHECK(read->regions[1].id == "elbow.R");
  CHECK(read->regions[1].area_mm2 == 1200.0);
  CHECK(read->regions[1].centre.x == -1.0F);

  Json without = document;
  without.erase("regions");
  CHECK(parse_atlas(without, "atlas.json"));
  for (const char* id : {"elbow", "El bow.R", ""}) {
    Json bad = document;
    bad["regions"][id] = bad["regions"]["elbow.R"];
    CHECK_FALSE(parse_atlas(bad, "atlas.json"));
  }
  Json bad = document;
  bad["regions"]["elbow.R"]["area_mm2"] = -1;
  CHECK_FALSE(parse_atlas(bad, "atlas.json"));
  bad = document;
  bad["regions"]["elbow.R"]["centre"] = {0, 1e9, 0};
  CHECK_FALSE(parse_atlas(bad, "atlas.json"));
}
