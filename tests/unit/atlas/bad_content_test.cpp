#include <nlohmann/json.hpp>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "dorsum/atlas/content.h"
#include "dorsum/core/json_reader.h"

using namespace dorsum;
using namespace dorsum::atlas;
namespace fs = std::filesystem;

namespace {

/// A copy of the real content that a test may spoil; gone with the test.
class ContentCopy {
 public:
  ContentCopy() : folder_(fs::temp_directory_path() / ("dorsum-content-" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
    fs::copy(DORSUM_SOURCE_DIR "/assets/content", folder_, fs::copy_options::recursive);
  }
  ~ContentCopy() { fs::remove_all(folder_); }
  ContentCopy(const ContentCopy&) = delete;
  ContentCopy& operator=(const ContentCopy&) = delete;

  [[nodiscard]] const fs::path& folder() const { return folder_; }
  [[nodiscard]] fs::path muscle(const std::string& id) const { return folder_ / "muscles" / (id + ".json"); }
  void write(const fs::path& file, const std::string& text) const { std::ofstream(file) << text; }
  void change(const std::string& id, void (*how)(Json&)) const {
    Json document = load_json(muscle(id)).value();
    how(document);
    write(muscle(id), document.dump());
  }

 private:
  fs::path folder_;
};

/// The only problem after one change to trapezius.json; its place without the folder.
Error problem_after(void (*how)(Json&)) {
  const ContentCopy copy;
  copy.change("trapezius", how);
  const std::vector<Error> problems = problems_of_content(copy.folder());
  const Result<Content> loaded = load_content(copy.folder());
  CHECK(problems.size() == 1);
  CHECK_FALSE(loaded);
  if (problems.empty()) return {};
  Error problem = problems.front();
  // "file: field", or the file alone for what is wrong with all of it.
  const std::string file = copy.muscle("trapezius").string();
  CHECK(problem.where.english().substr(0, file.size()) == file);
  problem.where = problem.where.english().size() > file.size() + 2 ? problem.where.english().substr(file.size() + 2) : "";
  return problem;
}

}  // namespace

TEST_CASE("a spoiled field is told with file, field, reason and a way out") {
  Error e = problem_after([](Json& j) { j["trigger_points"][0]["place"]["formula"] = "off(acromion-tp:R, up=3)"; });
  CHECK(e.where == "trigger_points[0] (trapezius-1).place.formula");
  CHECK(e.reason.english().find("unknown landmark \"acromion-tp:R\"") != std::string::npos);
  CHECK(e.remedy == "did you mean \"acromion-tip:R\"?");

  e = problem_after([](Json& j) { j["trigger_points"][0]["areas"][1]["region"] = "mastoid-aera"; });
  CHECK(e.where == "trigger_points[0] (trapezius-1).areas[1] (mastoid-aera).region");
  CHECK(e.remedy == "did you mean \"mastoid-area\"?");

  e = problem_after([](Json& j) { j["trigger_points"][0]["place"]["project_to"] = "trapezius/descendin"; });
  CHECK(e.where == "trigger_points[0] (trapezius-1).place.project_to");
  CHECK(e.remedy == "did you mean \"descending\"?");
  CHECK(problem_after([](Json& j) { j["trigger_points"][0]["place"]["project_to"] = "biceps"; }).reason ==
        "unknown muscle \"biceps\"");

  e = problem_after([](Json& j) { j["trigger_points"][0]["place"]["project_to"] = "rhomboid-major"; });
  CHECK(e.reason == "the mark would be put on rhomboid-major, not on its own muscle trapezius");

  e = problem_after([](Json& j) { j["trigger_points"][0]["areas"][1]["anchors"].push_back("vertex"); });
  CHECK(e.reason == "a spot has one anchor, found 2");
  CHECK(problem_after([](Json& j) { j["trigger_points"][0]["areas"][0]["anchors"] = {"vertex"}; }).reason ==
        "a path runs through two or more anchors, found 1");

  for (const double radius : {0.0, -1.0, 201.0}) {
    const ContentCopy copy;
    Json document = load_json(copy.muscle("trapezius")).value();
    document["trigger_points"][0]["areas"][0]["radius_mm"] = radius;
    copy.write(copy.muscle("trapezius"), document.dump());
    const auto problems = problems_of_content(copy.folder());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].where.english().ends_with("areas[0] (lateral-neck).radius_mm"));
  }

  CHECK(problem_after([](Json& j) { j["trigger_points"][1]["id"] = "trapezius-1"; }).reason.english().find("stands in") !=
        std::string::npos);
  CHECK(problem_after([](Json& j) { j["trigger_points"][1]["id"] = "teres-1"; }).where ==
        "trigger_points[1] (teres-1).id");
  CHECK(problem_after([](Json& j) { j["pallpation"] = "x"; }).remedy == "did you mean \"palpation\"?");
  CHECK(problem_after([](Json& j) { j["actions"] = "lifts"; }).where == "actions");
  CHECK(problem_after([](Json& j) { j["layer"] = 5; }).where == "layer");
  CHECK(problem_after([](Json& j) { j["layer"] = "outer"; }).where == "layer");
  CHECK(problem_after([](Json& j) { j["summary"] = ""; }).reason == "the text is empty");
  CHECK(problem_after([](Json& j) { j.erase("nerve"), j.erase("origin"); }).reason ==
        "the field \"origin\" is missing");
  CHECK(problem_after([](Json& j) { j["sources"].push_back("TS11"); }).reason == "unknown source \"TS11\"");
  CHECK(problem_after([](Json& j) { j["trigger_points"][0]["part"] = "middle"; }).reason ==
        "trapezius has no part \"middle\"");
  CHECK(problem_after([](Json& j) { j["trigger_points"][0]["confidence"]["overall"] = "sure"; }).where ==
        "trigger_points[0] (trapezius-1).confidence.overall");
  CHECK(problem_after([](Json& j) { j["trigger_points"][0]["areas"][0]["face"] = "dorsl"; }).remedy ==
        "did you mean \"dorsal\"?");
  CHECK(problem_after([](Json& j) { j["trigger_points"][0]["areas"][0] = 7; }).where ==
        "trigger_points[0] (trapezius-1).areas[0]");
  CHECK(problem_after([](Json& j) { j["origin_formulas"][2] = "spinous-process:C1"; }).where == "origin_formulas[2]");
}

TEST_CASE("every problem of a file is told at once") {
  const ContentCopy copy;
  copy.change("teres-minor", [](Json& j) {
    j["name"] = 5;
    j["sumary"] = "x";
    j["trigger_points"][0]["crosses_midline"] = "no";
  });
  CHECK(problems_of_content(copy.folder()).size() == 3);
  CHECK(problems_of_content(copy.muscle("teres-minor")).size() == 3);
  CHECK(problems_of_content(copy.muscle("teres-major")).empty());
}

TEST_CASE("damaged and missing files are one clear message each") {
  const ContentCopy copy;
  copy.write(copy.muscle("deltoid"), "{\"id\": \"deltoid\", ");
  auto problems = problems_of_content(copy.folder());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].where == copy.muscle("deltoid").string());
  CHECK(problems[0].reason.english().find("not valid JSON") != std::string::npos);

  fs::rename(copy.muscle("gluteus-medius"), copy.muscle("gluteus-mediu"));
  copy.write(copy.muscle("deltoid"), "[]");
  problems = problems_of_content(copy.folder());
  CHECK(problems.size() == 2);

  fs::remove(copy.folder() / "regions.json");
  problems = problems_of_content(copy.folder());
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].reason == "there is no such file");

  CHECK(problems_of_content(copy.folder() / "muscle.schema.json").size() == 1);
  CHECK(problems_of_content(copy.folder() / "nowhere").size() == 1);
  CHECK_FALSE(load_content(copy.folder() / "nowhere"));
  CHECK_FALSE(load_content(copy.folder() / "muscles"));
}

TEST_CASE("a warning sign names places that exist, and other signs that exist") {
  const ContentCopy copy;
  const auto spoil = [&](void (*how)(Json&)) {
    Json document = load_json(DORSUM_SOURCE_DIR "/assets/content/safety.json").value();
    how(document);
    copy.write(copy.folder() / "safety.json", document.dump());
    const auto problems = problems_of_content(copy.folder());
    REQUIRE(problems.size() == 1);
    return problems[0];
  };
  Error e = spoil([](Json& j) { j["signs"][0]["hurts"][0]["one_of"][0] = "anterior-chst.L"; });
  CHECK(e.reason == "unknown place \"anterior-chst.L\"");
  CHECK(e.remedy == "did you mean \"anterior-chest\"?");
  CHECK(spoil([](Json& j) { j["signs"][0]["instead_of"][0] = "chst"; }).where.english().find("chest-and-left-arm") != std::string::npos);
  CHECK(spoil([](Json& j) { j["signs"][0]["urgency"] = "now"; }).where.english().find("urgency") != std::string::npos);
  CHECK(spoil([](Json& j) { j["signs"][0]["sources"][0] = "R99"; }).reason == "unknown source \"R99\"");
  CHECK(spoil([](Json& j) { j["areas"]["saddle"]["radius_mm"] = 0; }).where.english().find("saddle") != std::string::npos);
}

TEST_CASE("a spoiled file of the practice is told with file, field and a way out") {
  const auto problem = [](const char* name, void (*how)(Json&)) {
    const ContentCopy copy;
    Json document = load_json(copy.folder() / name).value();
    how(document);
    copy.write(copy.folder() / name, document.dump());
    const std::vector<Error> problems = problems_of_content(copy.folder() / name);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front().where.english().starts_with((copy.folder() / name).string()));
    return problems.front().message();
  };
  using Catch::Matchers::Contains;
  CHECK_THAT(problem("techniques/stripping.json", [](Json& j) { j["strokes"][0]["legs"][0]["path"][1] = "off(spinous-proces:L3, lat=3)"; }), Contains("path") && Contains("spinous-proces"));
  CHECK_THAT(problem("techniques/stripping.json", [](Json& j) { j["strokes"][0]["legs"][0]["pressure"] = 9; }), Contains("pressure") && Contains("strokes[0]"));
  CHECK_THAT(problem("techniques/stripping.json", [](Json& j) { j["strokes"][1]["id"] = j["strokes"][0]["id"]; }), Contains("twice"));
  CHECK_THAT(problem("techniques/stripping.json", [](Json& j) { j["strokes"][0]["muscle"] = "longisimus-thoracis"; }), Contains("longissimus-thoracis"));
  CHECK_THAT(problem("techniques/stripping.json", [](Json& j) { j["where_not"][0] = "kidnies"; }), Contains("kidneys"));
  CHECK_THAT(problem("techniques/cross-fibre-friction.json", [](Json& j) { j["strokes"][0].erase("stroke_mm"); }), Contains("stroke_mm"));
  CHECK_THAT(problem("where-not.json", [](Json& j) { j["sites"][0]["level"] = "nevr"; }), Contains("never"));
  CHECK_THAT(problem("where-not.json", [](Json& j) { j["sites"][0]["areas"][0]["radius_mm"] = -4; }), Contains("radius_mm"));
  CHECK_THAT(problem("massage.json", [](Json& j) { j["sequence"]["steps"][2]["technique"] = "efleurage"; }), Contains("effleurage"));
  CHECK_THAT(problem("massage.json", [](Json& j) { j["pressure_scale"].erase(4); }), Contains("five"));
  CHECK_THAT(problem("self-care.json", [](Json& j) { j["muscles"]["trapezus"] = j["muscles"]["trapezius"]; }), Contains("trapezius"));
}
