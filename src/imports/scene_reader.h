#pragma once
// The only place where Assimp reads.

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/core/result.h"
#include "dorsum/geometry/triangle_mesh.h"

namespace dorsum::imports {

/// The triangles that hang on one node of a file, in the file's own frame and unit, node transforms applied.
/// Vertices keep the file's order. `fibre` is the first texture coordinate as Assimp hands it over
/// (v counted from below), `tendon` the first colour's red,
/// `masks` the four channels of each colour set after the first.
struct ScenePart {
  std::string node;
  geometry::TriangleMesh mesh;
};

/// Reads a file's bytes; `format` is the extension that names the format ("obj", "glb"), `name` the file in
/// messages. Points and lines are passed over. Fails when Assimp does, when an index is out of range, when a
/// number is not finite, or when there is no triangle at all.
[[nodiscard]] Result<std::vector<ScenePart>> read_scene(std::string_view bytes, const std::string& format, const std::string& name);

/// As read_scene, of a file that may refer to others beside it (.gltf with .bin). Polygons are cut into triangles.
[[nodiscard]] Result<std::vector<ScenePart>> read_scene_file(const std::filesystem::path& file);

}  // namespace dorsum::imports
