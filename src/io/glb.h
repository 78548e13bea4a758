#pragma once
// A pack's meshes.glb: glTF 2.0 binary with one node, one mesh and one triangle primitive a structure.

#include <glm/vec3.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::io {

struct NamedMesh {
  std::string_view name;
  const geometry::TriangleMesh* mesh = nullptr;
  std::optional<glm::vec3> colour{};  ///< linear, 0 to 1: the material's base colour in a GLB
};

/// The bytes of a GLB: one node a mesh, named; POSITION, NORMAL, TEXCOORD_0 (fibre, mm) and COLOR_0 (red:
/// tendon) where the mesh has them; glTF's frame. Same meshes, same bytes.
/// A mesh with a colour is for other programs' eyes: it gets a material, and no COLOR sets, since glTF multiplies
/// COLOR_0 into the base colour and masks would blacken it. Meshes of one colour share a material.
/// Own code and not Assimp's exporter, which (5.2) writes a tendon mask as sixteen bytes a vertex, gives
/// every file a material, and puts its version into the bytes.
[[nodiscard]] std::string glb_bytes(const std::vector<NamedMesh>& meshes);

inline constexpr auto build_pack_again = "import or build the pack again";  ///< what to do with a damaged pack

/// One node of a pack's file with its mesh in the body's frame, mm: `fibre` is TEXCOORD_0, `tendon` the red of COLOR_0,
/// `masks` the four channels of each colour set after that. Vertices and triangles in the file's order.
struct PackMesh {
  std::string name;
  geometry::TriangleMesh mesh;
};

/// Reads such a file, once, and only when it holds together: header and chunk lengths, every field of the JSON, every
/// range inside the buffer, every index inside its vertices, every number finite. Anything a pack doesn't need (external
/// buffers, images, skins, transforms, extensions) is refused. `name` stands for the file in messages.
[[nodiscard]] Result<std::vector<PackMesh>> read_pack_glb(std::string_view bytes, const std::string& name);

}  // namespace dorsum::io
