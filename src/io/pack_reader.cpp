#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "dorsum/core/to_say.h"
#include "dorsum/core/hash.h"
#include "dorsum/core/parallel.h"
#include "dorsum/io/pack.h"
#include "glb.h"
#include "dorsum/io/read_file.h"
#include "dorsum/io/stopped.h"

namespace dorsum::io {
namespace {

namespace fs = std::filesystem;

/// How many masks the attachments name on each structure's mesh.
std::vector<std::size_t> masks_needed(const atlas::Atlas& atlas) {
  std::vector<std::size_t> counts(atlas.structures.size(), 0);
  for (const atlas::PackedAttachment& attachment : atlas.attachments) {
    std::size_t& count = counts[*atlas.index_of(attachment.bone)];
    count = std::max(count, attachment.mask + 1);
  }
  return counts;
}

bool is_zero(const std::vector<float>& values) {
  return std::all_of(values.begin(), values.end(), [](float value) { return value == 0.0F; });
}

/// Reads both files and collects every problem; the pack is only good when there is none.
Pack inspect(const fs::path& folder, const Progress& progress, std::vector<Error>& problems) {
  Pack pack;
  const auto note = [&problems](const Error& error) { problems.push_back(error); };
  if (const auto there = check_folder(folder, to_say("atlas.json and meshes.glb")); !there) {
    note(there.error());
    return pack;
  }
  const fs::path facts_file = folder / "atlas.json";
  const fs::path mesh_file = folder / "meshes.glb";
  const auto facts = read_file(facts_file, max_json_bytes);
  const auto bytes = read_file(mesh_file);
  if (!facts) note(facts.error());
  if (!bytes) note(bytes.error());
  if (!facts || !bytes) return pack;

  // Beside the meshes, which take longest.
  auto hashed = later([&] {
    Hash hash;
    hash.add(*facts);
    hash.add(*bytes);
    return hexadecimal(hash);
  });
  auto parsed = later([&]() -> Result<atlas::Atlas> {
    const auto document = parse_json(*facts, facts_file.string());
    if (!document) return Failure(document.error());
    return atlas::parse_atlas(*document, facts_file.string());
  });
  if (!progress(to_say("Reading the meshes"), 0.1F)) {
    note(stopped().value());
    return pack;
  }
  auto parts = read_pack_glb(*bytes, mesh_file.string());
  const auto atlas = parsed.take();
  if (!atlas) note(atlas.error());
  if (!parts) note(parts.error());
  if (!atlas || !parts) return pack;
  if (atlas->structures.empty()) note({Trouble::bad_input, facts_file.string() + ": structures", "the pack has no structures", build_pack_again});

  std::map<std::string, std::size_t, std::less<>> part_of;
  for (std::size_t i = 0; i < parts->size(); ++i) {
    const std::string& node = (*parts)[i].name;
    part_of.emplace(node, i);
    if (!atlas->index_of(node)) {
      note({Trouble::bad_input, fmt::format("{}: node \"{}\"", mesh_file.string(), node), "atlas.json has no structure of that name", build_pack_again});
    }
  }
  pack.meshes.resize(atlas->structures.size());
  for (std::size_t i = 0; i < atlas->structures.size(); ++i) {
    const std::string& id = atlas->structures[i].id;
    const auto found = part_of.find(id);
    if (found == part_of.end()) {
      note({Trouble::bad_input, mesh_file.string(), fmt::format("there is no node for the structure \"{}\" of atlas.json", id), build_pack_again});
      continue;
    }
    geometry::TriangleMesh& mesh = (*parts)[found->second].mesh;
    if (mesh.normals.size() != mesh.positions.size()) {
      note({Trouble::bad_input, fmt::format("{}: node \"{}\"", mesh_file.string(), id), "it has no normals", build_pack_again});
    }
    pack.meshes[i] = std::move(mesh);
  }
  const std::vector<std::size_t> masks = masks_needed(*atlas);
  for (std::size_t i = 0; i < pack.meshes.size(); ++i) {
    geometry::TriangleMesh& mesh = pack.meshes[i];
    if (mesh.masks.size() < masks[i]) {
      note({Trouble::bad_input, fmt::format("{}: node \"{}\"", mesh_file.string(), atlas->structures[i].id),
            "it lacks a colour set that atlas.json's attachments name", build_pack_again});
    }
    mesh.masks.resize(masks[i]);  // the last set's unused channels go
    if (masks[i] > 0 && is_zero(mesh.tendon)) mesh.tendon.clear();  // written only because masks follow it
  }
  pack.content_hash = hashed.take();
  pack.atlas = *atlas;
  if (!progress(to_say("Reading the meshes"), 1.0F)) note(stopped().value());
  return pack;
}

}  // namespace

Result<Pack> read_pack(const fs::path& folder, const Progress& progress) {
  std::vector<Error> problems;
  Pack pack = inspect(folder, progress, problems);
  if (!problems.empty()) return Failure(problems.front());
  return pack;
}

std::vector<Error> problems_of_pack(const fs::path& folder) {
  std::vector<Error> problems;
  inspect(folder, silent_progress(), problems);
  return problems;
}

}  // namespace dorsum::io
