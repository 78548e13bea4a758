#include "dorsum/atlas/regions.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "dorsum/atlas/landmarks.h"
#include "dorsum/core/side.h"
#include "dorsum/core/spelling.h"
#include "structure_json.h"

namespace dorsum::atlas {
namespace {

using Names = std::map<std::string, std::string, std::less<>>;

constexpr std::array<std::pair<std::string_view, Face>, 5> faces{{{"dorsal", Face::dorsal},
                                                                  {"ventral", Face::ventral},
                                                                  {"lateral", Face::lateral},
                                                                  {"medial", Face::medial},
                                                                  {"top", Face::top}}};
constexpr double longest_reach = 200.0;  // mm; more would swallow its neighbours on any body

Face read_face(const JsonReader& field) {
  const std::string word = field.text();
  std::vector<std::string> known;
  for (const auto& [name, face] : faces) {
    if (name == word) return face;
    known.emplace_back(name);
  }
  field.fail(fmt::format("\"{}\" is no side of the body", word.substr(0, 40)),
             did_you_mean(word, known, "use dorsal, ventral, lateral, medial or top"));
  return Face::dorsal;
}

RegionSeed read_seed(const JsonReader& object) {
  object.only({"face", "anchors", "reach_mm"});
  RegionSeed seed;
  seed.face = read_face(object.field("face"));
  const JsonReader anchors = object.field("anchors");
  seed.anchors = anchors.texts();
  if (object.ok() && seed.anchors.empty()) anchors.fail("a seed has no place", "give one anchor, or several for a path");
  for (std::size_t i = 0; i < seed.anchors.size() && object.ok(); ++i) {
    const Result<void> checked = check_formula(seed.anchors[i]);
    if (!checked) anchors.at(i).fail(fmt::format("{}: {}", checked.error().where, checked.error().reason), checked.error().remedy);
  }
  if (object.has("reach_mm")) seed.reach_mm = static_cast<float>(object.field("reach_mm").number_in(0.0, longest_reach));
  return seed;
}

std::vector<RegionSeed> read_seeds(const JsonReader& list) {
  std::vector<RegionSeed> seeds;
  for (std::size_t i = 0; i < list.size() && list.ok(); ++i) seeds.push_back(read_seed(list.at(i)));
  if (list.ok() && seeds.empty()) list.fail("no seed is given", "give at least one: {\"face\", \"anchors\"}");
  return seeds;
}

}  // namespace

Result<RegionDefinitions> parse_region_definitions(const Json& document, const std::string& name, const Names& names) {
  Error error;
  const JsonReader file(document, name + ": ", error);
  file.only({"regions", "elsewhere"});
  std::vector<std::string> known;
  for (const auto& [id, words] : names) known.push_back(id);

  RegionDefinitions definitions;
  const JsonReader regions = file.field("regions");
  for (const std::string& id : regions.keys()) {
    if (!file.ok()) break;
    if (!is_structure_id(id) || side_of(id) != Side::midline) {
      regions.field(id).fail("this is no region id", "use kebab-case without a side, like upper-buttock");
    }
    if (!names.empty() && !names.contains(id)) {
      regions.field(id).fail(fmt::format("unknown region \"{}\"", id.substr(0, 60)),
                             did_you_mean(id, known, "use one of the list in content/regions.json"));
    }
    definitions.regions[id] = read_seeds(regions.field(id));
  }
  for (const std::string& id : known) {
    if (file.ok() && !definitions.regions.contains(id)) {
      regions.fail(fmt::format("the region \"{}\" has no seeds", id), "say where it lies, or take it off the list");
    }
  }
  if (file.ok() && file.has("elsewhere")) definitions.elsewhere = read_seeds(file.field("elsewhere"));
  if (!file.ok()) return Failure(error);
  return definitions;
}

Result<RegionDefinitions> load_region_definitions(const std::filesystem::path& file, const Names& names) {
  const Result<Json> document = load_json(file);
  if (!document) return Failure(document.error());
  return parse_region_definitions(*document, file.string(), names);
}

}  // namespace dorsum::atlas
