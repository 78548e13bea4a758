// A pack: the input is atlas.json's text with meshes.glb behind it (from the first "glTF" on). A pack that is read must
// also open.

#include "dorsum/body/body.h"
#include "dorsum/io/pack.h"
#include "harness.h"

namespace dorsum::fuzz {

void read(std::string_view bytes) {
  const std::size_t meshes = std::min(bytes.find("glTF"), bytes.size());
  write(scratch() / "atlas.json", bytes.substr(0, meshes));
  write(scratch() / "meshes.glb", bytes.substr(meshes));
  auto pack = io::read_pack(scratch(), silent_progress());
  if (!good_or_told(pack)) return;
  demand(pack->meshes.size() == pack->atlas.structures.size(), "a mesh for each structure");
  for (const geometry::TriangleMesh& mesh : pack->meshes) {
    for (const auto& triangle : mesh.triangles) {
      for (const auto corner : triangle) demand(corner < mesh.positions.size(), "every index is one of a vertex");
    }
  }
  body::Parts parts;
  parts.atlas = std::move(pack->atlas);
  parts.meshes = std::move(pack->meshes);
  good_or_told(body::Body::build(std::move(parts), std::nullopt, silent_progress()));
}

}  // namespace dorsum::fuzz
