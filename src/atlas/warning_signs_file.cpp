// The part of safety.json that a painted pain is compared with.

#include <fmt/format.h>

#include <algorithm>

#include "common_files.h"
#include "dorsum/atlas/landmarks.h"
#include "dorsum/core/side.h"
#include "dorsum/core/spelling.h"

namespace dorsum::atlas {
namespace {

constexpr double largest_area = 300.0;  // mm

void read_areas(const CheckedObject& file, SafetyNote& note) {
  if (!file.has("areas")) return;
  const CheckedObject list = file.object("areas");
  for (const std::string& id : list.keys()) {
    const CheckedObject object = list.object(id);
    object.only({"words", "formula", "radius_mm"});
    SafetyArea area;
    area.words = object.text("words");
    area.formula = object.text("formula");
    if (const auto checked = check_formula(area.formula); !area.formula.empty() && !checked) {
      object.problem("formula", fmt::format("{}: {}", checked.error().where, checked.error().reason), checked.error().remedy);
    }
    area.radius_mm = static_cast<float>(
        object.read("radius_mm", [](const JsonReader& field) { return field.number_in(1.0, largest_area); }));
    note.areas.emplace(id, std::move(area));
  }
}

/// Lists of places, told where a place is unknown.
std::vector<std::vector<std::string>> read_places(const CheckedObject& sign, const Regions& regions,
                                                  const SafetyNote& note) {
  std::vector<std::vector<std::string>> lists;
  for (const CheckedObject& list : sign.objects("hurts")) {
    list.only({"one_of"});
    lists.push_back(list.texts("one_of"));
    if (lists.back().empty()) list.problem("one_of", "no place is given", "name at least one region");
    for (const std::string& place : lists.back()) {
      if (note.areas.contains(place) || regions.empty() || regions.contains(without_side(place))) continue;
      std::vector<std::string> known;
      for (const auto& [id, words] : regions) known.push_back(id);
      for (const auto& [id, area] : note.areas) known.push_back(id);
      list.problem("one_of", fmt::format("unknown place \"{}\"", place.substr(0, 60)),
                   did_you_mean(without_side(place), known, "use a region of regions.json, with .L or .R or without"));
    }
  }
  if (lists.empty()) sign.problem("hurts", "no place is given", "say where it hurts");
  return lists;
}

}  // namespace

void read_warning_signs(const CheckedObject& file, const Regions& regions, const Sources& sources, SafetyNote& note) {
  read_areas(file, note);
  if (!file.has("signs")) return;
  for (const CheckedObject& object : file.objects("signs", "id")) {
    object.only({"id", "title", "words", "urgency", "hurts", "same_side", "instead_of", "sources"});
    WarningSign sign;
    sign.id = object.text("id");
    sign.title = object.text("title");
    sign.words = object.text("words");
    sign.emergency = object.word("urgency", {"emergency", "see a doctor"}) == "emergency";
    sign.hurts = read_places(object, regions, note);
    if (object.has("same_side"))
      sign.same_side = object.read("same_side", [](const JsonReader& field) { return field.boolean(); });
    if (object.has("instead_of")) sign.instead_of = object.texts("instead_of");
    for (const std::string& key : sign.sources = object.texts("sources")) {
      if (!sources.contains(key))
        object.problem("sources", fmt::format("unknown source \"{}\"", key.substr(0, 60)), "add it to the file's sources");
    }
    note.signs.push_back(std::move(sign));
  }
  for (const CheckedObject& object : file.objects("signs", "id")) {
    if (!object.has("instead_of")) continue;
    for (const std::string& id : object.texts("instead_of")) {
      if (std::none_of(note.signs.begin(), note.signs.end(), [&](const WarningSign& s) { return s.id == id; }))
        object.problem("instead_of", fmt::format("no sign has the id \"{}\"", id.substr(0, 60)), "name another sign of this file");
    }
  }
  std::stable_sort(note.signs.begin(), note.signs.end(),
                   [](const WarningSign& a, const WarningSign& b) { return a.emergency && !b.emergency; });
}

}  // namespace dorsum::atlas
