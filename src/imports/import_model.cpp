#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "anatomy.h"
#include "dorsum/core/json_reader.h"
#include "dorsum/core/spelling.h"
#include "dorsum/core/to_say.h"
#include "dorsum/imports/import.h"
#include "dorsum/io/stopped.h"
#include "imported_mesh.h"
#include "mesh_file.h"
#include "objects.h"
#include "suggest.h"

namespace dorsum::imports {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_named = 5;

struct MapEntry {
  std::string key;
  std::optional<std::size_t> structure;  ///< in the table; none: it is left out
};

std::vector<std::string> ids_of(const Table& table) {
  std::vector<std::string> ids;
  for (const atlas::Structure& structure : table) ids.push_back(structure.id);
  return ids;
}

Result<std::vector<MapEntry>> load_map(const fs::path& file, const Table& table) {
  const auto document = load_json(file);
  if (!document) return Failure(document.error());
  Error error;
  const JsonReader root(*document, file.string() + ": ", error);
  std::vector<MapEntry> map;
  for (const std::string& key : root.keys()) {
    const JsonReader place = root.field(key);
    if (place.raw().is_null()) {
      map.push_back({key, std::nullopt});
      continue;
    }
    const std::string id = place.text();
    const auto index = index_in(table, id);
    if (!index && place.ok()) place.fail(fmt::format("there is no structure \"{}\"", id), did_you_mean(id, ids_of(table), "use an id that `dorsum info` lists"));
    if (!root.ok()) return Failure(error);
    map.push_back({key, index});
  }
  if (!root.ok()) return Failure(error);
  if (map.empty()) return bad_input(file.string(), "the map is empty", R"(write {"name in the file": "structure id"}; `dorsum import model FILE --list` shows the names)");
  return map;
}

std::string quoted(const std::vector<std::string>& names) {
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < names.size() && i < most_named; ++i) shown.push_back(fmt::format("\"{}\"", names[i]));
  return fmt::format("{}{}", fmt::join(shown, ", "), names.size() > most_named ? fmt::format(" and {} more", names.size() - most_named) : "");
}

void bring_to_body(geometry::TriangleMesh& mesh, const Frame& frame) {
  const glm::mat3 matrix = matrix_of(frame);
  for (glm::vec3& position : mesh.positions) position = matrix * position;
  if (frame.mirrored) {
    for (geometry::Triangle& triangle : mesh.triangles) std::swap(triangle[1], triangle[2]);
  }
}

/// Where a thing of a file lies in the body's frame.
geometry::Bounds bounds_in_body(const geometry::TriangleMesh& mesh, const Frame& frame) {
  geometry::TriangleMesh places;
  places.positions = mesh.positions;
  bring_to_body(places, frame);
  return geometry::bounds_of(places);
}

struct ById {
  std::optional<std::size_t> structure;
  bool side_by_place = false;  ///< neither id nor names say which side it is of
};

/// By the ontology ids of a thing; the side that they lack is that of its name or of what it hangs on, else of where it lies.
ById by_its_ids(std::size_t node, const Objects& objects, const Findings& findings, const Frame& frame, const Table& table) {
  ById found;
  found.structure = by_ids(objects.ids(node), table, [&] {
    for (auto at = static_cast<std::uint32_t>(node); at != FoundNode::no_parent; at = findings.nodes[at].parent) {
      if (const Side named = side_in(objects.name(at)); named != Side::midline) return named;
    }
    found.side_by_place = true;
    const geometry::Bounds box = bounds_in_body(findings.nodes[node].mesh, frame);
    return box.low.x + box.high.x < 0.0F ? Side::right : Side::left;
  });
  return found;
}

/// By ontology ids first, then by the names of a thing and of what is above it.
void suggest(ListedObject& object, std::size_t node, const Objects& objects, const Findings& findings, const Frame& frame, const Table& table) {
  const ById by_id = by_its_ids(node, objects, findings, frame, table);
  auto structure = by_id.structure;
  const auto by = [&](std::optional<std::size_t> (*means)(const std::string&, const Table&)) {
    for (std::uint32_t at = static_cast<std::uint32_t>(node); !structure && at != FoundNode::no_parent; at = findings.nodes[at].parent) {
      structure = means(objects.name(at), table);
      for (const std::string& alias : findings.nodes[at].aliases) {
        if (!structure) structure = means(alias, table);
      }
    }
  };
  by(by_name);
  object.guessed = !structure;
  by(like_name);
  object.guessed = (object.guessed && structure) || (by_id.structure && by_id.side_by_place);
  if (structure) object.structure = table[*structure].id;
}

/// Which node goes to which structure: the deepest name that a map has for it.
struct Assignment {
  std::vector<std::optional<std::size_t>> structure;  ///< one a node
  std::vector<Note> notes;
};

Result<Assignment> assigned_by_map(const std::vector<MapEntry>& map, const fs::path& map_file, const fs::path& file, const Objects& objects, const Findings& findings, const Table& table) {
  Assignment made;
  made.structure.resize(findings.nodes.size());
  std::vector<std::optional<std::size_t>> depth(findings.nodes.size());  ///< of the name that a node was found by
  std::vector<std::string> unused;
  for (const MapEntry& entry : map) {
    const auto nodes = objects.named(entry.key);
    if (!nodes) {
      Error error = nodes.error();
      error.where = fmt::format("{}: \"{}\"", map_file.string(), entry.key);
      error.reason = fmt::format("{}, and only one can be {}", error.reason, entry.structure ? table[*entry.structure].id : "left out");
      return Failure(std::move(error));
    }
    if (nodes->empty()) {
      unused.push_back(entry.key);
      continue;
    }
    for (const std::size_t whole : *nodes) {
      for (const std::size_t node : objects.with_triangles()) {
        if (!objects.is_within(node, whole) || (depth[node] && *depth[node] > objects.depth(whole))) continue;
        made.structure[node] = entry.structure;
        depth[node] = objects.depth(whole);
      }
    }
  }
  const std::vector<std::string> names = objects.all_names();
  if (unused.size() == map.size()) {
    if (!objects.has_names()) {
      return bad_input(map_file.string(), fmt::format("{} names nothing that it holds, so that it goes by its own name", file.string()),
                       fmt::format("write {{\"{}\": \"structure id\"}}", file.stem().string()));
    }
    return bad_input(map_file.string(), fmt::format("none of its names is in {}, which has {}", file.string(), quoted(names)),
                     fmt::format("correct the names; dorsum import model {} --list shows them all", file.string()));
  }
  for (const std::string& key : unused) {
    const std::string near = did_you_mean(key, names, {}).english();
    made.notes.push_back({fmt::format("the map's \"{}\" is nothing in the file that has triangles{}", key, near.empty() ? "" : "; " + near), Weight::question});
  }
  return made;
}

Result<Assignment> assigned_without_map(const fs::path& file, const Objects& objects, const Findings& findings, const Frame& frame, const Table& table) {
  Assignment made;
  made.structure.resize(findings.nodes.size());
  std::vector<std::string> by_place, unknown;
  for (const std::size_t node : objects.with_triangles()) {
    const ById found = by_its_ids(node, objects, findings, frame, table);
    made.structure[node] = found.structure ? found.structure : index_in(table, objects.name(node));
    if (found.structure && found.side_by_place) by_place.push_back(table[*found.structure].id);
    if (!made.structure[node]) unknown.insert(unknown.end(), objects.ids(node).begin(), objects.ids(node).end());
  }
  if (!by_place.empty()) made.notes.push_back({fmt::format("left or right by where they lie, which neither id nor name says: {}", quoted(by_place)), Weight::question});
  if (std::none_of(made.structure.begin(), made.structure.end(), [](const auto& s) { return s.has_value(); })) {
    std::sort(unknown.begin(), unknown.end());
    unknown.erase(std::unique(unknown.begin(), unknown.end()), unknown.end());
    return bad_input(file.string(),
                     unknown.empty() ? fmt::format("nothing in it has an ontology id or a name that tells which structure it is; it has {}", quoted(objects.all_names()))
                                     : fmt::format("the atlas knows none of its ontology ids: {}", quoted(unknown)),
                     "write a map for it (--map MAP.json); --list shows what to put in, and what each may be");
  }
  return made;
}

void note_unmapped(const Assignment& assignment, const Objects& objects, std::vector<Note>& notes) {
  std::vector<std::string> left;
  for (const std::size_t node : objects.with_triangles()) {
    if (assignment.structure[node]) continue;
    std::string what = objects.path(node).empty() ? objects.name(node) : objects.path(node);
    if (!objects.ids(node).empty()) what += fmt::format(" ({})", objects.ids(node).front());
    left.push_back(std::move(what));
  }
  if (!left.empty()) notes.push_back({fmt::format("{} of {} objects of the file go to no structure: {}", left.size(), objects.with_triangles().size(), quoted(left)), Weight::question});
}

/// Asks the anatomy. What the user has said himself is only noted.
Result<void> ask_anatomy(const fs::path& file, const Frame& frame, const StatedFrame& by_user, const StatedFrame& by_file, const std::vector<Placed>& parts, std::vector<Note>& notes,
                         std::optional<Question>* asked) {
  const std::vector<Contradiction> found = contradictions_of(parts);
  if (found.empty()) return {};
  const std::vector<Frame> frames = frames_that_mend(parts, frame);
  std::vector<std::string> ways;
  for (const Frame& way : frames) ways.push_back(options_of(change_between(frame, way)));
  std::vector<std::string> open;
  for (const Contradiction& one : found) {
    // An odd size that no unit mends is one structure's own; a wrong side never is.
    const bool said = one.of_size ? by_user.mm.has_value() || (ways.empty() && !one.certain) : by_user.says_axes();
    if (said) {
      notes.push_back({one.what, Weight::question});
    } else {
      open.push_back(one.what);
    }
  }
  if (open.empty()) return {};
  const bool said_by_file = by_file.mm || by_file.says_axes();
  if (asked != nullptr) *asked = Question{.contradictions = open, .read = frame, .said_by_file = said_by_file, .ways = frames};
  const std::string taken = fmt::format("read with the unit {}, {} up and {} in front, as {}", name_of_unit(frame.mm), name_of(frame.up), name_of(frame.front),
                                        said_by_file ? "the file says" : "nothing else was said");
  constexpr std::size_t most_told = 3;
  std::string told = fmt::format("{}", fmt::join(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(std::min(open.size(), most_told)), "; "));
  if (open.size() > most_told) told += fmt::format("; and {} more", open.size() - most_told);
  const std::string keep = fmt::format("--unit {} --up {}", name_of_unit(frame.mm), name_of(frame.up));
  return bad_input(file.string(), fmt::format("{} ({})", told, taken),
                   ways.empty() ? fmt::format("check the map; if the file is right as it is, add {}", keep)
                                : fmt::format("add {}; if the file is right as it is, add {}", fmt::join(ways, ", or "), keep));
}

}  // namespace

Result<Imported> import_model(const fs::path& file, const ModelOptions& options, const Table& table, const ReaderSetup& setup, const Progress& progress, std::optional<Question>* asked) {
  std::vector<MapEntry> map;
  if (!options.map.empty()) {
    auto loaded = load_map(options.map, table);
    if (!loaded) return Failure(loaded.error());
    map = std::move(*loaded);
  }
  const Progress reading = [&progress](std::string_view what, float done) { return progress(what, 0.2F * done); };
  if (!reading(to_say("Reading the model"), 0.0F)) return io::stopped();
  auto findings = read_mesh_file(file, setup, reading);
  if (!findings) return Failure(findings.error());
  const Objects objects(*findings, file.stem().string(), file.filename().string());
  const Frame frame = with(with(Frame{}, findings->stated), options.frame);
  auto assignment = options.map.empty() ? assigned_without_map(file, objects, *findings, frame, table) : assigned_by_map(map, options.map, file, objects, *findings, table);
  if (!assignment) return Failure(assignment.error());

  Imported imported;
  imported.files_seen = imported.files_read = 1;
  for (const std::string& note : findings->notes) imported.notes.push_back({fmt::format("{}: {}", file.filename().string(), note), Weight::loss});
  std::move(assignment->notes.begin(), assignment->notes.end(), std::back_inserter(imported.notes));
  note_unmapped(*assignment, objects, imported.notes);

  std::vector<geometry::TriangleMesh> meshes(table.size());
  for (const std::size_t node : objects.with_triangles()) {
    if (!assignment->structure[node]) continue;
    geometry::TriangleMesh mesh = std::move(findings->nodes[node].mesh);
    bring_to_body(mesh, frame);
    geometry::append(meshes[*assignment->structure[node]], mesh);
  }
  std::vector<Placed> parts;
  for (std::size_t i = 0; i < meshes.size(); ++i) {
    if (!meshes[i].triangles.empty()) parts.push_back(placed(table[i], meshes[i]));
  }
  if (const auto good = ask_anatomy(file, frame, options.frame, findings->stated, parts, imported.notes, asked); !good) return Failure(good.error());

  std::vector<atlas::Structure> structures = table;
  for (std::size_t i = 0; i < meshes.size(); ++i) {
    if (!progress(to_say("Preparing the meshes"), 0.2F + 0.7F * static_cast<float>(i) / static_cast<float>(meshes.size()))) return io::stopped();
    if (meshes[i].triangles.empty()) continue;
    make_usable(meshes[i], structures[i], imported.notes);
    structures[i].source = file.filename().string();
  }
  imported.atlas.name = file.stem().string();
  imported.atlas.provenance = fmt::format("Imported from {}", file.filename().string());
  imported.atlas.licence = "as the model's own";
  keep_found(imported, std::move(structures), std::move(meshes));
  if (imported.meshes.empty()) return bad_input(file.string(), "no mapped object has a usable triangle", "check the model");
  if (!progress(to_say("Preparing the meshes"), 1.0F)) return io::stopped();
  return imported;
}

Result<Listed> list_model(const fs::path& file, const StatedFrame& by_user, const Table& table, const ReaderSetup& setup, const Progress& progress) {
  const auto findings = read_mesh_file(file, setup, progress);
  if (!findings) return Failure(findings.error());
  const Objects objects(*findings, file.stem().string(), file.filename().string());
  Listed listed;
  listed.notes = findings->notes;
  listed.frame = with(with(Frame{}, findings->stated), by_user);
  listed.frame_is_stated = findings->stated.mm || findings->stated.says_axes() || by_user.mm || by_user.says_axes();
  for (const std::size_t node : objects.with_triangles()) {
    ListedObject object;
    object.name = objects.name(node);
    object.path = objects.path(node).empty() ? object.name : objects.path(node);
    object.triangles = findings->nodes[node].mesh.triangles.size();
    object.bounds = bounds_in_body(findings->nodes[node].mesh, listed.frame);
    object.ids = objects.ids(node);
    suggest(object, node, objects, *findings, listed.frame, table);
    listed.objects.push_back(std::move(object));
  }
  if (listed.objects.empty()) return bad_input(file.string(), "it holds no triangles", "export surfaces");
  return listed;
}

}  // namespace dorsum::imports
