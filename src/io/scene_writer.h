#pragma once
// The only place where Assimp writes.

#include <string>
#include <vector>

#include "dorsum/core/result.h"
#include "glb.h"

namespace dorsum::io {

/// The meshes in one of Assimp's export formats ("objnomtl", "stlb"), as they lie: mm, body frame.
[[nodiscard]] Result<std::string> scene_bytes(const std::vector<NamedMesh>& meshes, const std::string& format);

}  // namespace dorsum::io
