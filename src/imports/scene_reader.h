#pragma once
// The only place where Assimp is met.

#include <functional>
#include <string>
#include <string_view>

#include "dorsum/core/result.h"
#include "findings.h"

namespace dorsum::imports {

/// Told how far the library is, 0 to 1.
using ReadingProgress = std::function<void(float done)>;

/// Reads a file's bytes by Assimp, from memory alone; `format` is the extension that names the format ("fbx"), `name` the
/// file in messages. Nodes keep their tree and carry the names of their meshes; polygons are cut into triangles, points and
/// lines are passed over. What FBX, Collada, 3MF, X3D and the headers of STL, PLY and OFF say of unit and axes is told.
[[nodiscard]] Result<Findings> read_scene(std::string_view bytes, const std::string& format, const std::string& name, const ReadingProgress& progress);

/// Whether Assimp knows files of this extension.
[[nodiscard]] bool scene_format_known(const std::string& format);

}  // namespace dorsum::imports
