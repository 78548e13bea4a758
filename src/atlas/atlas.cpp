#include "dorsum/atlas/atlas.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "dorsum/core/spelling.h"
#include "structure_json.h"

namespace dorsum::atlas {
namespace {

// A landmark may lie anywhere on a standing body; further out the file is in other units or damaged.
constexpr float furthest_mm = 5000.0F;
constexpr double largest_area_mm2 = 1e7;  // a whole body has about 2e6

Landmark read_landmark(const JsonReader& reader) {
  reader.only({"position", "how"});
  Landmark landmark;
  landmark.position = reader.field("position").vec3();
  landmark.how = reader.field("how").text();
  for (int axis = 0; axis < 3; ++axis) {
    if (std::abs(landmark.position[axis]) > furthest_mm) {
      reader.field("position").fail("the point lies outside any body", "positions are in millimetres");
    }
  }
  return landmark;
}

Landmarks read_landmarks(const JsonReader& object) {
  Landmarks landmarks;
  for (const std::string& id : object.keys()) {
    if (!object.ok()) break;
    if (!is_landmark(id)) {
      object.field(id).fail(fmt::format("unknown landmark \"{}\"", id.substr(0, 60)),
                            did_you_mean(id, landmark_vocabulary(), "see the landmark list in docs/content.md"));
    }
    landmarks[id] = read_landmark(object.field(id));
  }
  return landmarks;
}

std::vector<SurfaceRegion> read_regions(const JsonReader& object) {
  std::vector<SurfaceRegion> regions;
  for (const std::string& id : object.keys()) {  // an object's keys come sorted
    if (!object.ok()) break;
    const JsonReader reader = object.field(id);
    if (!is_structure_id(id) || side_of(id) == Side::midline) {
      reader.fail("this is no region with a side", "write it like suboccipital.R");
    }
    reader.only({"area_mm2", "centre"});
    regions.push_back({id, reader.field("area_mm2").number_in(0.0, largest_area_mm2), reader.field("centre").vec3()});
    for (int axis = 0; axis < 3; ++axis) {
      if (std::abs(regions.back().centre[axis]) > furthest_mm) {
        reader.field("centre").fail("the point lies outside any body", "positions are in millimetres");
      }
    }
  }
  return regions;
}

// The layers' names stand in the file for its readers; here they are the program's own.
void check_layers(const JsonReader& list) {
  if (list.size() != deepest_layer + 1) list.fail(fmt::format("expected the names of layers 0 to {}", deepest_layer));
  (void)list.texts();
}

std::vector<std::string> read_lacking(const JsonReader& list, const Atlas& atlas) {
  std::vector<std::string> lacking = list.texts();
  std::set<std::string> seen;
  for (std::size_t i = 0; i < lacking.size() && list.ok(); ++i) {
    if (!is_structure_id(lacking[i])) list.at(i).fail("this is no structure id", "use kebab-case, like teres-major.R");
    if (!seen.insert(lacking[i]).second)
      list.at(i).fail("the id \"" + lacking[i] + "\" stands twice", "keep one of them");
    if (atlas.index_of(lacking[i])) {
      list.at(i).fail("\"" + lacking[i] + "\" is among the structures too", "take it out of one of the two lists");
    }
  }
  return lacking;
}

constexpr std::size_t channels = 4;  // of a colour set
constexpr std::array<const char*, channels> channel_names{"red", "green", "blue", "alpha"};

std::vector<PackedAttachment> read_attachments(const JsonReader& list, const Atlas& atlas) {
  std::vector<PackedAttachment> attachments;
  std::set<std::pair<std::string, std::size_t>> seen;
  for (std::size_t i = 0; i < list.size() && list.ok(); ++i) {
    const JsonReader entry = list.at(i);
    entry.only({"muscle", "end", "bone", "colour_set", "channel"});
    PackedAttachment attachment;
    const auto structure = [&](const char* key) {
      const std::string id = entry.field(key).text();
      if (entry.ok() && !atlas.index_of(id)) entry.field(key).fail(fmt::format("\"{:.60}\" is none of the pack's structures", id));
      return id;
    };
    attachment.muscle = structure("muscle");
    attachment.bone = structure("bone");
    const auto end = muscle_end_named(entry.field("end").text());
    if (!end) entry.field("end").fail("a muscle has no such end", "use origin or insertion");
    attachment.end = end.value_or(MuscleEnd::origin);
    const std::string channel = entry.field("channel").text();
    const auto named = std::find(channel_names.begin(), channel_names.end(), channel);
    if (named == channel_names.end()) entry.field("channel").fail("a colour has no such channel", "use red, green, blue or alpha");
    const auto set = static_cast<std::size_t>(entry.field("colour_set").integer_in(1, most_masks / channels));
    attachment.mask = (set - 1) * channels + static_cast<std::size_t>(named - channel_names.begin());
    if (entry.ok() && !seen.emplace(attachment.bone, attachment.mask).second) {
      entry.fail("two areas of one bone lie in the same channel", "import or build the pack again");
    }
    attachments.push_back(std::move(attachment));
  }
  return attachments;
}

Json attachments_to_json(const std::vector<PackedAttachment>& attachments) {
  Json list = Json::array();
  for (const PackedAttachment& attachment : attachments) {
    list.push_back({{"muscle", attachment.muscle},
                    {"end", name_of(attachment.end)},
                    {"bone", attachment.bone},
                    {"colour_set", 1 + attachment.mask / channels},
                    {"channel", channel_names[attachment.mask % channels]}});
  }
  return list;
}

}  // namespace

std::optional<std::size_t> Atlas::index_of(std::string_view id) const {
  for (std::size_t i = 0; i < structures.size(); ++i) {
    if (structures[i].id == id) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Atlas::skin() const {
  const auto found = std::find_if(structures.begin(), structures.end(), [](const Structure& structure) { return structure.kind == Kind::skin; });
  if (found == structures.end()) return std::nullopt;
  return static_cast<std::size_t>(found - structures.begin());
}

Result<std::vector<Structure>> load_structure_table(const std::filesystem::path& file) {
  const Result<Json> document = load_json(file);
  if (!document) return Failure(document.error());
  Error error;
  const JsonReader reader(*document, file.string() + ": ", error);
  reader.only({"structures"});
  std::vector<Structure> structures = read_structures(reader.field("structures"));
  if (reader.ok() && structures.empty()) reader.field("structures").fail("the list is empty");
  if (!reader.ok()) return Failure(error);
  return structures;
}

Result<Atlas> parse_atlas(const Json& document, const std::string& name) {
  Error error;
  const JsonReader reader(document, name + ": ", error);
  reader.only({"format_version", "name", "provenance", "licence", "layers", "structures", "landmarks", "regions",
               "attachments", "notes", "lacking"});
  const double version = reader.field("format_version").number();
  if (reader.ok() && version != pack_format_version) {
    reader.field("format_version")
        .fail(fmt::format("this pack has format version {}, this program reads {}", version, pack_format_version),
              version > pack_format_version ? "use a newer version of the program"
                                            : "make the pack again with dorsum import");
  }
  Atlas atlas;
  atlas.name = reader.field("name").text();
  atlas.provenance = reader.field("provenance").text();
  atlas.licence = reader.field("licence").text();
  if (reader.has("layers")) check_layers(reader.field("layers"));
  atlas.structures = read_structures(reader.field("structures"));
  atlas.landmarks = read_landmarks(reader.field("landmarks"));
  if (reader.has("regions")) atlas.regions = read_regions(reader.field("regions"));
  if (reader.has("attachments")) atlas.attachments = read_attachments(reader.field("attachments"), atlas);
  if (reader.has("notes")) atlas.notes = reader.field("notes").texts();
  if (reader.has("lacking")) atlas.lacking = read_lacking(reader.field("lacking"), atlas);
  if (!reader.ok()) return Failure(error);
  return atlas;
}

Json to_json(const Atlas& atlas) {
  Json layers = Json::array();
  for (int layer = 0; layer <= deepest_layer; ++layer) layers.push_back(plain_layer_name(layer));
  Json structures = Json::array();
  for (const Structure& structure : atlas.structures) structures.push_back(structure_to_json(structure));
  Json landmarks = Json::object();
  for (const auto& [id, landmark] : atlas.landmarks) {
    const glm::vec3& p = landmark.position;
    landmarks[id] = {{"position", {tidy(p.x), tidy(p.y), tidy(p.z)}}, {"how", landmark.how}};
  }
  Json regions = Json::object();
  for (const SurfaceRegion& region : atlas.regions) {
    const glm::vec3& c = region.centre;
    regions[region.id] = {{"area_mm2", std::round(region.area_mm2)}, {"centre", {tidy(c.x), tidy(c.y), tidy(c.z)}}};
  }
  Json document{{"format_version", pack_format_version},
                {"name", atlas.name},
                {"provenance", atlas.provenance},
                {"licence", atlas.licence},
                {"layers", layers},
                {"structures", structures},
                {"landmarks", landmarks},
                {"regions", regions},
                {"attachments", attachments_to_json(atlas.attachments)},
                {"lacking", atlas.lacking}};
  if (!atlas.notes.empty()) document["notes"] = atlas.notes;
  return document;
}

}  // namespace dorsum::atlas
