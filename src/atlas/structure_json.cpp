#include "structure_json.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "dorsum/core/spelling.h"

namespace dorsum::atlas {
namespace {

constexpr std::size_t longest_id = 64;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

std::string optional_text(const JsonReader& reader, std::string_view key) { return reader.text_or(key, {}); }

}  // namespace

bool is_structure_id(std::string_view id) {
  const std::string base = without_side(id);
  if (base.empty() || base.size() > longest_id || base.front() == '-' || base.back() == '-') return false;
  for (std::size_t i = 0; i < base.size(); ++i) {
    if (base[i] == '-' ? base[i - 1] == '-' : !is_letter_or_digit(base[i])) return false;
  }
  return true;
}

// Depths are authored in tenths and halves; float's 4.6 written as JSON should read 4.6.
double tidy(float value) { return std::round(static_cast<double>(value) * 1000.0) / 1000.0; }

Structure read_structure(const JsonReader& reader) {
  reader.only({"id", "kind", "layer", "companion", "leaves_at", "name", "latin", "muscle", "part", "group", "concepts",
               "about", "source"});
  Structure structure;
  structure.id = reader.field("id").text();
  if (reader.ok() && !is_structure_id(structure.id)) {
    reader.field("id").fail(fmt::format("\"{}\" is no structure id", structure.id.substr(0, longest_id)),
                            "use kebab-case with .L or .R at the end, like teres-major.R");
  }
  const std::string kind = reader.field("kind").text();
  if (const auto known = kind_named(kind)) {
    structure.kind = *known;
  } else {
    reader.field("kind").fail(fmt::format("unknown kind \"{}\"", kind.substr(0, longest_id)),
                              did_you_mean(kind, {"skin", "muscle", "bone", "cartilage", "ligament", "fascia", "organ", "vessel", "nerve"},
                                           "use skin, muscle, bone, cartilage, ligament, fascia, organ, vessel or nerve"));
  }
  structure.layer = reader.field("layer").integer_in(0, deepest_layer);
  if (reader.has("companion")) structure.companion = reader.field("companion").boolean();
  if (reader.has("leaves_at")) {
    structure.leaves_at = static_cast<float>(reader.field("leaves_at").number_in(0.0, deepest_layer));
  }
  structure.name = reader.field("name").text();
  structure.latin = optional_text(reader, "latin");
  structure.muscle = optional_text(reader, "muscle");
  structure.part = optional_text(reader, "part");
  structure.group = optional_text(reader, "group");
  if (reader.has("concepts")) structure.concepts = reader.field("concepts").texts();
  structure.about = optional_text(reader, "about");
  structure.source = optional_text(reader, "source");
  if (structure.muscle.empty() && !structure.part.empty()) {
    reader.field("part").fail("a part without its muscle", "add the field \"muscle\"");
  }
  return structure;
}

std::vector<Structure> read_structures(const JsonReader& list) {
  std::vector<Structure> structures;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < list.size() && list.ok(); ++i) {
    structures.push_back(read_structure(list.at(i)));
    if (!seen.insert(structures.back().id).second) {
      list.at(i).fail(fmt::format("the id \"{}\" stands twice", structures.back().id), "keep one of them");
    }
  }
  return structures;
}

Json structure_to_json(const Structure& structure) {
  Json json = {
      {"id", structure.id}, {"kind", name_of(structure.kind)}, {"layer", structure.layer}, {"name", structure.name}};
  if (structure.companion) json["companion"] = true;
  if (structure.leaves_at != never_leaves) json["leaves_at"] = tidy(structure.leaves_at);
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) json[key] = text;
  };
  add("latin", structure.latin);
  add("muscle", structure.muscle);
  add("part", structure.part);
  add("group", structure.group);
  add("about", structure.about);
  add("source", structure.source);
  if (!structure.concepts.empty()) json["concepts"] = structure.concepts;
  return json;
}

}  // namespace dorsum::atlas
