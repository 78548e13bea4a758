#pragma once
// glTF 2.0, .gltf and .glb, as other programs write it: sparse and quantised accessors, compressed buffer views
// (EXT_meshopt_compression), many placings of one mesh (EXT_mesh_gpu_instancing), rigged meshes in the pose in which they
// were bound. Only what shapes are made of is read.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "dorsum/core/result.h"
#include "findings.h"

namespace dorsum::imports {

/// The bytes of a file beside the one that is read, by its name relative to it; none where it may not or can't be read.
using FileBeside = std::function<std::optional<std::string>(const std::string& relative)>;

/// Nodes with their names, their meshes' names as aliases, and the ids that `extras` give; in glTF's frame (metres, +Y up,
/// front +Z). A required extension that is not understood is refused by name, with how to export without it.
[[nodiscard]] Result<Findings> read_gltf(std::string_view bytes, const std::string& name, const FileBeside& beside);

}  // namespace dorsum::imports
