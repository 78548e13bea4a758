#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <system_error>

#include "dorsum/io/pack.h"
#include "dorsum/io/whole_file.h"
#include "glb.h"

namespace dorsum::io {
namespace {

namespace fs = std::filesystem;

/// A pack is replaced; so is an empty folder. Anything else might be somebody's work.
Result<void> check_replaceable(const fs::path& folder) {
  std::error_code trouble;
  const fs::file_status status = fs::status(folder, trouble);
  if (status.type() == fs::file_type::not_found) return {};
  if (status.type() != fs::file_type::directory) {
    return bad_input(folder.string(), to_say("there is a file of this name"), to_say("name a new folder, or a pack to replace"));
  }
  bool empty = true, facts = false;
  std::string foreign;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, trouble)) {
    empty = false;
    const std::string name = entry.path().filename().string();
    if (name == "atlas.json") {
      facts = true;
    } else if (name != "meshes.glb" && !name.starts_with("derived-")) {
      foreign = name;
    }
  }
  if (trouble) return bad_input(folder.string(), to_fill("the folder can't be listed: {}", trouble.message()), to_say("check the permissions"));
  if (empty || (facts && foreign.empty())) return {};
  return bad_input(folder.string(), foreign.empty() ? to_say("the folder is not a pack") : to_fill("the folder holds \"{}\", which is no part of a pack", foreign),
                   to_say("name a new folder, or a pack to replace"));
}

Result<void> check_parts(const fs::path& folder, const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes) {
  if (atlas.structures.size() != meshes.size()) {
    return bad_input(folder.string(), to_fill("{structures} structures and {meshes} meshes", fmt::arg("structures", atlas.structures.size()), fmt::arg("meshes", meshes.size())));
  }
  for (std::size_t i = 0; i < meshes.size(); ++i) {
    if (meshes[i].masks.size() > atlas::most_masks) {
      return bad_input(folder.string(), to_fill("\"{id}\" has {count} attachment areas, a pack holds {most} a bone", fmt::arg("id", atlas.structures[i].id), fmt::arg("count", meshes[i].masks.size()), fmt::arg("most", atlas::most_masks)));
    }
    if (meshes[i].triangles.empty() || meshes[i].normals.size() != meshes[i].positions.size()) {
      return bad_input(folder.string(), to_fill("the mesh of \"{}\" has no triangles or no normals", atlas.structures[i].id));
    }
  }
  return {};
}

}  // namespace

Result<void> check_pack_place(const fs::path& folder) {
  if (const auto free = check_replaceable(folder); !free) return free;
  return check_writable_beside(folder);
}

Result<void> write_pack(const fs::path& folder, const atlas::Atlas& atlas, const std::vector<geometry::TriangleMesh>& meshes) {
  if (const auto good = check_parts(folder, atlas, meshes); !good) return good;
  if (const auto free = check_replaceable(folder); !free) return free;
  std::vector<NamedMesh> named;
  named.reserve(meshes.size());
  for (std::size_t i = 0; i < meshes.size(); ++i) named.push_back({atlas.structures[i].id, &meshes[i]});

  auto partial = PartialFolder::beside(folder);
  if (!partial) return Failure(partial.error());
  const std::string facts = atlas::to_json(atlas).dump(1) + "\n";
  if (const auto written = write_whole_file(partial->path() / "atlas.json", facts); !written) return written;
  if (const auto written = write_whole_file(partial->path() / "meshes.glb", glb_bytes(named)); !written) return written;
  return partial->put_in_place();
}

}  // namespace dorsum::io
