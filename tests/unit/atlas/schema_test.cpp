// The schema beside the content says what the reader takes: an editor that checks by it and `dorsum validate` agree.

#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "dorsum/atlas/content.h"
#include "dorsum/core/json_reader.h"

using namespace dorsum;
using namespace dorsum::atlas;
namespace fs = std::filesystem;

namespace {

using Pointer = Json::json_pointer;

const fs::path content_folder = DORSUM_SOURCE_DIR "/assets/content";

Json schema(const char* of = "muscle") { return load_json(content_folder / (std::string(of) + ".schema.json")).value(); }

const Json& resolved(const Json& whole, const Json& node) {
  if (!node.contains("$ref")) return node;
  return whole.at(Pointer(node["$ref"].get<std::string>().substr(1)));
}

/// What of JSON Schema this one uses; the first complaint, or nothing.
std::string complaint(const Json& whole, const Json& unresolved, const Json& value, const std::string& where) {
  const Json& node = resolved(whole, unresolved);
  if (node.contains("enum")) {
    const auto& allowed = node["enum"];
    return std::find(allowed.begin(), allowed.end(), value) == allowed.end() ? where + " is none of the words" : "";
  }
  const std::string type = node.at("type");
  if (type == "object") {
    if (!value.is_object()) return where + " is no object";
    for (const auto& required : node["required"])
      if (!value.contains(required.get<std::string>())) return where + " lacks " + required.get<std::string>();
    for (const auto& [key, field] : value.items()) {
      if (!node["properties"].contains(key)) return where + " has the unknown field " + key;
      if (const auto c = complaint(whole, node["properties"][key], field, where + "." + key); !c.empty()) return c;
    }
  } else if (type == "array") {
    if (!value.is_array()) return where + " is no list";
    if (value.size() < node.value("minItems", 0U)) return where + " is too short";
    for (const auto& item : value)
      if (const auto c = complaint(whole, node["items"], item, where + "[]"); !c.empty()) return c;
  } else if (type == "string") {
    if (!value.is_string()) return where + " is no text";
    if (value.get<std::string>().size() < node.value("minLength", 0U)) return where + " is empty";
  } else if (type == "boolean") {
    if (!value.is_boolean()) return where + " is neither true nor false";
  } else {
    if (!value.is_number() || (type == "integer" && !value.is_number_integer())) return where + " is no number";
    const double number = value;
    if (node.contains("minimum") && number < node["minimum"]) return where + " is too small";
    if (node.contains("exclusiveMinimum") && number <= node["exclusiveMinimum"]) return where + " is too small";
    if (node.contains("maximum") && number > node["maximum"]) return where + " is too large";
  }
  return {};
}

/// Every object of a document with its place in the schema; of lists the first that is an object.
struct Found {
  Pointer at;
  const Json* node;
};
void objects_in(const Json& whole, const Json& unresolved, const Json& value, const Pointer& at, std::vector<Found>& found) {
  const Json& node = resolved(whole, unresolved);
  if (node.contains("enum")) return;
  if (node.at("type") == "array" && !value.empty()) objects_in(whole, node["items"], value[0], at / 0, found);
  if (node.at("type") != "object") return;
  found.push_back({at, &node});
  for (const auto& [key, field] : value.items()) objects_in(whole, node["properties"].at(key), field, at / key, found);
}

class Copy {
 public:
  Copy() : folder_(fs::temp_directory_path() / ("dorsum-schema-" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
    fs::copy(content_folder, folder_, fs::copy_options::recursive);
  }
  ~Copy() { fs::remove_all(folder_); }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;

  /// Whether the reader has nothing against the document in place of trapezius.json.
  [[nodiscard]] bool reads(const Json& document) const {
    std::ofstream(folder_ / "muscles/trapezius.json") << document.dump();
    return problems_of_content(folder_ / "muscles/trapezius.json").empty();
  }

 private:
  fs::path folder_;
};

}  // namespace

TEST_CASE("every muscle file fits the schema") {
  const Json whole = schema();
  std::set<std::string> used;
  for (const auto& file : fs::directory_iterator(content_folder / "muscles")) {
    const Json document = load_json(file.path()).value();
    CHECK(complaint(whole, whole, document, file.path().stem().string()).empty());
    for (const auto& [key, value] : document.items()) used.insert(key);
  }
  for (const auto& [key, node] : whole["properties"].items()) {
    INFO(key);
    CHECK(used.contains(key));  // no field of the schema is a dead letter
  }
}

TEST_CASE("what the schema asks for and forbids, the reader does too") {
  const Json whole = schema();
  const Json document = load_json(content_folder / "muscles/trapezius.json").value();
  std::vector<Found> found;
  objects_in(whole, whole, document, Pointer(), found);
  REQUIRE(found.size() >= 6);
  const Copy copy;
  REQUIRE(copy.reads(document));
  for (const Found& object : found) {
    const Json& node = *object.node;
    Json changed = document;
    changed[object.at]["no_such_field"] = 1;
    INFO(object.at.to_string());
    CHECK_FALSE(copy.reads(changed));
    CHECK_FALSE(complaint(whole, whole, changed, "").empty());
    for (const auto& [key, field] : document[object.at].items()) {
      INFO(key);
      changed = document;
      changed[object.at].erase(key);
      const auto& required = node["required"];
      const bool needed = std::find(required.begin(), required.end(), key) != required.end();
      // Points name their part: without the parts they are at fault, not the missing list.
      if (key != "parts") CHECK(copy.reads(changed) != needed);
      changed = document;
      changed[object.at][key] = Json::object({{"no", 1}});
      CHECK_FALSE(copy.reads(changed));
      CHECK_FALSE(complaint(whole, whole, changed, "").empty());
      if (resolved(whole, node["properties"][key]).contains("enum")) {
        changed[object.at][key] = "none of the words";
        CHECK_FALSE(copy.reads(changed));
      }
    }
  }
}

TEST_CASE("every technique file fits its schema") {
  const Json whole = schema("technique");
  std::set<std::string> used;
  for (const auto& file : fs::directory_iterator(content_folder / "techniques")) {
    const Json document = load_json(file.path()).value();
    CHECK(complaint(whole, whole, document, file.path().stem().string()).empty());
    for (const auto& [key, value] : document.items()) used.insert(key);
  }
  for (const auto& [key, node] : whole["properties"].items()) {
    INFO(key);
    CHECK(used.contains(key));  // no field of the schema is a dead letter
  }
}
