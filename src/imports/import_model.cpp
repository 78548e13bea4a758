#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>

#include "dorsum/core/json_reader.h"
#include "dorsum/imports/import.h"
#include "dorsum/io/gltf_frame.h"
#include "imported_mesh.h"
#include "scene_reader.h"
#include "dorsum/io/stopped.h"

namespace dorsum::imports {
namespace {

namespace fs = std::filesystem;

/// Node name to index in the table.
using NodeMap = std::map<std::string, std::size_t, std::less<>>;

Result<NodeMap> load_map(const fs::path& file, const std::vector<atlas::Structure>& table) {
  const auto document = load_json(file);
  if (!document) return Failure(document.error());
  Error error;
  const JsonReader root(*document, file.string() + ": ", error);
  NodeMap map;
  for (const std::string& node : root.keys()) {
    const JsonReader place = root.field(node);
    const std::string id = place.text();
    const auto found = std::find_if(table.begin(), table.end(), [&id](const atlas::Structure& s) { return s.id == id; });
    if (found == table.end()) place.fail(fmt::format("there is no structure \"{}\"", id), "use an id that `dorsum info` lists");
    if (!root.ok()) return Failure(error);
    map[node] = static_cast<std::size_t>(found - table.begin());
  }
  if (!root.ok()) return Failure(error);
  if (map.empty()) return bad_input(file.string(), "the map is empty", R"(write {"node name": "structure id"})");
  return map;
}

bool is_gltf(const fs::path& file) {
  std::string extension = file.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension == ".gltf" || extension == ".glb";
}

/// A body is between a hand's breadth and a giant tall; outside that the file's unit is another one.
void check_height(Imported& imported) {
  float low = 0.0F, high = 0.0F;
  for (std::size_t i = 0; i < imported.meshes.size(); ++i) {
    const geometry::Bounds bounds = geometry::bounds_of(imported.meshes[i]);
    low = i == 0 ? bounds.low.z : std::min(low, bounds.low.z);
    high = i == 0 ? bounds.high.z : std::max(high, bounds.high.z);
  }
  if (high - low < 100.0F || high - low > 3000.0F) {
    imported.notes.push_back(fmt::format("the model is {:.1f} mm tall: check its unit (glTF is in metres, anything else is read as millimetres)", high - low));
  }
}

}  // namespace

Result<Imported> import_model(const fs::path& file, const fs::path& map_file, const std::vector<atlas::Structure>& table, const Progress& progress) {
  const auto map = load_map(map_file, table);
  if (!map) return Failure(map.error());
  if (!progress("Reading the model", 0.0F)) return io::stopped();
  const auto parts = read_scene_file(file);
  if (!parts) return Failure(parts.error());

  Imported imported;
  imported.files_seen = imported.files_read = 1;
  NodeMap unused = *map;
  std::vector<geometry::TriangleMesh> meshes(table.size());
  for (const ScenePart& part : *parts) {
    const auto found = map->find(part.node);
    if (found == map->end()) continue;
    unused.erase(part.node);
    geometry::TriangleMesh mesh;
    mesh.positions = part.mesh.positions;
    mesh.triangles = part.mesh.triangles;
    if (is_gltf(file)) {
      for (glm::vec3& position : mesh.positions) position = io::position_from_gltf(position);
    }
    geometry::append(meshes[found->second], mesh);
  }
  if (unused.size() == map->size()) {
    return bad_input(map_file.string(), fmt::format("none of its nodes is in {}, which has \"{}\"", file.string(), parts->front().node),
                     "correct the node names");
  }
  for (const auto& [node, structure] : unused) imported.notes.push_back(fmt::format("{}: the model has no node \"{}\" with triangles", table[structure].id, node));

  std::vector<atlas::Structure> structures = table;
  for (std::size_t i = 0; i < meshes.size(); ++i) {
    if (!progress("Preparing the meshes", 0.2F + 0.7F * static_cast<float>(i) / static_cast<float>(meshes.size()))) return io::stopped();
    if (meshes[i].triangles.empty()) continue;
    make_usable(meshes[i], structures[i].kind);
    structures[i].source = file.filename().string();
  }
  imported.atlas.name = file.stem().string();
  imported.atlas.provenance = fmt::format("Imported from {}", file.filename().string());
  imported.atlas.licence = "as the model's own";
  finish_import(imported, std::move(structures), std::move(meshes));
  if (imported.meshes.empty()) return bad_input(file.string(), "no mapped node has a usable triangle", "check the model");
  check_height(imported);
  if (!progress("Preparing the meshes", 1.0F)) return io::stopped();
  return imported;
}

}  // namespace dorsum::imports
