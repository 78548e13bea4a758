#include "dorsum/core/json_reader.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace dorsum;

namespace {

Error first_error(const std::string& text, void (*read)(const JsonReader&)) {
  const Result<Json> document = parse_json(text, "file.json");
  if (!document) return document.error();
  Error error;
  read(JsonReader(*document, "file.json: ", error));
  return error;
}

}  // namespace

TEST_CASE("a wrong type is told with its place and what was found") {
  const Error error = first_error(R"({"structures":[{"layer":"six"}]})",
                                  [](const JsonReader& r) { (void)r.field("structures").at(0).field("layer").number_in(0, 5); });
  CHECK(error.where == "file.json: structures[0].layer");
  CHECK(error.reason == "expected a number, found \"six\"");
}

TEST_CASE("the first failure is kept, later ones don't hide it") {
  const Error error = first_error(R"({"a":1})", [](const JsonReader& r) {
    (void)r.field("b").text();
    (void)r.field("a").text();
  });
  CHECK(error.reason == "the field \"b\" is missing");
}

TEST_CASE("unknown and doubled fields are refused") {
  CHECK(first_error(R"({"a":1,"z":2})", [](const JsonReader& r) { r.only({"a"}); }).reason == "unknown field \"z\"");
  CHECK(first_error(R"({"a":1,"a":2})", [](const JsonReader&) {}).reason.english().find("stands twice") != std::string::npos);
}

TEST_CASE("at the top of a document the place is the file alone") {
  const Error error = first_error(R"({"z":2})", [](const JsonReader& r) { r.only({"a"}); });
  CHECK(error.message() == "file.json: unknown field \"z\" (take it out, or correct its spelling)");
}

TEST_CASE("what is not JSON, or nested without end, is an error and no crash") {
  CHECK_FALSE(parse_json("", "f"));
  CHECK_FALSE(parse_json("{\"a\":NaN}", "f"));
  CHECK_FALSE(parse_json(std::string(100000, '['), "f"));
  CHECK_FALSE(parse_json("{\"a\":1e999}", "f"));
  CHECK_FALSE(load_json("/nowhere/at/all.json"));
  std::string nested;
  for (int i = 0; i < 100'000; ++i) nested += "{\"a\":";
  CHECK(parse_json(nested, "f").error().message() == "f: nested deeper than 64 levels (this is no file of ours, or needs correcting)");
  std::string wide = "[";
  for (int i = 0; i < 2'000'001; ++i) wide += "0,";
  CHECK(parse_json(wide + "0]", "f").error().reason.english().find("more than 2000000 values") != std::string::npos);
}
