#include "dorsum/io/export.h"
#include "dorsum/io/whole_file.h"

#include <system_error>

#include "dorsum/atlas/tissue_colour.h"
#include "dorsum/core/assert.h"
#include "mesh_text.h"

namespace dorsum::io {
namespace {

namespace fs = std::filesystem;

Result<void> write_objs(const std::vector<NamedMesh>& meshes, const fs::path& folder) {
  for (const NamedMesh& mesh : meshes) {
    const auto written = write_whole_file(folder / (std::string(mesh.name) + ".obj"), obj_text(mesh));
    if (!written) return written;
  }
  return {};
}

}  // namespace

Result<void> export_meshes(const body::Stance& stance, std::span<const std::size_t> structures, ExportFormat format, const fs::path& folder) {
  std::vector<NamedMesh> meshes;
  for (const std::size_t index : structures) {
    assert(index < stance.body().atlas().structures.size());
    const atlas::Structure& structure = stance.body().atlas().structures[index];
    meshes.push_back({structure.id, &stance.mesh(index), atlas::colour_of(structure)});
  }
  if (meshes.empty()) return bad_input({}, to_say("there is nothing to export"), to_say("name a structure of the atlas"));
  std::error_code trouble;
  fs::create_directories(folder, trouble);
  if (trouble) return bad_input(folder.string(), to_fill("the folder can't be made: {}", trouble.message()), to_say("name a folder that you may write to"));
  if (!fs::is_directory(folder, trouble)) return bad_input(folder.string(), to_say("this is not a folder"), to_say("name a folder"));
  switch (format) {
    case ExportFormat::obj: return write_objs(meshes, folder);
    case ExportFormat::glb: return write_whole_file(folder / "atlas.glb", glb_bytes(meshes));
    case ExportFormat::stl: return write_whole_file(folder / "atlas.stl", stl_bytes(meshes));
  }
  return {};
}

}  // namespace dorsum::io
